import { useMemo, useRef } from 'react'
import type { NextTask, TaskView } from '../../../../api/contract.ts'
import { useWords } from '../../../language.tsx'
import { movesWords } from '../../../words/moves.ts'
import type { InboxPlace } from '../place.ts'
import { handOver } from '../queries.ts'
import { asking, choice, reason, textOf } from './asking.ts'
import { FormDialog } from './FormDialog.tsx'

interface Props {
  task: Pick<TaskView, 'id' | 'number' | 'departments'>
  place: InboxPlace
  onDone: (next: NextTask) => void
  onClose: () => void
}

/** Sends a task to another department, with a reason. */
export const PassOn = ({ task, place, onDone, onClose }: Props) => {
  const t = useWords(movesWords)
  // One id for all tries: again after a lost answer it is handed over once.
  const id = useRef(crypto.randomUUID())
  const form = useMemo(
    () =>
      asking({
        handOverTo: choice(movesWords.department, task.departments),
        handOverReason: reason(movesWords.handOverReason),
      }),
    [task.departments],
  )
  return (
    <FormDialog
      title={t('handOverTitle', { number: task.number })}
      lead={t('handOverLead')}
      form={form}
      submitLabel={t('handOver')}
      onClose={onClose}
      onSubmit={async data => {
        const to = { id: id.current, role: textOf(data, 'handOverTo'), reason: textOf(data, 'handOverReason') }
        onDone(await handOver(task.id, to, place))
      }}
    />
  )
}
