import type { TaskView } from '../../../../api/contract.ts'
import { Button } from '../../../kit/Button.tsx'
import { Moment } from '../../../kit/values.tsx'
import { usePick, useWords } from '../../../language.tsx'
import { inboxWords } from '../../../words/inbox.ts'
import { movesWords } from '../../../words/moves.ts'
import { officeWords } from '../../../words/office.ts'
import { DueMark } from '../DueMark.tsx'
import { Holder } from '../moves/Holder.tsx'
import type { MoveKind } from '../moves/MoveDialog.tsx'
import { MandateLink } from './MandateLink.tsx'

interface Props {
  task: TaskView
  onClaim: () => void
  onMove: (kind: MoveKind) => void
}

/** Who it is about and in whose name, since when, until when and why then; who has it, and what can be done about that. */
export const Facts = ({ task, onClaim, onMove }: Props) => {
  const t = useWords(officeWords)
  const i = useWords(inboxWords)
  const m = useWords(movesWords)
  const pick = usePick()
  const open = task.state === 'open'
  return (
    <section className="card task-facts" aria-label={t('facts')}>
      <dl>
        <div>
          <dt>{i('person')}</dt>
          <dd>
            <strong>{task.person}</strong>
            {task.principal && <span className="task-sub">{i('forWhom', { name: task.principal })}</span>}
          </dd>
        </div>
        <div>
          <dt>{i('agenda')}</dt>
          <dd>{pick(task.title)}</dd>
        </div>
        <div>
          <dt>{i('opened')}</dt>
          <dd>
            <Moment value={task.openedAt} />
          </dd>
        </div>
        <div>
          <dt>{open ? t('deadline') : i('decidedAt')}</dt>
          <dd>{open ? <DueMark task={task} /> : task.closedAt ? <Moment value={task.closedAt} /> : '–'}</dd>
        </div>
        <div>
          <dt>{t('department')}</dt>
          <dd>{pick(task.caseView.department.name)}</dd>
        </div>
        <div>
          <dt>{i(open ? 'holder' : 'decidedBy')}</dt>
          <dd>
            <Holder assignee={task.assignee} />
          </dd>
        </div>
        {task.caseView.mandate && <MandateLink mandate={task.caseView.mandate} />}
      </dl>
      {open && (
        <div className="task-moves">
          {task.deadline && <p>{pick(task.deadline)}</p>}
          <div>
            {!task.assignee && !task.barred && (
              <Button size="s" kind="secondary" onClick={onClaim}>
                {m('claim')}
              </Button>
            )}
            {task.mayAssign && (
              <Button size="s" kind="secondary" onClick={() => onMove('assign')}>
                {m('assign')}
              </Button>
            )}
            {task.assignee && task.mayAssign && (
              <Button size="s" kind="secondary" onClick={() => onMove('release')}>
                {m('release')}
              </Button>
            )}
            {task.departments.length > 0 && (task.mayAssign || !task.assignee) && (
              <Button size="s" kind="secondary" onClick={() => onMove('handOver')}>
                {m('handOver')}
              </Button>
            )}
          </div>
        </div>
      )}
    </section>
  )
}
