import { overpaymentsOf } from '../../activities/payments/overpayments.ts'
import type { DataCheck } from '../judging.ts'

/** Is this an overpayment of the one who asks it back? */
export const overpayment: DataCheck = async ({ db }, who, value, language) => {
  if (who.kind !== 'citizen') return []
  const own = await overpaymentsOf(db, { subject: who.person.subjectId, person: who.person.id })
  if (own.some(({ payment }) => payment === value)) return []
  const message = {
    cs: 'Tento přeplatek u vás nevedeme, nebo už je použitý. Vyberte prosím jiný.',
    en: 'We keep no such overpayment of yours, or it has been used. Please choose another.',
  }
  return [{ path: '', rule: 'not-yours', message: message[language] }]
}
