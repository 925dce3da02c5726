import './office.css'
import { useEffect } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { TaskView } from '../../../api/contract.ts'
import { ApiProblem } from '../../api.ts'
import { FormAnswers } from '../../forms/FormAnswers.tsx'
import { instant } from '../../format.ts'
import { Failure } from '../../kit/Failure.tsx'
import { Spinner } from '../../kit/Spinner.tsx'
import { Timeline } from '../../kit/Timeline.tsx'
import { Moment } from '../../kit/values.tsx'
import { useLanguage, usePick, useWords } from '../../language.tsx'
import { Page } from '../../layout/Page.tsx'
import { useLiveCase } from '../../live.ts'
import { paths } from '../../paths.ts'
import { client } from '../../queries.ts'
import { officeWords } from '../../words/office.ts'
import { Correspondence } from '../case/Correspondence.tsx'
import { NotYoursPage } from '../NotFoundPage.tsx'
import { Decided } from './Decided.tsx'
import { Decision } from './Decision.tsx'
import { DueMark } from './DueMark.tsx'
import { PaymentFacts } from './PaymentFacts.tsx'
import { taskQuery } from './queries.ts'

/** One task: who wants what and until when, everything they handed in, and the decision. */
export const TaskPage = () => {
  const { id = '' } = useParams()
  const t = useWords(officeWords)
  const l = useLanguage()
  const pick = usePick()
  const { data, error, refetch } = useQuery(taskQuery(id))
  if (error instanceof ApiProblem && error.status === 404) return <NotYoursPage />
  return (
    <Page
      title={data ? pick(data.step) : t('task')}
      lead={data ? `${pick(data.title)} · ${data.number}` : undefined}
      crumbs={[{ to: paths.inbox(l), title: t('inboxTitle') }]}
      aside={data?.state === 'open' && <DueMark task={data} lead={t('deadline')} />}
      wide
    >
      <Decided then={t('decidedNext')} />
      {data ? (
        <Whole task={data} key={data.id} />
      ) : error ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : (
        <Spinner rows={6} />
      )}
    </Page>
  )
}

const Whole = ({ task }: { task: TaskView }) => {
  const t = useWords(officeWords)
  const l = useLanguage()
  const pick = usePick()
  const view = useFreshCase(task)
  return (
    <div className="with-aside">
      <div>
        <section className="first-section" aria-labelledby="submissions">
          <h2 id="submissions">{t('submissions')}</h2>
          {view.submissions.length === 0 && <p className="muted">{t('noSubmission')}</p>}
          <div className="stack">
            {view.submissions.map((submission, at) => (
              <section className="card" key={`${submission.at}-${at}`} aria-label={pick(submission.title)}>
                <div className="section-head">
                  <h3>{pick(submission.title)}</h3>
                  <span className="fine">{t('sentAt', { at: instant(submission.at, l) })}</span>
                </div>
                <FormAnswers form={submission.form} data={submission.data} />
              </section>
            ))}
            {view.payment && <PaymentFacts payment={view.payment} />}
          </div>
        </section>
        <section className="section" aria-labelledby="decision">
          <h2 id="decision">{t('decision')}</h2>
          <Decision task={task} />
        </section>
        <Correspondence view={view} />
        <section className="section" aria-labelledby="timeline">
          <h2 id="timeline">{t('timeline')}</h2>
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
        </section>
      </div>
      <aside className="stack task-facts">
        <Facts task={task} />
      </aside>
    </div>
  )
}

/** Who it is about, until when it should be decided, and what happens if it is not. */
const Facts = ({ task }: { task: TaskView }) => {
  const t = useWords(officeWords)
  const pick = usePick()
  return (
    <section className="card stack" aria-labelledby="facts">
      <h2 id="facts">{t('facts')}</h2>
      <dl className="facts">
        <div>
          <dt>{t('person')}</dt>
          <dd className="fact-person">{task.person}</dd>
        </div>
        <div>
          <dt>{t('number')}</dt>
          <dd>{task.number}</dd>
        </div>
        <div>
          <dt>{t('opened')}</dt>
          <dd>
            <Moment value={task.openedAt} />
          </dd>
        </div>
        <div>
          <dt>{t('deadline')}</dt>
          <dd>
            <DueMark task={task} />
          </dd>
        </div>
        <div>
          <dt>{t('otherwise')}</dt>
          <dd>{t('notLapsing')}</dd>
        </div>
        <div>
          <dt>{t('department')}</dt>
          <dd>{pick(task.caseView.department.name)}</dd>
        </div>
      </dl>
      {task.state === 'open' && (
        <p className="to-decision">
          <a href="#decision">{t('toDecision')}</a>
        </p>
      )}
    </section>
  )
}

/** The case as it is now: when it moves on while the page is open, the task is asked for again. */
function useFreshCase(task: TaskView) {
  const { data } = useLiveCase(task.case, task.state === 'open')
  const moved = data !== undefined && data.seq > task.caseView.seq
  useEffect(() => {
    if (moved) void client.invalidateQueries({ queryKey: ['tasks', task.id] })
  }, [moved, task.id])
  return moved ? data : task.caseView
}
