import type { Mark } from './page.ts'

/** A place in a view as a page carries it. */
export const markOf = ({ key, id }: Mark): string => `${key}|${id}`

/** Reads it back; one that was tampered with begins at the top. */
export function parseMark(text: string | undefined): Mark | undefined {
  const [, key, id] =
    /^(\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?)?)\|(.+)$/.exec(text ?? '') ?? []
  return key === undefined || id === undefined || Number.isNaN(Date.parse(key.slice(0, 10))) ? undefined : { key, id }
}
