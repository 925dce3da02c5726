import '../../../styles/money.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import type { BankLineView, StatementDetail } from '../../../../api/contract.ts'
import { ApiProblem } from '../../../api.ts'
import { instant, money } from '../../../format.ts'
import { Alert } from '../../../kit/Alert.tsx'
import { Button } from '../../../kit/Button.tsx'
import { Failure } from '../../../kit/Failure.tsx'
import { Select } from '../../../kit/Select.tsx'
import { Spinner } from '../../../kit/Spinner.tsx'
import { Table } from '../../../kit/Table.tsx'
import { Day } from '../../../kit/values.tsx'
import { useLanguage, usePick, useWords } from '../../../language.tsx'
import { Page } from '../../../layout/Page.tsx'
import { paths } from '../../../paths.ts'
import { moneyWords } from '../../../words/money.ts'
import { NotYoursPage } from '../../NotFoundPage.tsx'
import { signed } from './amounts.ts'
import { Buckets } from './Buckets.tsx'
import { statementQuery } from './queries.ts'
import { Days } from './StatementsPage.tsx'

/** One bank statement: its balances, where its money belongs, and each of its lines. */
export const StatementPage = () => {
  const { id = '' } = useParams()
  const t = useWords(moneyWords)
  const l = useLanguage()
  const [query, setQuery] = useSearchParams()
  const asked = query.get('state')
  const all = useInfiniteQuery(statementQuery(id, undefined))
  const first = all.data?.pages[0]
  const state = first?.buckets.find(one => one.state === asked)?.state
  const some = useInfiniteQuery({ ...statementQuery(id, state), enabled: first !== undefined })
  if (all.error instanceof ApiProblem && all.error.status === 404) return <NotYoursPage />
  const lines = some.data?.pages.flatMap(page => page.shown) ?? []
  const error = all.error ?? some.error
  return (
    <Page
      title={first ? t('statementOf', { number: first.number, year: first.year }) : t('number')}
      crumbs={[{ to: paths.statements(l), title: t('title') }]}
      wide
    >
      {error && <Failure cause={error} onRetry={() => void all.refetch()} />}
      {!first && !error && <Spinner rows={8} />}
      {first && (
        <div className="stack">
          <Facts statement={first} />
          <section className="section" aria-labelledby="buckets">
            <h2 id="buckets">{t('buckets')}</h2>
            <Buckets buckets={first.buckets} />
          </section>
          <section className="section" aria-labelledby="lines">
            <h2 id="lines">{t('entries')}</h2>
            <div className="filters single">
              <Select
                id="state"
                label={t('filter')}
                value={state ?? ''}
                options={[
                  { value: '', label: t('all') },
                  ...first.buckets.map(one => ({ value: one.state, label: t(one.state) })),
                ]}
                onChange={({ target: { value } }) =>
                  setQuery(value ? { state: value } : {}, { replace: true, preventScrollReset: true })
                }
              />
            </div>
            {some.data ? <Lines lines={lines} /> : <Spinner rows={6} />}
            {some.hasNextPage && (
              <Button kind="secondary" busy={some.isFetchingNextPage} onClick={() => void some.fetchNextPage()}>
                {t('more')}
              </Button>
            )}
          </section>
        </div>
      )}
    </Page>
  )
}

const Facts = ({ statement: one }: { statement: StatementDetail }) => {
  const t = useWords(moneyWords)
  const l = useLanguage()
  const pick = usePick()
  const facts = [
    [t('account'), one.account],
    [t('days'), <Days key="days" from={one.from} to={one.to} />],
    [t('opening'), signed(one.opening, l)],
    [t('closing'), signed(one.closing, l)],
    [t('change'), signed(one.closing - one.opening, l)],
    [t('fileName'), one.fileName],
    [t('imported'), t('importedBy', { at: instant(one.importedAt, l), name: one.importedBy })],
  ] as const
  return (
    <>
      {one.warnings.length > 0 && (
        <Alert tone="warning" title={t('check')}>
          {one.warnings.map(warning => (
            <p key={warning.en}>{pick(warning)}</p>
          ))}
        </Alert>
      )}
      <dl className="facts statement-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const Lines = ({ lines }: { lines: readonly BankLineView[] }) => {
  const t = useWords(moneyWords)
  const l = useLanguage()
  return (
    <Table
      caption={t('entries')}
      rows={lines}
      keyOf={one => one.id}
      columns={[
        { key: 'position', title: t('position'), head: true, cell: one => one.position },
        { key: 'booked', title: t('booked'), cell: one => <Day value={one.bookedOn} /> },
        { key: 'payer', title: t('payer'), cell: one => <Payer line={one} /> },
        { key: 'symbols', title: t('symbols'), cell: one => symbolsOf(one) },
        { key: 'became', title: t('became'), cell: one => <Became line={one} /> },
        {
          key: 'amount',
          title: t('amount'),
          right: true,
          cell: one => <span className="money">{signed(one.amount, l)}</span>,
        },
      ]}
    />
  )
}

const Payer = ({ line }: { line: BankLineView }) => (
  <div className="line-lines">
    {line.counterName ?? line.counterAccount ?? '–'}
    {line.counterName !== null && line.counterAccount !== null && (
      <span className="line-detail">{line.counterAccount}</span>
    )}
    {line.message !== null && <span className="line-detail">{line.message}</span>}
  </div>
)

const symbolsOf = ({ variableSymbol: vs, specificSymbol: ss, constantSymbol: ks }: BankLineView): string =>
  Object.entries({ VS: vs, SS: ss, KS: ks })
    .flatMap(([name, value]) => (value === null ? [] : [`${name} ${value}`]))
    .join(', ') || '–'

const Became = ({ line }: { line: BankLineView }) => {
  const t = useWords(moneyWords)
  const l = useLanguage()
  const pick = usePick()
  return (
    <div className="line-lines">
      {t(line.state)}
      {line.settles.map(part => (
        <span key={part.liability} className="line-detail">
          {part.debtor}, {pick(part.description)}: {money(part.amount, l)}
        </span>
      ))}
      {line.unallocated > 0 && (
        <span className="line-detail">{t('unallocated', { sum: money(line.unallocated, l) })}</span>
      )}
      {line.why && <span className="line-detail">{pick(line.why)}</span>}
      {line.note !== null && <span className="line-detail">{line.note}</span>}
      {line.case && <span className="line-detail">{line.case.number}</span>}
    </div>
  )
}
