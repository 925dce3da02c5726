/** Stands in for the package `ajv-formats`, which JSON Forms imports: the judge brings its own formats. */
export default function addFormats(): void {}
