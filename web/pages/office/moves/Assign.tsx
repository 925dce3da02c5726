import { useMemo } from 'react'
import type { Assigned, Colleague, Words } from '../../../../api/contract.ts'
import { day } from '../../../format.ts'
import { useWords } from '../../../language.tsx'
import { movesWords } from '../../../words/moves.ts'
import { say } from '../../../words/words.ts'
import { assign } from '../queries.ts'
import { asking, choice, reason, textOf } from './asking.ts'
import { FormDialog } from './FormDialog.tsx'

interface Props {
  tasks: readonly string[]
  colleagues: readonly (Colleague & { open?: number })[]
  /** Somebody has one of the tasks, so that they can be put back for everybody. */
  held: boolean
  onDone: (assigned: Assigned) => void
  onClose: () => void
}

/** No official has such an id. */
const nobody = '-'

/** Asks to whom the tasks shall go, and gives them to that colleague. */
export const Assign = ({ tasks, colleagues, held, onDone, onClose }: Props) => {
  const t = useWords(movesWords)
  const form = useMemo(() => {
    const people = colleagues.map(one => ({ id: one.id, name: nameOf(one) }))
    const back = held ? [{ id: nobody, name: movesWords.backToAll }] : []
    return asking(
      { assignTo: choice(movesWords.to, [...people, ...back]), assignReason: reason(movesWords.reason) },
      { optional: ['assignReason'] },
    )
  }, [colleagues, held])
  return (
    <FormDialog
      title={t('assignTitle', { n: tasks.length })}
      form={form}
      submitLabel={t('assign')}
      onClose={onClose}
      onSubmit={async data => {
        const to = textOf(data, 'assignTo')
        const why = textOf(data, 'assignReason')
        onDone(await assign({ tasks: [...tasks], to: to === nobody ? null : to, ...(why && { reason: why }) }))
      }}
    />
  )
}

/** A colleague with what they have on their desk, and who has it while they are away. */
function nameOf({ name, open, substitute }: Colleague & { open?: number }): Words {
  const inLanguage = (l: 'cs' | 'en') =>
    [
      name,
      ...(open === undefined ? [] : [say(movesWords, l, 'has', { n: open })]),
      ...(substitute ? [say(movesWords, l, 'away', { name: substitute.name, day: day(substitute.until, l) })] : []),
    ].join(' · ')
  return { cs: inLanguage('cs'), en: inLanguage('en') }
}
