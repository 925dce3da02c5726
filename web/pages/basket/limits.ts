import type { Debtor } from '../../../api/contract.ts'

/** A debtor for whom more is to be paid at once than the mandate allows; amounts in haléře. */
export interface OverLimit {
  debtor: Debtor
  sum: number
  limit: number
}

/** For whom a payment of these amounts would go over the limit of the mandate. The API judges again. */
export const limitsOver = (
  debtors: readonly Debtor[],
  amounts: readonly { subject: string | null; amount: number }[],
): OverLimit[] =>
  debtors.flatMap(debtor => {
    const sum = amounts.reduce((all, one) => (one.subject === debtor.subject ? all + one.amount : all), 0)
    return debtor.limit !== null && sum > debtor.limit ? [{ debtor, sum, limit: debtor.limit }] : []
  })
