/** Something the person at the keyboard can mend. `message` is one plain sentence that ends with what to do. */
export class Problem extends Error {
  override name = 'Problem'
}

/** The text of anything thrown, without its stack. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** What to do about data that cannot be read any more. */
export const aboutDamage = (folder: string) =>
  `If its data in ${folder} are damaged, put them back from a backup, or empty them with npm run reset.`
