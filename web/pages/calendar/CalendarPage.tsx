import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { PaymentCalendar } from '../../../api/contract.ts'
import { call } from '../../api.ts'
import { ButtonAnchor } from '../../kit/Button.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { Spinner } from '../../kit/Spinner.tsx'
import { Table } from '../../kit/Table.tsx'
import { Tag } from '../../kit/Tag.tsx'
import { Day, Money } from '../../kit/values.tsx'
import { useLanguage, usePick, useWords } from '../../language.tsx'
import { Page } from '../../layout/Page.tsx'
import { apiPaths, paths } from '../../paths.ts'
import { calendarWords } from '../../words/calendar.ts'
import { liabilitiesWords } from '../../words/liabilities.ts'

/** All due days to come, of the citizen and of those for whom they may look, debts and instalments alike. */
export const CalendarPage = () => {
  const t = useWords(calendarWords)
  const s = useWords(liabilitiesWords)
  const l = useLanguage()
  const { data, error, refetch } = useQuery({
    // beside the debts: what changes them changes this
    queryKey: ['liabilities', 'calendar'],
    queryFn: ({ signal }) => call<PaymentCalendar>('GET', '/calendar', undefined, signal),
  })
  return (
    <Page title={t('title')} lead={t('lead')} crumbs={[{ to: paths.liabilities(l), title: s('title') }]} wide>
      {error && !data ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Spinner rows={6} />
      ) : data.entries.length === 0 ? (
        <p className="card empty">{t('empty')}</p>
      ) : (
        <>
          <Entries entries={data.entries} />
          <p className="section">
            <ButtonAnchor kind="secondary" icon="download" href={apiPaths.calendar}>
              {t('download')}
            </ButtonAnchor>
          </p>
        </>
      )}
    </Page>
  )
}

const Entries = ({ entries }: PaymentCalendar) => {
  const t = useWords(calendarWords)
  const l = useLanguage()
  const pick = usePick()
  return (
    <Table
      caption={t('title')}
      rows={entries}
      keyOf={one => `${one.liability}-${one.instalment?.n ?? 0}`}
      columns={[
        {
          key: 'what',
          title: t('what'),
          head: true,
          cell: one => (
            <>
              <Link to={paths.liability(l, one.liability)}>{pick(one.description)}</Link>
              {one.instalment && <span className="fine line-sub">{t('part', one.instalment)}</span>}
              {one.for !== null && <span className="fine line-sub">{t('owedBy', { name: one.for })}</span>}
            </>
          ),
        },
        {
          key: 'due',
          title: t('due'),
          cell: one => (
            <>
              <Day value={one.due} /> {one.late && <Tag tone="warning">{t('late')}</Tag>}
            </>
          ),
        },
        { key: 'amount', title: t('amount'), right: true, cell: one => <Money amount={one.amount} /> },
      ]}
    />
  )
}
