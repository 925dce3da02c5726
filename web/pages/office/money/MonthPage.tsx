import '../../../styles/money.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { MonthView } from '../../../../api/contract.ts'
import { isDay, today } from '../../../../forms/day.ts'
import { ButtonLink } from '../../../kit/Button.tsx'
import { Failure } from '../../../kit/Failure.tsx'
import { Spinner } from '../../../kit/Spinner.tsx'
import { useLanguage, useWords } from '../../../language.tsx'
import { Page } from '../../../layout/Page.tsx'
import { paths } from '../../../paths.ts'
import { moneyWords } from '../../../words/money.ts'
import { monthWords } from '../../../words/months.ts'
import { NotYoursPage } from '../../NotFoundPage.tsx'
import { Buckets } from './month/Buckets.tsx'
import { ClosingCard } from './ClosingCard.tsx'
import { Totals } from './day/Totals.tsx'
import { monthAfter, monthName } from './month/months.ts'
import { confirm, monthQuery, propose, withdraw } from './month/queries.ts'
import { StandingDays } from './month/StandingDays.tsx'

/** A month of the city's money: its days, their control totals together, and its closing by two treasurers. */
export const MonthPage = () => {
  const { month = '' } = useParams()
  const t = useWords(monthWords)
  const m = useWords(moneyWords)
  const l = useLanguage()
  const isMonth = isDay(`${month}-01`)
  const { data: view, error, refetch } = useQuery({ ...monthQuery(month), enabled: isMonth })
  if (!isMonth) return <NotYoursPage />
  return (
    <Page
      title={t('monthTitle', { month: monthName(month, l) })}
      lead={t('monthLead')}
      crumbs={[
        { to: paths.statements(l), title: m('title') },
        { to: paths.moneyDays(l), title: m('toDays') },
      ]}
      wide
    >
      <div className="stack">
        <div className="actions">
          <ButtonLink kind="secondary" to={paths.moneyMonth(l, monthAfter(month, -1))}>
            {t('before')}
          </ButtonLink>
          {month < today().slice(0, 7) && (
            <ButtonLink kind="secondary" to={paths.moneyMonth(l, monthAfter(month, 1))}>
              {t('after')}
            </ButtonLink>
          )}
        </div>
        {error && <Failure cause={error} onRetry={() => void refetch()} />}
        {!view && !error && <Spinner rows={8} />}
        {view && <Whole view={view} />}
      </div>
    </Page>
  )
}

const Whole = ({ view: { month, over, seal, totals, days, closing } }: { view: MonthView }) => {
  const t = useWords(monthWords)
  const open = days.filter(({ state }) => state === 'open' || state === 'proposed').length
  const ask = !over ? t('notOver') : open > 0 ? t('openFirst', { n: open }) : t('mayPropose')
  if (days.length === 0) return <p className="muted">{t('nothingMoved')}</p>
  return (
    <>
      <section className="section" aria-labelledby="totals">
        <h2 id="totals">{t('totals')}</h2>
        <Totals totals={totals.kinds} />
      </section>
      <ClosingCard
        closing={closing}
        open={over && open === 0}
        words={{ title: t('closing'), ask, closed: t('monthClosed'), proposed: t('monthProposed') }}
        propose={note => propose(month, seal, note)}
        confirm={() => confirm(month, seal)}
        withdraw={() => withdraw(month)}
      />
      <section className="section" aria-labelledby="days">
        <h2 id="days">{t('daysOf')}</h2>
        <StandingDays caption={t('daysOf')} days={days} />
      </section>
      <Buckets buckets={totals.buckets} />
    </>
  )
}
