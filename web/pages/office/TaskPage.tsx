import './office.css'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { TaskView } from '../../../api/contract.ts'
import { ApiProblem } from '../../api.ts'
import { Details } from '../../kit/Details.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { Spinner } from '../../kit/Spinner.tsx'
import { useLanguage, usePick, useWords } from '../../language.tsx'
import { Page } from '../../layout/Page.tsx'
import { paths } from '../../paths.ts'
import { inboxWords } from '../../words/inbox.ts'
import { movesWords } from '../../words/moves.ts'
import { officeWords } from '../../words/office.ts'
import { Correspondence } from '../case/Correspondence.tsx'
import { NotYoursPage } from '../NotFoundPage.tsx'
import { Decided } from './Decided.tsx'
import { useKeys } from './keys/keys.ts'
import { KeysHelp } from './keys/KeysHelp.tsx'
import { rememberTask } from './last.ts'
import { MoveDialog, type MoveKind } from './moves/MoveDialog.tsx'
import { useOfficeNews } from './news.ts'
import { PaymentFacts } from './PaymentFacts.tsx'
import { addressOf, type InboxPlace, placeOf } from './place.ts'
import { claim, refreshOffice, taskQuery } from './queries.ts'
import { BankOrder } from './task/BankOrder.tsx'
import { Decision } from './task/Decision.tsx'
import { Facts } from './task/Facts.tsx'
import { History, Moves } from './task/History.tsx'
import { PaperList } from './task/PaperList.tsx'
import { papersOf } from './task/papers.ts'
import { Submissions } from './task/Submissions.tsx'
import { useGoOn } from './task/useGoOn.ts'

/** One task: who wants what and until when, everything they handed in, and the decision beside it. */
export const TaskPage = () => {
  const { id = '' } = useParams()
  const [query] = useSearchParams()
  const place = useMemo(() => placeOf(query), [query])
  const i = useWords(inboxWords)
  const l = useLanguage()
  const pick = usePick()
  const { data, error, refetch } = useQuery(taskQuery(id))
  useEffect(() => rememberTask(id), [id])
  useOfficeNews(
    () => void refetch(),
    change => change.task === id || change.case === data?.case,
  )
  if (error instanceof ApiProblem && error.status === 404) return <NotYoursPage />
  return (
    <Page
      title={data ? `${pick(data.step)} · ${data.number}` : i('task')}
      crumbs={[{ to: paths.inbox(l, addressOf(place)), title: i('title') }]}
      aside={<KeysHelp />}
      wide
    >
      <Decided />
      {error && <Failure cause={error} onRetry={() => void refetch()} />}
      {data ? <Whole task={data} place={place} key={data.id} /> : !error && <Spinner rows={6} />}
    </Page>
  )
}

const Whole = ({ task, place }: { task: TaskView; place: InboxPlace }) => {
  const t = useWords(officeWords)
  const m = useWords(movesWords)
  const l = useLanguage()
  const go = useNavigate()
  const goOn = useGoOn(place)
  const decision = useRef<HTMLDivElement>(null)
  const [move, setMove] = useState<MoveKind | null>(null)
  const [said, say] = useState('')
  const [failure, setFailure] = useState<unknown>(null)
  const view = task.caseView
  const papers = useMemo(() => papersOf(view, l), [view, l])
  const open = task.state === 'open'

  const take = async (): Promise<void> => {
    if (!open || task.assignee || task.barred) return
    setFailure(null)
    try {
      await claim(task.id)
      say(m('taken', { number: task.number }))
    } catch (cause) {
      setFailure(cause)
    }
    await refreshOffice()
  }
  const form = () => decision.current?.querySelector('form')
  useKeys({
    c: take,
    a: () => open && setMove('assign'),
    r: () => open && setMove('release'),
    h: () => open && setMove('handOver'),
    d: () =>
      form()?.querySelector<HTMLElement>('input, textarea, select')?.focus() ?? decision.current?.scrollIntoView(),
    p: () => form()?.requestSubmit(form()?.querySelector<HTMLElement>('button[value=preview]')),
    'Ctrl+Enter': () => form()?.requestSubmit(),
    'g i': () => go(paths.inbox(l, addressOf(place))),
  })
  return (
    <>
      <p role="status" className="task-said">
        {said}
      </p>
      {failure !== null && <Failure cause={failure} />}
      <Facts task={task} onClaim={() => void take()} onMove={setMove} />
      <div className="task">
        <div className="task-what stack">
          <h2>{t('submissions')}</h2>
          <Submissions view={view} />
          {task.refund && <BankOrder refund={task.refund} />}
          {view.payment && <PaymentFacts payment={view.payment} />}
          {papers.length > 0 && (
            <section aria-labelledby="documents">
              <h2 id="documents">{t('documents')}</h2>
              <PaperList papers={papers} />
            </section>
          )}
        </div>
        <section className="task-decision" aria-labelledby="decision">
          <h2 id="decision">{t('decision')}</h2>
          <Decision task={task} place={place} goOn={goOn} box={decision} />
          {task.moves.length > 0 && (
            <Details summary={m('moves')}>
              <Moves moves={task.moves} />
            </Details>
          )}
        </section>
        <div className="task-history">
          <Correspondence view={view} />
          <section className="section" aria-labelledby="timeline">
            <h2 id="timeline">{t('timeline')}</h2>
            <History view={view} />
          </section>
        </div>
      </div>
      {move && (
        <MoveDialog
          move={{ kind: move, tasks: [task] }}
          place={place}
          onClose={() => setMove(null)}
          onDone={(words, next) => {
            setMove(null)
            if (move === 'handOver') return void goOn({ done: words, left: null }, next)
            say(words)
            void refreshOffice()
          }}
        />
      )}
    </>
  )
}
