import { useWords } from '../../../language.tsx'
import { movesWords } from '../../../words/moves.ts'
import { release } from '../queries.ts'
import type { TaskSummary } from '../../../../api/contract.ts'
import { asking, reason, textOf } from './asking.ts'
import { FormDialog } from './FormDialog.tsx'

interface Props {
  task: { id: string; number: string }
  onDone: (task: TaskSummary) => void
  onClose: () => void
}

const form = asking({ releaseReason: reason(movesWords.releaseReason, movesWords.releaseHelp) })

/** Gives a task back to everybody, with a reason for the colleagues. */
export const GiveBack = ({ task, onDone, onClose }: Props) => {
  const t = useWords(movesWords)
  return (
    <FormDialog
      title={t('releaseTitle', { number: task.number })}
      form={form}
      submitLabel={t('release')}
      onClose={onClose}
      onSubmit={async data => onDone(await release(task.id, { reason: textOf(data, 'releaseReason') }))}
    />
  )
}
