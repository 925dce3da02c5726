/** Some debts of a file as a JSON array of objects with the columns of the staging table. */
export interface Batch {
  rows: string
  count: number
}

/** Debts sent at once: some megabytes. */
const most = 5000

/** The next debts of a file; `count` is 0 when there are none left. */
export function batchOf(debts: Iterator<unknown>): Batch {
  const some: unknown[] = []
  while (some.length < most) {
    const next = debts.next()
    if (next.done) break
    some.push(next.value)
  }
  return { rows: JSON.stringify(some), count: some.length }
}
