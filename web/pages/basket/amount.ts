import type { Language, Liability } from '../../../api/contract.ts'
import { money } from '../../format.ts'
import type { Say } from '../../words/words.ts'
import type { basketWords } from '../../words/basket.ts'

/**
 * What is wrong with an amount (haléře; null: not a number) to be paid of a debt, in words; undefined when nothing.
 * The API judges again: this only spares the payer a round trip.
 */
export const amountProblem = (
  amount: number | null,
  debt: Pick<Liability, 'balance' | 'payable'>,
  t: Say<typeof basketWords>,
  l: Language,
): string | undefined => {
  if (amount === null) return t('amountNotNumber')
  if (amount <= 0) return t('amountZero')
  const balance = money(debt.balance, l)
  if (amount > debt.balance) return t('amountOver', { balance })
  if (debt.payable.how === 'whole' && amount !== debt.balance) return t('amountWhole', { balance })
  return undefined
}
