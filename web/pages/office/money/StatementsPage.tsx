import '../../../styles/money.css'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { StatementSummary, UnclosedDays } from '../../../../api/contract.ts'
import { day as dayIn } from '../../../format.ts'
import { Alert } from '../../../kit/Alert.tsx'
import { Button, ButtonLink } from '../../../kit/Button.tsx'
import { Failure } from '../../../kit/Failure.tsx'
import { Spinner } from '../../../kit/Spinner.tsx'
import { Table } from '../../../kit/Table.tsx'
import { Tag } from '../../../kit/Tag.tsx'
import { Day } from '../../../kit/values.tsx'
import { useLanguage, useWords } from '../../../language.tsx'
import { Page } from '../../../layout/Page.tsx'
import { paths } from '../../../paths.ts'
import { moneyWords } from '../../../words/money.ts'
import { unclosedQuery } from './month/queries.ts'
import { statementsQuery } from './queries.ts'
import { Returns } from './Returns.tsx'
import { Upload } from './Upload.tsx'

/** Bank statements, for who keeps the city's money: bringing one, those brought, and what is to be returned. */
export const StatementsPage = () => {
  const t = useWords(moneyWords)
  const l = useLanguage()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(statementsQuery)
  const { data: unclosed, isPending } = useQuery(unclosedQuery)
  const statements = data?.pages.flatMap(page => page.statements) ?? []
  const returns = data?.pages[0]?.returns ?? []
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      aside={
        <div className="actions">
          <ButtonLink kind="secondary" to={paths.moneyDays(l)}>
            {t('toDays')}
          </ButtonLink>
          <ButtonLink kind="secondary" to={paths.ledgerImports(l)}>
            {t('toImports')}
          </ButtonLink>
          <ButtonLink kind="secondary" to={paths.ledgerExports(l)}>
            {t('toExports')}
          </ButtonLink>
        </div>
      }
      wide
    >
      {(!data && !error) || isPending ? (
        <Spinner rows={6} />
      ) : (
        <div className="stack">
          {unclosed && <Unclosed {...unclosed} />}
          <Upload />
          {error && <Failure cause={error} onRetry={() => void refetch()} />}
          {returns.length > 0 && <Returns returns={returns} />}
          {data && (
            <section className="section" aria-labelledby="statements">
              <h2 id="statements">{t('list')}</h2>
              {statements.length > 0 ? <List statements={statements} /> : <p className="muted">{t('none')}</p>}
              {hasNextPage && (
                <Button kind="secondary" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                  {t('moreStatements')}
                </Button>
              )}
            </section>
          )}
        </div>
      )}
    </Page>
  )
}

/** The alert of days that nobody has closed yet. */
const Unclosed = ({ days: [oldest], count }: UnclosedDays) => {
  const t = useWords(moneyWords)
  const l = useLanguage()
  if (!oldest) return null
  return (
    <Alert tone="warning" title={t('unclosed', { n: count })}>
      <p>
        {t('unclosedText', { day: dayIn(oldest.day, l) })} <Link to={paths.moneyDays(l)}>{t('toDays')}</Link>
      </p>
    </Alert>
  )
}

const List = ({ statements }: { statements: readonly StatementSummary[] }) => {
  const t = useWords(moneyWords)
  const l = useLanguage()
  return (
    <Table
      caption={t('list')}
      rows={statements}
      keyOf={one => one.id}
      columns={[
        {
          key: 'number',
          title: t('number'),
          head: true,
          cell: one => (
            <Link to={paths.statement(l, one.id)}>
              {one.number}/{one.year}
            </Link>
          ),
        },
        { key: 'account', title: t('account'), cell: one => <span className="nowrap">{one.account}</span> },
        { key: 'days', title: t('days'), cell: one => <Days from={one.from} to={one.to} /> },
        { key: 'lines', title: t('lines'), right: true, cell: one => one.lines },
        { key: 'waiting', title: t('waiting'), cell: one => <Waiting statement={one} /> },
      ]}
    />
  )
}

/** A statement's days; mostly one. */
export const Days = ({ from, to }: { from: string; to: string }) =>
  from === to ? (
    <Day value={to} />
  ) : (
    <>
      <Day value={from} /> – <Day value={to} />
    </>
  )

const Waiting = ({ statement: { buckets, warnings } }: { statement: StatementSummary }) => {
  const t = useWords(moneyWords)
  const open = buckets.find(({ state }) => state === 'open')
  return (
    <>
      {open ? <Tag tone="warning">{open.count}</Tag> : <Tag tone="success">{t('nothingWaits')}</Tag>}{' '}
      {warnings.length > 0 && <Tag tone="warning">{t('warns')}</Tag>}
    </>
  )
}
