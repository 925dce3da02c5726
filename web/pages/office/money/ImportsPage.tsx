import '../../../styles/money.css'
import { useQuery } from '@tanstack/react-query'
import type { LedgerImportView } from '../../../../api/contract.ts'
import { instant, money } from '../../../format.ts'
import { Alert } from '../../../kit/Alert.tsx'
import { Failure } from '../../../kit/Failure.tsx'
import { Spinner } from '../../../kit/Spinner.tsx'
import { Table } from '../../../kit/Table.tsx'
import { Tag } from '../../../kit/Tag.tsx'
import { Moment } from '../../../kit/values.tsx'
import { useLanguage, usePick, useWords } from '../../../language.tsx'
import { Page } from '../../../layout/Page.tsx'
import { paths } from '../../../paths.ts'
import { importWords } from '../../../words/imports.ts'
import { moneyWords } from '../../../words/money.ts'
import { FileUpload } from './FileUpload.tsx'
import { bringDebts, importsQuery } from './queries.ts'

const largest = 64 * 1024 * 1024

/** Debts from the accounting, for who keeps the city's money: bringing a file, how far it is, and what came of those before. */
export const ImportsPage = () => {
  const t = useWords(importWords)
  const m = useWords(moneyWords)
  const l = useLanguage()
  const { data, error, refetch } = useQuery(importsQuery)
  const imports = data?.imports ?? []
  const running = imports.filter(({ endedAt }) => endedAt === null)
  return (
    <Page title={t('title')} lead={t('lead')} crumbs={[{ to: paths.statements(l), title: m('title') }]} wide>
      <div className="stack">
        <FileUpload
          title={t('upload')}
          hint={t('uploadHint')}
          accept=".csv,.json,text/csv,application/json"
          largest={largest}
          busyWords={t('reading')}
          bring={bringDebts}
        >
          {taken => <Outcome outcome={taken} />}
        </FileUpload>
        {running.map(one => (
          <p key={one.id}>
            <label>
              {t('progress', { name: one.fileName, staged: one.staged, total: one.total })}{' '}
              <progress value={one.staged} max={Math.max(1, one.total)} />
            </label>
          </p>
        ))}
        {error && <Failure cause={error} onRetry={() => void refetch()} />}
        {!data && !error && <Spinner rows={6} />}
        {data && (
          <section className="section" aria-labelledby="imports">
            <h2 id="imports">{t('list')}</h2>
            {imports.length > 0 ? <List imports={imports} /> : <p className="muted">{t('none')}</p>}
          </section>
        )}
      </div>
    </Page>
  )
}

const Outcome = ({ outcome: one }: { outcome: LedgerImportView }) => {
  const t = useWords(importWords)
  const l = useLanguage()
  const pick = usePick()
  if (one.phase === 'failed')
    return (
      <Alert tone="error" title={t('refusedTitle')}>
        <p>{t('failedText')}</p>
      </Alert>
    )
  if (one.phase !== 'done')
    return (
      <Alert tone="error" title={t('refusedTitle')}>
        <p>{t('refusedText', { n: one.problems.length })}</p>
        <Table
          caption={t('mistakes')}
          rows={one.problems}
          keyOf={problem => `${problem.line} ${problem.column} ${problem.reason.en}`}
          columns={[
            { key: 'line', title: t('line'), head: true, cell: problem => t('lineNo', { line: problem.line }) },
            { key: 'column', title: t('column'), cell: problem => problem.column ?? '–' },
            { key: 'reason', title: t('reason'), cell: problem => pick(problem.reason) },
          ]}
        />
      </Alert>
    )
  return (
    <Alert tone={one.freed > 0 || one.behind > 0 ? 'warning' : 'success'} title={t('doneTitle')}>
      <p>{t('counts', { total: one.total, added: one.added, changed: one.changed, cancelled: one.cancelled })}</p>
      {one.freed > 0 && <p>{t('freed', { sum: money(one.freed, l) })}</p>}
      {one.behind > 0 && <p>{t('behind', { n: one.behind })}</p>}
    </Alert>
  )
}

const List = ({ imports }: { imports: readonly LedgerImportView[] }) => {
  const t = useWords(importWords)
  const l = useLanguage()
  return (
    <Table
      caption={t('list')}
      rows={imports}
      keyOf={one => one.id}
      columns={[
        { key: 'started', title: t('started'), head: true, cell: one => <Moment value={one.startedAt} /> },
        { key: 'file', title: t('file'), cell: one => <span className="line-lines">{one.fileName}</span> },
        { key: 'asOf', title: t('asOf'), cell: one => (one.asOf ? instant(one.asOf, l) : '–') },
        { key: 'by', title: t('by'), cell: one => one.by },
        { key: 'state', title: t('state'), cell: one => <State one={one} /> },
        {
          key: 'counts',
          title: t('result'),
          cell: one => <Result one={one} />,
        },
      ]}
    />
  )
}

const Result = ({ one }: { one: LedgerImportView }) => {
  const t = useWords(importWords)
  if (one.phase === 'failed') return t('again')
  if (one.phase !== 'done') return '–'
  return t('counts', { total: one.total, added: one.added, changed: one.changed, cancelled: one.cancelled })
}

const State = ({ one: { phase, problems, failure } }: { one: LedgerImportView }) => {
  const t = useWords(importWords)
  if (phase === 'done') return <Tag tone="success">{t('done')}</Tag>
  if (phase === 'refused') return <Tag tone="error">{t('refused', { n: problems.length })}</Tag>
  if (phase === 'failed') return <Tag tone="error">{t(failure ?? 'error')}</Tag>
  return <Tag tone="primary">{t(phase)}</Tag>
}
