/** What one thing with the city's money has cost, beside the bare least that Postgres needs for the same rows in the same run. */
export interface Figure {
  what: string
  rows: number
  ms: number
  /** What the bare thing is, and its time. */
  bare?: { what: string; ms: number }
  note?: string
}

/** Runs something and gives its time in ms, with what it gave. */
export async function timed<T>(act: () => Promise<T>): Promise<{ ms: number; gave: T }> {
  const began = performance.now()
  const gave = await act()
  return { ms: performance.now() - began, gave }
}
