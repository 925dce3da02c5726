import '../../../styles/money.css'
import { useQuery } from '@tanstack/react-query'
import type { LedgerExportView } from '../../../../api/contract.ts'
import { Failure } from '../../../kit/Failure.tsx'
import { Spinner } from '../../../kit/Spinner.tsx'
import { Table } from '../../../kit/Table.tsx'
import { Moment, Money } from '../../../kit/values.tsx'
import { useLanguage, useWords } from '../../../language.tsx'
import { Page } from '../../../layout/Page.tsx'
import { apiPaths, paths } from '../../../paths.ts'
import { exportWords } from '../../../words/exports.ts'
import { moneyWords } from '../../../words/money.ts'
import { Changes, Chosen } from './exports/Chosen.tsx'
import { Next } from './exports/Next.tsx'
import { exportsQuery } from './exports/queries.ts'

/** Payments for the accounting: what waits is handed over, once; earlier hand-overs, payments of chosen days, changed debts. */
export const ExportsPage = () => {
  const t = useWords(exportWords)
  const m = useWords(moneyWords)
  const l = useLanguage()
  const { data, error, refetch } = useQuery(exportsQuery)
  return (
    <Page title={t('title')} lead={t('lead')} crumbs={[{ to: paths.statements(l), title: m('title') }]} wide>
      <div className="stack">
        {error && <Failure cause={error} onRetry={() => void refetch()} />}
        {!data && !error && <Spinner rows={6} />}
        {data && (
          <>
            <Next waiting={data.waiting} />
            <section className="section" aria-labelledby="exports">
              <h2 id="exports">{t('list')}</h2>
              {data.exports.length > 0 ? <List exports={data.exports} /> : <p className="muted">{t('none')}</p>}
            </section>
            <Changes />
            <Chosen />
          </>
        )}
      </div>
    </Page>
  )
}

const List = ({ exports }: { exports: readonly LedgerExportView[] }) => {
  const t = useWords(exportWords)
  return (
    <Table
      caption={t('list')}
      rows={exports}
      keyOf={one => String(one.run)}
      columns={[
        { key: 'run', title: t('run'), head: true, cell: one => t('runNo', { run: one.run }) },
        { key: 'at', title: t('at'), cell: one => <Moment value={one.at} /> },
        { key: 'by', title: t('by'), cell: one => one.by ?? '–' },
        { key: 'payments', title: t('payments'), right: true, cell: one => one.payments },
        { key: 'sum', title: t('sum'), right: true, cell: one => <Money amount={one.total} /> },
        { key: 'returned', title: t('returned'), right: true, cell: one => <Money amount={one.returned} /> },
        { key: 'corrections', title: t('corrections'), right: true, cell: one => one.corrections },
        { key: 'file', title: t('file'), cell: one => <Files run={one.run} /> },
      ]}
    />
  )
}

const Files = ({ run }: { run: number }) => {
  const t = useWords(exportWords)
  return (
    <span className="files-of">
      {(['csv', 'json'] as const).map(format => (
        <a key={format} href={apiPaths.ledgerExport(run, format)}>
          {t(format)}
          <span className="sr-only">, {t('fileOf', { run })}</span>
        </a>
      ))}
    </span>
  )
}
