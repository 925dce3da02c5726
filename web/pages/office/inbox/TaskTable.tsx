import type { Ref } from 'react'
import { useWords } from '../../../language.tsx'
import { inboxWords } from '../../../words/inbox.ts'
import type { InboxPlace } from '../place.ts'
import type { Row } from './reconcile.ts'
import { TaskRow } from './TaskRow.tsx'
import type { Selection } from './useSelection.ts'

interface Props {
  rows: readonly Row[]
  /** What was looked at before still stands here while the new list is on its way. */
  loading: boolean
  place: InboxPlace
  selection: Selection
  onClaim: (id: string) => void
  ref: Ref<HTMLTableElement>
}

/** The list of tasks: a table on a wide screen, cards on a narrow one. Roles are spelled out, since CSS display takes them away. */
export const TaskTable = ({ rows, loading, place, selection, onClaim, ref }: Props) => {
  const t = useWords(inboxWords)
  const open = place.view !== 'waiting' && place.view !== 'done'
  const columns = [
    'number',
    'person',
    'what',
    open ? 'opened' : 'decidedAt',
    ...(open ? (['due'] as const) : []),
    open ? 'holder' : place.view === 'waiting' ? 'waits' : 'decidedBy',
  ] as const
  const all = selection.ids.length === rows.filter(row => row.task.state === 'open').length
  return (
    <table className="table tasks" role="table" ref={ref} data-open={open} data-loading={loading}>
      <caption className="sr-only">{t('list', { view: t(place.view) })}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {open && (
            <th role="columnheader" scope="col" className="cell-tick">
              <label>
                <input
                  type="checkbox"
                  checked={all}
                  ref={box => {
                    if (box) box.indeterminate = !all && selection.ids.length > 0
                  }}
                  onChange={all ? selection.clear : selection.all}
                />
                <span className="select-all">{t('selectAll')}</span>
              </label>
            </th>
          )}
          {columns.map(column => (
            <th key={column} role="columnheader" scope="col">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(row => (
          <TaskRow
            key={row.task.id}
            row={row}
            place={place}
            selected={selection.has(row.task.id)}
            onToggle={through => selection.toggle(row.task.id, through)}
            onClaim={() => onClaim(row.task.id)}
          />
        ))}
      </tbody>
    </table>
  )
}
