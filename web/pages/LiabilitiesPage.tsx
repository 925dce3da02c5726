import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import type { Liabilities, Reminders } from '../../api/contract.ts'
import { useActing } from '../acting/acting.tsx'
import { myself } from '../acting/address.ts'
import { ButtonLink } from '../kit/Button.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Spinner } from '../kit/Spinner.tsx'
import { Moment, Money } from '../kit/values.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { Page } from '../layout/Page.tsx'
import { paths, type LiabilityFilter } from '../paths.ts'
import { liabilitiesQuery } from '../queries.ts'
import { calendarWords } from '../words/calendar.ts'
import { liabilitiesWords } from '../words/liabilities.ts'
import { BasketBar } from './liability/BasketBar.tsx'
import { DebtorGroup } from './liability/DebtorGroup.tsx'
import { Filters } from './liability/Filters.tsx'
import { Lists } from './liability/Lists.tsx'
import { Overpaid } from './liability/Overpaid.tsx'
import { Unpaired } from './liability/Unpaired.tsx'
import { Reminded, useReminded } from './reminders/Reminded.tsx'
import { Over } from './mandate/Over.tsx'

/**
 * Everything the citizen owes and owed, and those for whom they may look: sums, filters kept in the address, and a way into
 * the basket. In another's name, that one's debts alone.
 */
export const LiabilitiesPage = () => {
  const t = useWords(liabilitiesWords)
  const { subject, ended } = useActing()
  const [query] = useSearchParams()
  const filter = {
    year: query.get('year') ?? undefined,
    kind: query.get('kind') ?? undefined,
    state: query.get('state') ?? undefined,
    who: subject ?? query.get('who') ?? undefined,
  }
  const { data, error, refetch } = useQuery({
    ...liabilitiesQuery(filter),
    placeholderData: keepPreviousData,
    enabled: !ended,
  })
  const reminded = useReminded()
  return (
    <Page title={t('title')} lead={t(subject ? 'leadFor' : 'lead')} wide>
      {ended ? (
        <Over />
      ) : error && !data ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : !data || !reminded ? (
        <Spinner rows={6} />
      ) : !data.paired && data.debtors.length === 0 ? (
        <Unpaired />
      ) : (
        <Overview data={data} filter={filter} reminders={reminded} />
      )}
    </Page>
  )
}

interface Props extends Reminders {
  data: Liabilities
  filter: LiabilityFilter
}

const Overview = ({ data, filter, reminders }: Props) => {
  const t = useWords(liabilitiesWords)
  const c = useWords(calendarWords)
  const l = useLanguage()
  const { subject } = useActing()
  const [, setQuery] = useSearchParams()
  const shown = data.debtors.filter(({ subject }) => !filter.who || filter.who === (subject ?? myself))
  const chosen = [filter.year, filter.kind, filter.state].some(Boolean)
  // Whoever has nobody but themselves needs no headings over their debts; with a filter, nobody needs empty ones.
  const several = shown.length > 1 || (shown.length === 1 && data.debtors.length > 1 && !subject)
  const groups = shown
    .map(debtor => ({ debtor, lines: data.liabilities.filter(line => line.for === debtor.subject) }))
    .filter(({ lines }) => !chosen || lines.length > 0)
  return (
    <>
      {!data.paired && !subject && <Unpaired />}
      <Reminded reminders={reminders} />
      <Sums owed={sum(shown.map(one => one.owed))} overdue={sum(shown.map(one => one.overdue))} asOf={data.asOf} />
      <Filters data={data} filter={filter} set={setQuery} whose={data.debtors.length > 1 && !subject} />
      {several && groups.length > 0 ? (
        groups.map(({ debtor, lines }) => <DebtorGroup key={debtor.subject} debtor={debtor} lines={lines} />)
      ) : (
        <Lists lines={several ? [] : data.liabilities} filtered={chosen} clear={() => setQuery({})} />
      )}
      {!subject && <Overpaid />}
      <section className="section" aria-labelledby="papers">
        <h2 id="papers">{t('papersTitle')}</h2>
        <p>{t('papersText')}</p>
        <div className="actions">
          <ButtonLink kind="secondary" icon="document" to={paths.start(l, 'debt-statement')}>
            {t('papersButton')}
          </ButtonLink>
          <ButtonLink kind="secondary" icon="clock" to={paths.calendar(l)}>
            {c('title')}
          </ButtonLink>
        </div>
      </section>
      <BasketBar />
    </>
  )
}

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0)

const Sums = ({ owed, overdue, asOf }: { owed: number; overdue: number; asOf: string | null }) => {
  const t = useWords(liabilitiesWords)
  const { subject } = useActing()
  return (
    <div className="sums">
      <dl className="card">
        {owed === 0 ? (
          <div>
            <dt className="sr-only">{t('owed')}</dt>
            <dd className="sum-none">{t(subject ? 'nothingOwedFor' : 'nothingOwed')}</dd>
          </div>
        ) : (
          <>
            <div>
              <dt>{t('owed')}</dt>
              <dd className="sum-owed">
                <Money amount={owed} />
              </dd>
            </div>
            {overdue > 0 && (
              <div className="sum-overdue">
                <dt>{t('overdueSum')}</dt>
                <dd>
                  <Money amount={overdue} />
                </dd>
              </div>
            )}
          </>
        )}
      </dl>
      {asOf && <AsOf at={asOf} />}
    </div>
  )
}

/** The time of the ledger's state that these lines show. */
const AsOf = ({ at }: { at: string }) => {
  const t = useWords(liabilitiesWords)
  const [before = '', after = ''] = t('asOf', { at: '|' }).split('|')
  return (
    <p className="fine">
      {before}
      <Moment value={at} />
      {after}
    </p>
  )
}
