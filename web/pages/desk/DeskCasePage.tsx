import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams } from 'react-router'
import type { CaseView } from '../../../api/contract.ts'
import { Alert } from '../../kit/Alert.tsx'
import { ButtonLink } from '../../kit/Button.tsx'
import { Details } from '../../kit/Details.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { Spinner } from '../../kit/Spinner.tsx'
import { Tag } from '../../kit/Tag.tsx'
import { Timeline } from '../../kit/Timeline.tsx'
import { Moment } from '../../kit/values.tsx'
import { useLanguage, usePick, useWords } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { casesWords } from '../../words/cases.ts'
import { deskWords } from '../../words/desk.ts'
import { CaseTag } from '../case/CaseTag.tsx'
import { AnswerStep } from './AnswerStep.tsx'
import { DeskFrame } from './DeskFrame.tsx'
import { deskCaseQuery } from './queries.ts'

const FormAnswers = lazy(async () => ({ default: (await import('../../forms/FormAnswers.tsx')).FormAnswers }))

/** A case of the person present, to look at together, and to answer what waits for them. */
export const DeskCasePage = () => {
  const { person = '', id = '' } = useParams()
  const t = useWords(deskWords)
  const l = useLanguage()
  const pick = usePick()
  const { data, error, refetch } = useQuery(deskCaseQuery(person, id))
  return (
    <DeskFrame under title={() => (data ? `${pick(data.title)}, ${data.number}` : t('casesTitle'))}>
      {() =>
        data ? (
          <>
            <Whole view={data} person={person} key={data.id} />
            <div className="actions">
              <ButtonLink kind="secondary" to={paths.deskPerson(l, person)}>
                {t('toPerson')}
              </ButtonLink>
            </div>
          </>
        ) : error ? (
          <Failure cause={error} onRetry={() => void refetch()} />
        ) : (
          <Spinner rows={6} />
        )
      }
    </DeskFrame>
  )
}

const Whole = ({ view, person }: { view: CaseView; person: string }) => {
  const t = useWords(deskWords)
  const c = useWords(casesWords)
  const pick = usePick()
  const state: unknown = useLocation().state
  const [sent, setSent] = useState(false)
  const said = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (sent) said.current?.focus()
  }, [sent])
  // a form that may be answered at any time waits for nobody; it is opened when it is wanted
  const mine = view.open.filter(step => step.mine && step.form)
  return (
    <div className="stack">
      {sent && (
        <Alert tone="success" title={t('answered')} ref={said}>
          <p>{t('answeredText')}</p>
        </Alert>
      )}
      {!sent && state === 'filed' && (
        <Alert tone="success" role="status" title={t('filed', { number: view.number })}>
          <p>{t('filedText')}</p>
        </Alert>
      )}
      <p className="desk-state">
        {view.mine ? (
          <Tag tone="warning">{t('waitsForPresent')}</Tag>
        ) : (
          <>
            <CaseTag one={view} /> {view.waits && <span>{pick(view.waits)}</span>}
          </>
        )}
      </p>
      {mine.map(step => {
        const answer = <AnswerStep key={step.key} {...{ person, view, step }} onSent={() => setSent(true)} />
        return step.anytime ? (
          <Details key={step.key} summary={pick(step.title)}>
            {answer}
          </Details>
        ) : (
          answer
        )
      })}
      <section className="section" aria-labelledby="timeline">
        <h2 id="timeline">{c('timelineTitle')}</h2>
        <Timeline
          label={c('timelineTitle')}
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
      {view.submissions.map(submission => (
        <Details key={submission.at} summary={pick(submission.title)}>
          <Suspense fallback={<Spinner rows={2} />}>
            <FormAnswers form={submission.form} data={submission.data} />
          </Suspense>
        </Details>
      ))}
    </div>
  )
}
