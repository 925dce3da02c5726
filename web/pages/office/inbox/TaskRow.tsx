import { Link } from 'react-router'
import { Button } from '../../../kit/Button.tsx'
import { Tag } from '../../../kit/Tag.tsx'
import { useLanguage, usePick, useWords } from '../../../language.tsx'
import { paths } from '../../../paths.ts'
import { inboxWords } from '../../../words/inbox.ts'
import { movesWords } from '../../../words/moves.ts'
import { DueMark, isLate } from '../DueMark.tsx'
import { Holder } from '../moves/Holder.tsx'
import { addressOf, type InboxPlace } from '../place.ts'
import type { Row } from './reconcile.ts'
import { Since } from './Since.tsx'

/** Class of the link that stands for its row: what the keys move between. */
export const rowLink = 'task-link'

interface Props {
  row: Row
  place: InboxPlace
  selected: boolean
  onToggle: (through: boolean) => void
  onClaim: () => void
}

/** One task of the list: what, of whom, since when, until when, who has it. */
export const TaskRow = ({ row: { task, gone, arrived }, place, selected, onToggle, onClaim }: Props) => {
  const t = useWords(inboxWords)
  const l = useLanguage()
  const pick = usePick()
  const open = task.state === 'open'
  return (
    <tr
      role="row"
      data-task={task.id}
      data-tone={open && !gone && isLate(task) ? 'late' : undefined}
      data-gone={gone}
      data-arrived={arrived}
      data-selected={selected}
    >
      {open && (
        <td role="cell" className="cell-tick">
          <label>
            <input
              type="checkbox"
              checked={selected}
              aria-label={t('select', { number: task.number })}
              onChange={() => undefined}
              onClick={event => onToggle(event.shiftKey)}
            />
          </label>
        </td>
      )}
      <th role="rowheader" scope="row" className="cell-number">
        <Link className={rowLink} to={paths.task(l, task.id, addressOf(place))}>
          {task.number}
        </Link>
      </th>
      <td role="cell" className="cell-person">
        {task.person}
        {task.principal && <span className="task-sub">{t('forWhom', { name: task.principal })}</span>}
      </td>
      <td role="cell" className="cell-what">
        {pick(task.step)}
        <span className="task-sub">{pick(task.title)}</span>
        {task.unread && <Tag tone="primary">{t('unread')}</Tag>}
      </td>
      <td role="cell" className="cell-opened" data-title={t(open ? 'opened' : 'decidedAt')}>
        <Since value={open ? task.openedAt : (task.closedAt ?? task.openedAt)} />
      </td>
      {open && (
        <td role="cell" className="cell-due" data-title={t('due')}>
          <DueMark task={task} />
        </td>
      )}
      <td role="cell" className="cell-holder" data-title={t(task.waits ? 'waits' : open ? 'holder' : 'decidedBy')}>
        {task.waits ? pick(task.waits) : <WhoHasIt task={task} gone={gone} onClaim={onClaim} />}
      </td>
    </tr>
  )
}

const WhoHasIt = ({ task, gone, onClaim }: { task: Row['task']; gone: boolean; onClaim: () => void }) => {
  const t = useWords(inboxWords)
  const m = useWords(movesWords)
  if (gone && !task.mine) return <span className="muted">{t('gone')}</span>
  if (task.assignee || task.state !== 'open') return <Holder assignee={task.assignee} />
  if (task.barred) return <span className="muted">{m('barred')}</span>
  return (
    <Button kind="secondary" size="s" onClick={onClaim}>
      {m('claim')}
      <span className="sr-only"> {m('claimWhat', { number: task.number })}</span>
    </Button>
  )
}
