import { spreadable } from '../../activities/instalments/spreading.ts'
import { spreadFlawWords } from '../../activities/instalments/words.ts'
import type { DataCheck } from '../judging.ts'

/** May this debt, named by its number, be paid in instalments? One of the sender's own, or of the principal's in whose name they ask. */
export const debtToSpread: DataCheck = async (deps, who, value, language, acting) => {
  // whoever helps at the desk asks as the citizen; an official has no debts here
  if (who.kind !== 'citizen') return []
  const subject = acting?.subject ?? who.person.subjectId
  const found =
    subject === null || typeof value !== 'string'
      ? ({ flaw: 'not-yours' } as const)
      : await spreadable(deps, subject, value)
  return 'flaw' in found ? [{ path: '', rule: found.flaw, message: spreadFlawWords[found.flaw][language] }] : []
}
