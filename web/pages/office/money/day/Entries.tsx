import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { DayBucket, DayEntry } from '../../../../../api/contract.ts'
import { Button } from '../../../../kit/Button.tsx'
import { Failure } from '../../../../kit/Failure.tsx'
import { Spinner } from '../../../../kit/Spinner.tsx'
import { Table } from '../../../../kit/Table.tsx'
import { useLanguage, useWords } from '../../../../language.tsx'
import { paths } from '../../../../paths.ts'
import { dayWords } from '../../../../words/days.ts'
import { signed } from '../amounts.ts'
import { entriesQuery } from './queries.ts'

const sides = ['gateway', 'orders', 'ledger', 'bank'] as const

/** Each payment, refund and movement of a day, of one bucket or all. */
export const Entries = ({ day, bucket }: { day: string; bucket: DayBucket | undefined }) => {
  const t = useWords(dayWords)
  const l = useLanguage()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    entriesQuery(day, bucket),
  )
  if (error) return <Failure cause={error} onRetry={() => void refetch()} />
  if (!data) return <Spinner rows={6} />
  return (
    <>
      <Table
        caption={t('entries')}
        rows={data.pages.flatMap(page => page.entries)}
        keyOf={one => one.key}
        columns={[
          { key: 'what', title: t('what'), head: true, cell: one => <What entry={one} /> },
          { key: 'trace', title: t('trace'), cell: one => <Trace entry={one} /> },
          ...sides.map(side => ({
            key: side,
            title: t(side),
            right: true,
            cell: (one: DayEntry) => {
              const amount = one[side]
              return amount === null ? '–' : <span className="money">{signed(amount, l)}</span>
            },
          })),
        ]}
      />
      {hasNextPage && (
        <Button kind="secondary" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

const What = ({ entry: { kind, bucket, reference, foreign } }: { entry: DayEntry }) => {
  const t = useWords(dayWords)
  const l = useLanguage()
  return (
    <div className="day-what">
      {t(kind)}
      <span className="line-detail">{t(bucket)}</span>
      {reference !== null && <span className="line-detail">{reference}</span>}
      {foreign && (
        <span className="line-detail">
          {t('foreign', { amount: new Intl.NumberFormat(l).format(foreign.amount / 100), currency: foreign.currency })}
        </span>
      )}
    </div>
  )
}

/** The case, as a link where its task is one of the reader's, and the line of the statement. */
const Trace = ({ entry: { case: its, statement } }: { entry: DayEntry }) => {
  const t = useWords(dayWords)
  const l = useLanguage()
  if (!its && !statement) return '–'
  return (
    <div className="line-lines">
      {statement && (
        <span>
          <Link to={paths.statement(l, statement.id)}>
            {t('line', { number: statement.number, year: statement.year, position: statement.position })}
          </Link>
        </span>
      )}
      {its && (
        <span className="line-detail">
          {t('case')} <CaseLink its={its} />
        </span>
      )}
    </div>
  )
}

/** A case by its number; a link to its task where the reader may open it. */
export const CaseLink = ({ its }: { its: NonNullable<DayEntry['case']> }) => {
  const l = useLanguage()
  return its.task === null ? <>{its.number}</> : <Link to={paths.task(l, its.task)}>{its.number}</Link>
}
