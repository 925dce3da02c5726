import type { StatementSummary } from '../../../../api/contract.ts'
import { Table } from '../../../kit/Table.tsx'
import { useLanguage, useWords } from '../../../language.tsx'
import { moneyWords } from '../../../words/money.ts'
import { signed } from './amounts.ts'

/** Where the money of a statement belongs: how many entries and how much, together the change of the balance. */
export const Buckets = ({ buckets }: { buckets: StatementSummary['buckets'] }) => {
  const t = useWords(moneyWords)
  const l = useLanguage()
  return (
    <Table
      caption={t('buckets')}
      rows={buckets}
      keyOf={one => one.state}
      columns={[
        { key: 'bucket', title: t('bucket'), head: true, cell: one => t(one.state) },
        { key: 'count', title: t('count'), right: true, cell: one => one.count },
        { key: 'sum', title: t('sum'), right: true, cell: one => <span className="money">{signed(one.sum, l)}</span> },
      ]}
    />
  )
}
