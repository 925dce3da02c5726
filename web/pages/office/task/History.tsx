import type { CaseView, TaskMove } from '../../../../api/contract.ts'
import { Timeline } from '../../../kit/Timeline.tsx'
import { Moment } from '../../../kit/values.tsx'
import { usePick, useWords } from '../../../language.tsx'
import { movesWords } from '../../../words/moves.ts'
import { officeWords } from '../../../words/office.ts'

/** What has happened in the case, oldest first. */
export const History = ({ view }: { view: CaseView }) => {
  const t = useWords(officeWords)
  const pick = usePick()
  return (
    <Timeline
      label={t('timeline')}
      items={view.timeline.map((event, at) => ({
        key: `${event.at}-${at}`,
        title: pick(event.title),
        when: (
          <>
            <Moment value={event.at} />
            {event.actor && ` · ${event.actor}`}
          </>
        ),
        body: event.body && <p className="event-body">{pick(event.body)}</p>,
        state: 'done',
      }))}
    />
  )
}

/** Who had the task and why it went on, the newest first. */
export const Moves = ({ moves }: { moves: readonly TaskMove[] }) => {
  const t = useWords(movesWords)
  const pick = usePick()
  const title = ({ what, to }: TaskMove): string => {
    const name = to ? pick(to) : ''
    switch (what) {
      case 'claimed':
        return t('movedClaimed')
      case 'released':
        return t('movedReleased')
      case 'assigned':
        return to ? t('movedAssigned', { to: name }) : t('movedBack')
      case 'handed-over':
        return t('movedHandedOver', { to: name })
      case 'escalated':
        return t('movedEscalated')
    }
  }
  return (
    <ol className="moves plain">
      {moves.toReversed().map((move, at) => (
        <li key={`${move.at}-${at}`}>
          <p>{title(move)}</p>
          <p className="fine">
            <Moment value={move.at} />
            {move.by && ` · ${move.by}`}
          </p>
          {move.reason && <p className="move-reason">{move.reason}</p>}
        </li>
      ))}
    </ol>
  )
}
