import type { CaseSummary } from '../../../api/contract.ts'
import { Tag } from '../../kit/Tag.tsx'
import { usePick, useWords } from '../../language.tsx'
import { casesWords } from '../../words/cases.ts'

/** The state of a case in a label; of a closed one, how it ended. */
export const CaseTag = ({ one }: { one: CaseSummary }) => {
  const t = useWords(casesWords)
  const pick = usePick()
  if (one.state === 'closed') return <Tag>{one.outcomeTitle ? pick(one.outcomeTitle) : t('stateClosed')}</Tag>
  if (one.mine) return <Tag tone="warning">{t('stateMine')}</Tag>
  return <Tag tone="primary">{t(one.state === 'filed' ? 'stateFiled' : 'stateOpen')}</Tag>
}
