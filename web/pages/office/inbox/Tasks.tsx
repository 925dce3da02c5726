import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { Inbox, TaskSummary } from '../../../../api/contract.ts'
import { Button } from '../../../kit/Button.tsx'
import { Failure } from '../../../kit/Failure.tsx'
import { useWords } from '../../../language.tsx'
import { inboxWords } from '../../../words/inbox.ts'
import { useKeys } from '../keys/keys.ts'
import { type Move, MoveDialog, type MoveKind } from '../moves/MoveDialog.tsx'
import type { InboxPlace } from '../place.ts'
import { refreshOffice } from '../queries.ts'
import { Bulk } from './Bulk.tsx'
import { Empty } from './Empty.tsx'
import { searchId } from './Filters.tsx'
import { rowLink } from './TaskRow.tsx'
import { TaskTable } from './TaskTable.tsx'
import type { useInboxList } from './useInboxList.ts'
import { useRowKeys } from './useRowKeys.ts'
import { useSelection } from './useSelection.ts'
import { useTaking } from './useTaking.ts'

interface Props {
  place: InboxPlace
  inbox: Inbox
  list: ReturnType<typeof useInboxList>
  table: RefObject<HTMLTableElement | null>
  /** Whoever searched wants to go on in the list: a search whose first row gets the focus once it is there. */
  entering: string | null
  onEntered: () => void
}

/** The list with all that can be done in it, by mouse and by keys. */
export const Tasks = ({ place, inbox, list, table, entering, onEntered }: Props) => {
  const t = useWords(inboxWords)
  const { rows = [], waiting = [] } = list.shown ?? {}
  const tasks = rows.map(row => row.task)
  const usable = rows.filter(({ task, gone }) => task.state === 'open' && (!gone || task.mine)).map(row => row.task)
  const selection = useSelection(usable.map(task => task.id))
  const keys = useRowKeys(table)
  const [move, setMove] = useState<Move | null>(null)
  const { said, say, failure, take } = useTaking(list.put, () => void refreshOffice())
  const lastRow = useRef<string | null>(null)

  const chosen = usable.filter(task => selection.has(task.id))
  /** The selected tasks; when none is, the one whose row has the focus. */
  const meant = (): TaskSummary[] => (chosen.length > 0 ? chosen : usable.filter(task => task.id === keys.current()))
  const takeThem = async (them: readonly TaskSummary[]): Promise<void> => {
    const here = keys.current()
    await take(them.filter(task => !task.assignee && !task.barred))
    selection.clear()
    // The button that was pressed is not there any more.
    if (here) keys.focus(here)
  }
  const begin = (kind: MoveKind): void => {
    const [first, ...more] = meant()
    lastRow.current = keys.current()
    if (first) setMove({ kind, tasks: [first, ...(kind === 'assign' ? more : [])] })
  }
  const end = (words?: string): void => {
    setMove(null)
    if (words === undefined) return
    say(words)
    selection.clear()
    void refreshOffice()
    if (lastRow.current) keys.focus(lastRow.current)
  }
  const toggle = (): void => {
    const id = keys.current()
    if (id && usable.some(task => task.id === id)) selection.toggle(id)
  }
  useKeys({
    j: () => keys.step(1),
    k: () => keys.step(-1),
    // Elsewhere the arrows scroll the page.
    ArrowDown: () => keys.inList() && keys.step(1),
    ArrowUp: () => keys.inList() && keys.step(-1),
    x: toggle,
    c: () => takeThem(meant()),
    a: () => begin('assign'),
    r: () => begin('release'),
    h: () => begin('handOver'),
    '/': () => document.getElementById(searchId)?.focus(),
  })

  const enters = entering === (place.q ?? '') && !list.loading
  useEffect(() => {
    if (!enters) return
    table.current?.querySelector<HTMLElement>(`.${rowLink}`)?.focus()
    onEntered()
  }, [enters, table, onEntered])

  const gone = rows.filter(row => row.gone && !row.task.mine).length
  const news = [
    waiting.length > 0 && `${t('arrived', { n: waiting.length })}.`,
    gone > 0 && `${t('left', { n: gone })}.`,
  ]
  const n = tasks.length
  const amount = n > 0 && !list.loading && `${list.hasNextPage ? t('first', { n }) : t('countOf', { n })}.`
  return (
    <>
      <div className="inbox-news">
        <p role="status">{[said, amount, ...news].filter(Boolean).join(' ')}</p>
        {(waiting.length > 0 || gone > 0) && (
          <Button kind="secondary" size="s" onClick={list.showAll}>
            {t('refresh')}
          </Button>
        )}
      </div>
      {failure !== null && <Failure cause={failure} />}
      {tasks.length === 0 ? (
        <Empty place={place} counts={inbox.counts} />
      ) : (
        <TaskTable
          ref={table}
          loading={list.loading}
          rows={rows}
          place={place}
          selection={selection}
          onClaim={id => void takeThem(tasks.filter(task => task.id === id))}
        />
      )}
      {list.hasNextPage && (
        <div className="pager">
          <p>{t('first', { n })}</p>
          <Button kind="secondary" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
      <Bulk
        selected={chosen.length}
        mayClaim={chosen.some(task => !task.assignee && !task.barred)}
        mayAssign={inbox.colleagues.length > 0 || chosen.every(task => task.mine)}
        onClaim={() => void takeThem(chosen)}
        onAssign={() => begin('assign')}
        onClear={selection.clear}
      />
      {move && <MoveDialog move={move} place={place} loads={inbox.colleagues} onDone={end} onClose={() => end()} />}
    </>
  )
}
