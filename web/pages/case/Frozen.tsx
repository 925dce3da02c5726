import type { CaseView } from '../../../api/contract.ts'
import { Alert } from '../../kit/Alert.tsx'
import { useWords } from '../../language.tsx'
import { casesWords } from '../../words/cases.ts'

/** Why a step stands still since the mandate behind the case has ended, and who can do what about it. */
export const Frozen = ({ view, mine }: { view: CaseView; mine: boolean }) => {
  const t = useWords(casesWords)
  return (
    <Alert tone="warning" title={t('frozenTitle')}>
      <p>{t('frozenWhy', { name: view.filedBy })}</p>
      <p>{mine ? t('frozenMine') : t('frozenOther', { name: view.for?.name ?? '' })}</p>
    </Alert>
  )
}
