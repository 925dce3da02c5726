import '../../../styles/money.css'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import type { DayView } from '../../../../api/contract.ts'
import { isDay, today } from '../../../../forms/day.ts'
import { ApiProblem } from '../../../api.ts'
import { day as dayIn, money } from '../../../format.ts'
import { Alert } from '../../../kit/Alert.tsx'
import { ButtonAnchor, ButtonLink } from '../../../kit/Button.tsx'
import { Failure } from '../../../kit/Failure.tsx'
import { Select } from '../../../kit/Select.tsx'
import { Spinner } from '../../../kit/Spinner.tsx'
import { Table } from '../../../kit/Table.tsx'
import { useLanguage, useWords } from '../../../language.tsx'
import { Page } from '../../../layout/Page.tsx'
import { apiPaths, paths } from '../../../paths.ts'
import { dayWords } from '../../../words/days.ts'
import { moneyWords } from '../../../words/money.ts'
import { NotYoursPage } from '../../NotFoundPage.tsx'
import { signed } from './amounts.ts'
import { Closing } from './day/Closing.tsx'
import { Entries } from './day/Entries.tsx'
import { Pending } from './day/Pending.tsx'
import { dayQuery } from './day/queries.ts'
import { Totals } from './day/Totals.tsx'
import { UnknownEvents } from './day/UnknownEvents.tsx'
import { DayField } from './DayField.tsx'
import { dayAfter } from './days.ts'

/** A day of the city's money: each side of it, what belongs where, and its closing by two treasurers. */
export const DayPage = () => {
  const { day = '' } = useParams()
  const t = useWords(dayWords)
  const m = useWords(moneyWords)
  const l = useLanguage()
  const { data: view, error, refetch } = useQuery({ ...dayQuery(day), enabled: isDay(day) })
  if (!isDay(day) || (error instanceof ApiProblem && error.status === 404)) return <NotYoursPage />
  return (
    <Page
      title={`${t('title')} ${dayIn(day, l)}`}
      lead={t('lead')}
      crumbs={[
        { to: paths.statements(l), title: m('title') },
        { to: paths.moneyDays(l), title: m('toDays') },
      ]}
      wide
    >
      <div className="stack">
        <Days day={day} />
        {error && <Failure cause={error} onRetry={() => void refetch()} />}
        {!view && !error && <Spinner rows={8} />}
        {view && <Sides view={view} />}
      </div>
    </Page>
  )
}

/** The way to another day. */
const Days = ({ day }: { day: string }) => {
  const t = useWords(dayWords)
  const l = useLanguage()
  const go = useNavigate()
  return (
    <div className="day-choice">
      <ButtonLink kind="secondary" to={paths.moneyDay(l, dayAfter(day, -1))}>
        {t('before')}
      </ButtonLink>
      <DayField
        id="day"
        label={t('dayField')}
        value={day}
        onDay={chosen => isDay(chosen) && void go(paths.moneyDay(l, chosen))}
      />
      {day < today() && (
        <ButtonLink kind="secondary" to={paths.moneyDay(l, dayAfter(day, 1))}>
          {t('after')}
        </ButtonLink>
      )}
    </div>
  )
}

const Sides = ({ view }: { view: DayView }) => {
  const t = useWords(dayWords)
  const l = useLanguage()
  const { pending, unknown, totals, onTheWay, statements, day } = view
  return (
    <>
      {pending.count > 0 && <Pending pending={pending} />}
      {onTheWay.late > 0 && (
        <Alert tone="warning" title={t('late')}>
          <p>{t('lateText', { sum: money(onTheWay.late, l) })}</p>
        </Alert>
      )}
      {statements.length === 0 && (
        <Alert tone="warning" title={t('noStatement')}>
          <p>{t('noStatementText')}</p>
        </Alert>
      )}
      <section className="section stack" aria-labelledby="totals">
        <div className="section-head">
          <h2 id="totals">{t('totals')}</h2>
          <ButtonAnchor kind="secondary" size="s" icon="download" href={apiPaths.moneyDayCsv(day)}>
            {t('csv')}
          </ButtonAnchor>
        </div>
        <Totals totals={totals.kinds} />
        <dl className="facts statement-facts">
          <div>
            <dt>{t('atGateway')}</dt>
            <dd className="money">{signed(onTheWay.atGateway, l)}</dd>
          </div>
          {statements.length > 0 && (
            <div>
              <dt>{t('statements')}</dt>
              <dd>
                {statements.map(one => (
                  <div key={one.id}>
                    <Link to={paths.statement(l, one.id)}>
                      {one.number}/{one.year}
                    </Link>{' '}
                    <span className="line-detail">{one.account}</span>
                  </div>
                ))}
              </dd>
            </div>
          )}
        </dl>
      </section>
      <Closing view={view} />
      <Belongs view={view} />
      {unknown.count > 0 && <UnknownEvents events={unknown} />}
    </>
  )
}

/** The buckets of the day, and the entries of the one that is looked at. */
const Belongs = ({ view: { totals, day } }: { view: DayView }) => {
  const t = useWords(dayWords)
  const l = useLanguage()
  const [query, setQuery] = useSearchParams()
  const list = useRef<HTMLHeadingElement>(null)
  const bucket = totals.buckets.find(one => one.bucket === query.get('bucket'))?.bucket
  if (totals.buckets.length === 0) return <p className="muted">{t('nothing')}</p>
  return (
    <>
      <section className="section" aria-labelledby="buckets">
        <h2 id="buckets">{t('buckets')}</h2>
        <Table
          caption={t('buckets')}
          rows={totals.buckets}
          keyOf={one => one.bucket}
          columns={[
            {
              key: 'bucket',
              title: t('bucket'),
              head: true,
              cell: one => (
                <Link
                  to={{ search: `?bucket=${one.bucket}` }}
                  replace
                  preventScrollReset
                  onClick={() => list.current?.focus()}
                >
                  {t(one.bucket)}
                </Link>
              ),
            },
            { key: 'count', title: t('count'), right: true, cell: one => one.count },
            {
              key: 'sum',
              title: t('sum'),
              right: true,
              cell: one => <span className="money">{signed(one.sum, l)}</span>,
            },
          ]}
        />
      </section>
      <section className="section" aria-labelledby="entries">
        <h2 id="entries" ref={list} tabIndex={-1}>
          {t('entries')}
        </h2>
        <div className="filters single">
          <Select
            id="bucket"
            label={t('filter')}
            value={bucket ?? ''}
            options={[
              { value: '', label: t('all') },
              ...totals.buckets.map(one => ({ value: one.bucket, label: t(one.bucket) })),
            ]}
            onChange={({ target: { value } }) =>
              setQuery(value ? { bucket: value } : {}, { replace: true, preventScrollReset: true })
            }
          />
        </div>
        <Entries day={day} bucket={bucket} />
      </section>
    </>
  )
}
