import type { DayTotals } from '../../../../../api/contract.ts'
import { Table } from '../../../../kit/Table.tsx'
import { useLanguage, useWords } from '../../../../language.tsx'
import { dayWords } from '../../../../words/days.ts'
import { signed } from '../amounts.ts'

/** Where the money of a month belongs. */
export const Buckets = ({ buckets }: { buckets: DayTotals['buckets'] }) => {
  const t = useWords(dayWords)
  const l = useLanguage()
  return (
    <section className="section" aria-labelledby="buckets">
      <h2 id="buckets">{t('buckets')}</h2>
      <Table
        caption={t('buckets')}
        rows={buckets}
        keyOf={one => one.bucket}
        columns={[
          { key: 'bucket', title: t('bucket'), head: true, cell: one => t(one.bucket) },
          { key: 'count', title: t('count'), right: true, cell: one => one.count },
          {
            key: 'sum',
            title: t('sum'),
            right: true,
            cell: one => <span className="money">{signed(one.sum, l)}</span>,
          },
        ]}
      />
    </section>
  )
}
