import type { CaseView, OpenStepView } from '../../../api/contract.ts'
import { Alert } from '../../kit/Alert.tsx'
import { useWords } from '../../language.tsx'
import { casesWords } from '../../words/cases.ts'

const whys = { ended: 'frozenWhy', suspended: 'pausedWhy', 'principal-gone': 'goneWhy' } as const

/** Why a step stands still since the mandate behind the case does not hold, and who can do what about it. */
export const Frozen = ({ view, step: { mine, frozenBy: by } }: { view: CaseView; step: OpenStepView }) => {
  const t = useWords(casesWords)
  return (
    <Alert tone="warning" title={t('frozenTitle')}>
      <p>{t(whys[by ?? 'ended'], { name: view.filedBy })}</p>
      {mine ? (
        <p>{t(by === 'suspended' ? 'pausedMine' : 'frozenMine')}</p>
      ) : (
        by !== 'principal-gone' && <p>{t('frozenOther', { name: view.for?.name ?? '' })}</p>
      )}
    </Alert>
  )
}
