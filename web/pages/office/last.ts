let last: string | null = null

/** Remembers the task that was opened last in this tab: back in the list, one goes on from there. */
export const rememberTask = (id: string): void => {
  last = id
}
export const lastTask = (): string | null => last
