/** Something the person at the keyboard can mend. `message` is one plain sentence that ends with what to do. */
export class Problem extends Error {
  override name = 'Problem'
}

/** The text of anything thrown, without its stack. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
