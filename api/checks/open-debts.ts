import { money } from '../../city/typeset.ts'
import type { DataCheck } from '../judging.ts'

/** Debts that a clerk settles with money the city has received: they are there, and still owe that much. */
export const openDebts: DataCheck = async ({ ledger }, who, value, language) => {
  if (who.kind !== 'official' || !Array.isArray(value)) return []
  const items: unknown[] = value
  const problems = await Promise.all(
    items.map(async (item, at) => {
      if (typeof item !== 'object' || item === null || !('liability' in item) || !('amount' in item)) return []
      const debt = await ledger.get(String(item.liability))
      if (debt && debt.balance >= Number(item.amount)) return []
      const left = debt?.balance ?? 0
      const message = {
        cs: `Na tento závazek zbývá zaplatit ${money(left, 'cs')}. Opravte částku, nebo ho odeberte.`,
        en: `${money(left, 'en')} is left to pay of this debt. Correct the amount, or take it out.`,
      }
      return [{ path: `/${at}/amount`, rule: 'over-balance', message: message[language] }]
    }),
  )
  return problems.flat()
}
