import type { Stand } from '../stand.ts'
import { account } from './company.ts'
import { reconciliation } from './day.ts'
import type { Figure } from './figure.ts'
import { importing } from './imports.ts'
import { matching } from './transfers.ts'

/** The city's money in bulk: debts from the accounting, transfers from the bank, a treasurer's day, the account of a company. */
export async function moneyFigures(stand: Stand, count: number, say: (line: string) => void): Promise<Figure[]> {
  const figures: Figure[] = []
  const parts = [
    () => importing(stand, count),
    // the transfers settle the debts that were imported
    () => matching(stand, count),
    () => reconciliation(stand, count),
    () => account(stand, Math.ceil(count / 20)),
  ]
  for (const part of parts)
    for (const figure of await part()) {
      figures.push(figure)
      say(`${figure.what}: ${figure.rows} rows in ${(figure.ms / 1000).toFixed(2)} s`)
    }
  return figures
}
