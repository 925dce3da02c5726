import type { DayView } from '../../../../../api/contract.ts'
import { Alert } from '../../../../kit/Alert.tsx'
import { Table } from '../../../../kit/Table.tsx'
import { Moment, Money } from '../../../../kit/values.tsx'
import { useWords } from '../../../../language.tsx'
import { dayWords } from '../../../../words/days.ts'
import { CaseLink } from './Entries.tsx'

/** The alert of orders whose end has been unknown for over an hour, and which they are. */
export const Pending = ({ pending: { count, shown } }: { pending: DayView['pending'] }) => {
  const t = useWords(dayWords)
  return (
    <section className="stack" aria-labelledby="pending">
      <Alert tone="warning" title={<span id="pending">{t('pending', { n: count })}</span>}>
        <p>{t('pendingText')}</p>
      </Alert>
      <Table
        caption={t('pending', { n: count })}
        rows={shown}
        keyOf={one => one.order}
        columns={[
          { key: 'case', title: t('case'), head: true, cell: one => (one.case ? <CaseLink its={one.case} /> : '–') },
          { key: 'since', title: t('since'), cell: one => <Moment value={one.createdAt} /> },
          { key: 'state', title: t('state'), cell: one => t(`order-${one.state}`) },
          { key: 'amount', title: t('amount'), right: true, cell: one => <Money amount={one.amount} /> },
        ]}
      />
      {shown.length < count && <p>{t('shownFirst', { shown: shown.length, count })}</p>}
    </section>
  )
}
