import type { TaskSummary } from '../../../../api/contract.ts'
import { day } from '../../../format.ts'
import { useLanguage, useWords } from '../../../language.tsx'
import { useSession } from '../../../session.tsx'
import { movesWords } from '../../../words/moves.ts'

/** Who has a task; for one who is away also who stands in. */
export const Holder = ({ assignee }: { assignee: TaskSummary['assignee'] }) => {
  const t = useWords(movesWords)
  const l = useLanguage()
  const { official } = useSession()
  if (!assignee) return <span className="muted">{t('nobody')}</span>
  const { substitute } = assignee
  return (
    <>
      {assignee.id === official?.id ? <strong>{t('you')}</strong> : assignee.name}
      {substitute && (
        <span className="task-sub">{t('standsIn', { name: substitute.name, day: day(substitute.until, l) })}</span>
      )}
    </>
  )
}
