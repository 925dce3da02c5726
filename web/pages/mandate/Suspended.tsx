import type { Mandate } from '../../../api/contract.ts'
import { instant } from '../../format.ts'
import { Alert } from '../../kit/Alert.tsx'
import { useLanguage, usePick, useWords } from '../../language.tsx'
import { mandatesWords } from '../../words/mandates.ts'

/** That the office has suspended a mandate: why, what does not work now, and what one may do about it. */
export const Suspended = ({ mandate }: { mandate: Mandate }) => {
  const t = useWords(mandatesWords)
  const l = useLanguage()
  const pick = usePick()
  const why = mandate.reason ?? (mandate.found && pick(mandate.found))
  return (
    <Alert tone="warning" title={t('suspendedTitle', { at: instant(mandate.suspendedAt ?? '', l) })}>
      {why && <p>{t('suspendedWhy', { why })}</p>}
      <p>{t(mandate.given ? 'suspendedGiven' : 'suspendedHeld')}</p>
    </Alert>
  )
}
