import { lazy, Suspense, useRef, useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import type { CaseView, FieldProblem, OpenStepView } from '../../api/contract.ts'
import { ApiProblem } from '../api.ts'
import { FormAnswers } from '../forms/FormAnswers.tsx'
import { address, instant } from '../format.ts'
import { Alert } from '../kit/Alert.tsx'
import { Button, ButtonLink } from '../kit/Button.tsx'
import { Details } from '../kit/Details.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Official } from '../kit/Official.tsx'
import { Spinner } from '../kit/Spinner.tsx'
import { Timeline } from '../kit/Timeline.tsx'
import { Day, Email, Limit, Moment, Money, Phone } from '../kit/values.tsx'
import { useLanguage, usePick, useWords } from '../language.tsx'
import { Page } from '../layout/Page.tsx'
import { useLiveCase } from '../live.ts'
import { paths } from '../paths.ts'
import { tell } from '../queries.ts'
import { casesWords } from '../words/cases.ts'
import { CaseTag } from './case/CaseTag.tsx'
import { Correspondence } from './case/Correspondence.tsx'
import { Frozen } from './case/Frozen.tsx'
import { InName } from './case/InName.tsx'
import { Invited } from './case/Invited.tsx'
import { isMandateOver, MandateOver } from './case/MandateOver.tsx'
import { Parties } from './case/Parties.tsx'
import { Withdraw } from './case/Withdraw.tsx'
import { FileLink } from './DocumentsPage.tsx'
import { NotYoursPage } from './NotFoundPage.tsx'

const CaseForm = lazy(async () => ({ default: (await import('../forms/CaseForm.tsx')).CaseForm }))

/** One case: what is awaited, from whom and until when; what happened; what was filed; who is handling it. */
export const CasePage = () => {
  const { id = '' } = useParams()
  const [query] = useSearchParams()
  const code = query.get('code')
  return code ? <Invited caseId={id} code={code} /> : <Known id={id} />
}

const Known = ({ id }: { id: string }) => {
  const t = useWords(casesWords)
  const l = useLanguage()
  const pick = usePick()
  const { data, error, refetch } = useLiveCase(id)
  if (isMandateOver(error)) return <MandateOver suspended={error.details.code === 'mandate-suspended'} />
  if (error instanceof ApiProblem && error.status === 404) return <NotYoursPage />
  return (
    <Page
      title={data ? pick(data.title) : t('title')}
      lead={data ? t('number', { number: data.number }) : undefined}
      crumbs={[{ to: paths.cases(l), title: t('title') }]}
      aside={data && <CaseTag one={data} />}
      wide
    >
      {data ? (
        <Whole view={data} />
      ) : error ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : (
        <Spinner rows={6} />
      )}
    </Page>
  )
}

const Whole = ({ view }: { view: CaseView }) => {
  const t = useWords(casesWords)
  const l = useLanguage()
  const pick = usePick()
  const [asking, setAsking] = useState(false)
  // A mandate's own page says better than a step that it can be ended at any time.
  const steps = view.open.filter(step => !(step.anytime && view.mandate))
  const invited = view.role !== null && steps.some(step => step.mine)
  return (
    <div className="with-aside">
      <div>
        <InName view={view} />
        {view.pending && (
          <Alert role="status">
            <p>{t('pending')}</p>
          </Alert>
        )}
        {view.assistedBy && (
          <Alert>
            <p>{t('assisted', { name: view.assistedBy })}</p>
          </Alert>
        )}
        {invited && <Submissions view={view} asked />}
        {steps.length > 0 && (
          <section aria-labelledby="now">
            <h2 id="now">{t('nowTitle')}</h2>
            <div className="stack">
              {steps.map(step => (
                <OpenStep key={step.key} view={view} step={step} />
              ))}
            </div>
          </section>
        )}
        <Correspondence view={view} />
        <section className="section" aria-labelledby="timeline">
          <h2 id="timeline">{t('timelineTitle')}</h2>
          <Timeline
            label={t('timelineTitle')}
            items={view.timeline.map((event, i) => ({
              key: `${event.at}-${i}`,
              title: pick(event.title),
              when: (
                <>
                  <Moment value={event.at} />
                  {event.actor &&
                    ` · ${event.for ? t('actorFor', { actor: event.actor, name: event.for }) : event.actor}`}
                </>
              ),
              body: event.body && <p className="event-body">{pick(event.body)}</p>,
              state: 'done',
            }))}
          />
        </section>
        {!invited && <Submissions view={view} />}
      </div>
      <aside className="stack">
        {view.payment && (
          <section className="card stack">
            <p className="pay-sum">
              <Money amount={view.payment.amount} />
            </p>
            <ButtonLink kind="secondary" to={paths.payment(l, view.id)} icon="card">
              {t(view.state === 'closed' ? 'showPayment' : 'toPayment')}
            </ButtonLink>
          </section>
        )}
        {view.documents.length > 0 && (
          <section className="card">
            <h2>{t('documentsTitle')}</h2>
            <ul className="plain">
              {view.documents.map(document => (
                <li key={document.id}>
                  <strong>{pick(document.title)}</strong> <span className="fine">{document.number}</span>
                  <br />
                  <FileLink document={document} />
                </li>
              ))}
            </ul>
          </section>
        )}
        <Parties view={view} />
        {view.mandate && (
          <ButtonLink kind="secondary" icon="mandate" wide to={paths.mandate(l, view.mandate)}>
            {t('toMandate')}
          </ButtonLink>
        )}
        <section className="card stack">
          <h2>{t('responsibleTitle')}</h2>
          {view.official && <Official official={view.official} />}
          <div>
            <p>
              <strong>{pick(view.department.name)}</strong>
            </p>
            <p>{address(view.department.address)}</p>
            {!view.official && (
              <>
                <p>
                  <Phone value={view.department.phone} />
                </p>
                <p>
                  <Email value={view.department.email} />
                </p>
              </>
            )}
          </div>
        </section>
        {view.mayWithdraw && (
          <Button kind="secondary" wide onClick={() => setAsking(true)}>
            {t('withdraw')}
          </Button>
        )}
        {asking && (
          <Withdraw
            caseId={view.id}
            title={t('withdrawTitle')}
            text={t('withdrawText')}
            yes={t('withdrawYes')}
            no={t('withdrawNo')}
            onClose={() => setAsking(false)}
          />
        )}
      </aside>
    </div>
  )
}

/** What was filed; to somebody who was invited, what they are asked about, open before the question. */
const Submissions = ({ view, asked }: { view: CaseView; asked?: boolean }) => {
  const t = useWords(casesWords)
  const l = useLanguage()
  const pick = usePick()
  if (view.submissions.length === 0) return null
  return (
    <section className={asked ? 'stack asked' : 'section stack'} aria-labelledby="submissions">
      <h2 id="submissions">{t(asked ? 'askedTitle' : 'submissionsTitle')}</h2>
      {asked && <p>{t('askedBy', { name: view.for?.name ?? view.filedBy })}</p>}
      {view.submissions.map((submission, i) => (
        <Details
          open={asked === true}
          key={`${submission.at}-${i}`}
          summary={
            <>
              {pick(submission.title)} <span className="fine">{t('sentAt', { at: instant(submission.at, l) })}</span>
            </>
          }
        >
          <FormAnswers form={submission.form} data={submission.data} />
        </Details>
      ))}
    </section>
  )
}

/** A step that waits: for whom, since when, until when, and what happens if nothing comes; with its form if it is ours. */
const OpenStep = ({ view, step }: { view: CaseView; step: OpenStepView }) => {
  const t = useWords(casesWords)
  const l = useLanguage()
  const pick = usePick()
  return (
    <section className="card stack open-step" data-mine={step.mine}>
      <h3>{pick(step.title)}</h3>
      {step.frozen && <Frozen view={view} step={step} />}
      <dl className="facts facts-row">
        <div>
          <dt>{t('awaited')}</dt>
          <dd>{pick(step.awaited)}</dd>
        </div>
        <div>
          <dt>{t('since')}</dt>
          <dd>
            <Moment value={step.since} />
          </dd>
        </div>
        {step.until && (
          <div>
            <dt>{t('until')}</dt>
            <dd>
              <Limit value={step.until} />
            </dd>
          </div>
        )}
        {step.due && (
          <div>
            <dt>{t('due')}</dt>
            <dd>
              <Day value={step.due} />
            </dd>
          </div>
        )}
        {step.otherwise && (
          <div>
            <dt>{t('otherwise')}</dt>
            <dd>{pick(step.otherwise)}</dd>
          </div>
        )}
      </dl>
      {step.late && <p className="late">{t('late')}</p>}
      {step.mine && step.kind === 'pay' && (
        <ButtonLink to={paths.payment(l, view.id)} icon="card">
          {t('toPayment')}
        </ButtonLink>
      )}
      {step.mine && step.form && <Answer view={view} step={step} />}
    </section>
  )
}

const Answer = ({ view, step }: { view: CaseView; step: OpenStepView }) => {
  const t = useWords(casesWords)
  const id = useRef(crypto.randomUUID())
  const send = async (data: unknown): Promise<FieldProblem[] | undefined> => {
    try {
      await tell(view.id, { id: id.current, kind: 'answer', stepKey: step.key, data })
      return undefined
    } catch (cause) {
      // Without problems it may be stored and only the answer lost: then the same id again does nothing twice.
      const problems = cause instanceof ApiProblem ? cause.details.problems : undefined
      if (!problems?.length) throw cause
      id.current = crypto.randomUUID()
      return problems
    }
  }
  if (!step.form) return null
  return (
    <Suspense fallback={<Spinner rows={6} />}>
      <CaseForm
        form={step.form}
        draftKey={`${view.id}:${step.key}`.replace(/[^\w.:-]/g, '.')}
        onSubmit={send}
        submitLabel={t('send')}
      />
    </Suspense>
  )
}
