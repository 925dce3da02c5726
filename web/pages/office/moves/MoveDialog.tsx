import { useQuery } from '@tanstack/react-query'
import type { Inbox, TaskSummary, TaskView } from '../../../../api/contract.ts'
import { Button } from '../../../kit/Button.tsx'
import { Dialog } from '../../../kit/Dialog.tsx'
import { Failure } from '../../../kit/Failure.tsx'
import { Spinner } from '../../../kit/Spinner.tsx'
import { useWords } from '../../../language.tsx'
import { movesWords } from '../../../words/moves.ts'
import { shell } from '../../../words/shell.ts'
import type { InboxPlace } from '../place.ts'
import { taskQuery } from '../queries.ts'
import { Assign } from './Assign.tsx'
import { GiveBack } from './GiveBack.tsx'
import { PassOn } from './PassOn.tsx'

export type MoveKind = 'assign' | 'release' | 'handOver'

/** What shall be done with which tasks; only assigning is for several at once. */
export interface Move {
  kind: MoveKind
  tasks: readonly [TaskSummary, ...TaskSummary[]]
}

interface Props {
  move: Move
  place: InboxPlace
  /** Colleagues with what they have, for a supervisor. */
  loads?: Inbox['colleagues'] | undefined
  /** It is done: words about it, and the task to go on with after handing over. */
  onDone: (words: string, next?: string | null) => void
  onClose: () => void
}

/** Asks what is needed for a move and makes it; or says why it cannot be made now. */
export const MoveDialog = ({ move, place, loads = [], onDone, onClose }: Props) => {
  const t = useWords(movesWords)
  const [first] = move.tasks
  const { data, error } = useQuery(taskQuery(first.id))
  const notice = (title: string, words: React.ReactNode) => (
    <Notice title={title} onClose={onClose}>
      {words}
    </Notice>
  )
  if (error) return notice(t('mayNotTitle'), <Failure cause={error} />)
  if (!data) return notice(t(move.kind), <Spinner />)
  const refusal = refused(move, data)
  if (refusal) return notice(t('mayNotTitle'), <p>{t(refusal)}</p>)
  switch (move.kind) {
    case 'assign':
      return (
        <Assign
          tasks={move.tasks.map(task => task.id)}
          colleagues={data.colleagues.map(one => ({ ...one, ...loads.find(load => load.id === one.id) }))}
          held={move.tasks.some(task => task.assignee)}
          onDone={({ assigned: n, to }) => onDone(to ? t('assigned', { n, name: to.name }) : t('returned', { n }))}
          onClose={onClose}
        />
      )
    case 'release':
      return <GiveBack task={first} onDone={() => onDone(t('released', { number: first.number }))} onClose={onClose} />
    case 'handOver':
      return (
        <PassOn
          task={data}
          place={place}
          onDone={({ task }) => onDone(t('handedOver', { number: first.number }), task)}
          onClose={onClose}
        />
      )
  }
}

/** Why a move would be refused anyway; undefined when it may be tried. */
function refused({ kind }: Move, task: TaskView) {
  if (task.state !== 'open') return 'isClosed'
  if (kind === 'assign') return task.mayAssign ? undefined : 'mayNotAssign'
  if (kind === 'handOver') return task.departments.length > 0 ? undefined : 'nowhere'
  if (!task.assignee) return 'nobodyHas'
  return task.mayAssign ? undefined : 'mayNotRelease'
}

const Notice = ({ title, onClose, children }: { title: string; onClose: () => void; children: React.ReactNode }) => {
  const s = useWords(shell)
  return (
    <Dialog title={title} onClose={onClose} actions={<Button onClick={onClose}>{s('close')}</Button>}>
      {children}
    </Dialog>
  )
}
