import '../../../styles/money.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { UnclosedDays } from '../../../../api/contract.ts'
import { day as dayIn } from '../../../format.ts'
import { Failure } from '../../../kit/Failure.tsx'
import { Spinner } from '../../../kit/Spinner.tsx'
import { Table } from '../../../kit/Table.tsx'
import { Tag } from '../../../kit/Tag.tsx'
import { useLanguage, useWords } from '../../../language.tsx'
import { Page } from '../../../layout/Page.tsx'
import { paths } from '../../../paths.ts'
import { moneyWords } from '../../../words/money.ts'
import { monthWords } from '../../../words/months.ts'
import { monthName } from './month/months.ts'
import { unclosedQuery } from './month/queries.ts'
import { StandingDays } from './month/StandingDays.tsx'

/** Days that nobody has closed yet, the oldest first, and the months: where the treasurer begins in the morning. */
export const DaysPage = () => {
  const t = useWords(monthWords)
  const m = useWords(moneyWords)
  const l = useLanguage()
  const { data, error, refetch } = useQuery(unclosedQuery)
  return (
    <Page title={t('title')} lead={t('lead')} crumbs={[{ to: paths.statements(l), title: m('title') }]} wide>
      <div className="stack">
        {error && <Failure cause={error} onRetry={() => void refetch()} />}
        {!data && !error && <Spinner rows={8} />}
        {data && (data.since === null ? <p className="muted">{t('nothing')}</p> : <Standing data={data} />)}
      </div>
    </Page>
  )
}

const Standing = ({ data: { since, days, count, months } }: { data: UnclosedDays }) => {
  const t = useWords(monthWords)
  const l = useLanguage()
  return (
    <>
      <section className="section stack" aria-labelledby="unclosed">
        <h2 id="unclosed">{t('unclosed')}</h2>
        {since !== null && <p className="muted">{t('since', { day: dayIn(since, l) })}</p>}
        {days.length > 0 ? <StandingDays caption={t('unclosed')} days={days} /> : <p>{t('allClosed')}</p>}
        {days.length < count && <p>{t('shownFirst', { shown: days.length, count })}</p>}
      </section>
      {months.length > 0 && (
        <section className="section" aria-labelledby="months">
          <h2 id="months">{t('months')}</h2>
          <Months months={months} />
        </section>
      )}
    </>
  )
}

const Months = ({ months }: { months: UnclosedDays['months'] }) => {
  const t = useWords(monthWords)
  const l = useLanguage()
  return (
    <Table
      caption={t('months')}
      rows={months}
      keyOf={one => one.month}
      columns={[
        {
          key: 'month',
          title: t('month'),
          head: true,
          cell: one => <Link to={paths.moneyMonth(l, one.month)}>{monthName(one.month, l)}</Link>,
        },
        { key: 'days', title: t('days'), right: true, cell: one => one.days },
        { key: 'open', title: t('openDays'), right: true, cell: one => one.open },
        { key: 'state', title: t('state'), cell: one => <MonthState one={one} /> },
      ]}
    />
  )
}

const MonthState = ({ one: { state, open } }: { one: UnclosedDays['months'][number] }) => {
  const t = useWords(monthWords)
  if (state === 'confirmed') return <Tag tone="success">{t('confirmed')}</Tag>
  if (state === 'proposed') return <Tag tone="primary">{t('proposed')}</Tag>
  return open === 0 ? <Tag tone="primary">{t('ready')}</Tag> : <Tag tone="neutral">{t('monthOpen')}</Tag>
}
