import type { DataCheck } from '../judging.ts'

/** Does this refund by transfer still wait for a bank statement to show it sent? */
export const sentRefund: DataCheck = async ({ db }, who, value, language) => {
  if (who.kind !== 'official') return []
  const refund = await db
    .selectFrom('refund')
    .select('id')
    .where('id', '=', String(value))
    .where('via', '=', 'transfer')
    .where('madeBy', 'is', null)
    .where('state', 'in', ['approved', 'done'])
    .executeTakeFirst()
  if (refund) return []
  const message = {
    cs: 'Tohle vrácení už jiný výpis ukázal, nebo se mezitím zrušilo. Vyberte prosím jiné.',
    en: 'Another statement has shown this refund already, or it was cancelled meanwhile. Please choose another.',
  }
  return [{ path: '', rule: 'not-waiting', message: message[language] }]
}
