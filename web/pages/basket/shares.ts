import type { Debtor } from '../../../api/contract.ts'

/** What is to be paid at once of one debtor's debts, in haléře, and whether the mandate's limit allows that. */
export interface Share {
  debtor: Debtor
  sum: number
  over: boolean
}

/** How a payment is shared among those whose debts it pays. The API judges the limits again. */
export const sharesOf = (
  debtors: readonly Debtor[],
  amounts: readonly { subject: string | null; amount: number }[],
): Share[] =>
  debtors.flatMap(debtor => {
    const own = amounts.filter(({ subject }) => subject === debtor.subject)
    const sum = own.reduce((all, { amount }) => all + amount, 0)
    return own.length === 0 ? [] : [{ debtor, sum, over: debtor.limit !== null && sum > debtor.limit }]
  })
