import { Link } from 'react-router'
import type { DocumentSummary } from '../../api/contract.ts'
import { useActing } from '../acting/acting.tsx'
import { ButtonLink } from '../kit/Button.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Icon } from '../kit/Icon.tsx'
import { Spinner } from '../kit/Spinner.tsx'
import { Table } from '../kit/Table.tsx'
import { Moment, Money } from '../kit/values.tsx'
import { useLanguage, usePick, useWords } from '../language.tsx'
import { Page } from '../layout/Page.tsx'
import { apiPaths, paths } from '../paths.ts'
import { useDocuments } from '../queries.ts'
import { documentsWords } from '../words/documents.ts'
import { Over } from './mandate/Over.tsx'

/** Receipts and decisions, the newest first. */
export const DocumentsPage = () => {
  const t = useWords(documentsWords)
  const l = useLanguage()
  const pick = usePick()
  const { subject, ended } = useActing()
  const { data, error, refetch } = useDocuments()
  const documents = data?.documents.filter(one => subject === null || one.for?.subject === subject)
  return (
    <Page title={t('title')} lead={t('lead')} wide>
      {ended ? (
        <Over />
      ) : error && !documents ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : !documents ? (
        <Spinner rows={6} />
      ) : documents.length === 0 ? (
        <div className="card empty">
          <p>
            <strong>{t('none')}</strong> {t('noneText')}
          </p>
          <ButtonLink kind="secondary" to={paths.liabilities(l)}>
            {t('toPayments')}
          </ButtonLink>
        </div>
      ) : (
        <Table
          caption={t('title')}
          rows={documents.toSorted((a, b) => b.at.localeCompare(a.at))}
          keyOf={document => document.id}
          columns={[
            {
              key: 'what',
              title: t('what'),
              head: true,
              cell: document => (
                <>
                  <Link to={paths.case(l, document.case)}>{pick(document.title)}</Link>
                  {document.for && <span className="fine line-sub">{t('forWhom', { name: document.for.name })}</span>}
                </>
              ),
            },
            { key: 'number', title: t('number'), cell: document => document.number },
            { key: 'date', title: t('date'), cell: document => <Moment value={document.at} /> },
            {
              key: 'amount',
              title: t('amount'),
              right: true,
              cell: document => (document.amount === null ? '–' : <Money amount={document.amount} />),
            },
            {
              key: 'file',
              title: t('file'),
              right: true,
              bare: true,
              cell: document => <FileLink document={document} />,
            },
          ]}
        />
      )}
    </Page>
  )
}

/** The PDF of a document, once it is made. */
export const FileLink = ({ document }: { document: DocumentSummary }) => {
  const t = useWords(documentsWords)
  if (!document.ready) return <span className="muted">{t('soon')}</span>
  return (
    <a className="file-link" href={apiPaths.document(document.id)}>
      <Icon name="download" /> {t('download')}
      <span className="sr-only"> {document.number}</span>
    </a>
  )
}
