import type { PaymentTotals as Totals } from '../../../../../api/contract.ts'
import { Table } from '../../../../kit/Table.tsx'
import { Money } from '../../../../kit/values.tsx'
import { useWords } from '../../../../language.tsx'
import { exportWords } from '../../../../words/exports.ts'

/** Control totals of payments by the way they came, and together. */
export const PaymentTotals = ({ totals: { channels, count, sum } }: { totals: Totals }) => {
  const t = useWords(exportWords)
  const rows = [...channels, ...(channels.length > 1 ? [{ channel: 'together' as const, count, sum }] : [])]
  return (
    <Table
      caption={t('totals')}
      rows={rows}
      keyOf={one => one.channel}
      columns={[
        { key: 'channel', title: t('channel'), head: true, cell: one => t(one.channel) },
        { key: 'count', title: t('count'), right: true, cell: one => one.count },
        { key: 'sum', title: t('sum'), right: true, cell: one => <Money amount={one.sum} /> },
      ]}
    />
  )
}
