import { lazy, Suspense } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams } from 'react-router'
import type { CaseView } from '../../../api/contract.ts'
import { Alert } from '../../kit/Alert.tsx'
import { ButtonLink } from '../../kit/Button.tsx'
import { Details } from '../../kit/Details.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { Spinner } from '../../kit/Spinner.tsx'
import { Timeline } from '../../kit/Timeline.tsx'
import { Moment } from '../../kit/values.tsx'
import { useLanguage, usePick, useWords } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { casesWords } from '../../words/cases.ts'
import { deskWords } from '../../words/desk.ts'
import { CaseTag } from '../case/CaseTag.tsx'
import { DeskFrame } from './DeskFrame.tsx'
import { deskCaseQuery } from './queries.ts'

const FormAnswers = lazy(async () => ({ default: (await import('../../forms/FormAnswers.tsx')).FormAnswers }))

/** A case of the person present, to look at together. */
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
            <Whole view={data} />
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

const Whole = ({ view }: { view: CaseView }) => {
  const t = useWords(deskWords)
  const c = useWords(casesWords)
  const pick = usePick()
  const state: unknown = useLocation().state
  return (
    <div className="stack">
      {state === 'filed' && (
        <Alert tone="success" role="status" title={t('filed', { number: view.number })}>
          <p>{t('filedText')}</p>
        </Alert>
      )}
      <p className="desk-state">
        <CaseTag one={view} /> {view.waits && <span>{pick(view.waits)}</span>}
      </p>
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
