import type { DayTotal } from '../../../../../api/contract.ts'
import { money } from '../../../../format.ts'
import { Table } from '../../../../kit/Table.tsx'
import { Tag } from '../../../../kit/Tag.tsx'
import { useLanguage, useWords } from '../../../../language.tsx'
import { dayWords } from '../../../../words/days.ts'
import { signed } from '../amounts.ts'

const sides = ['gateway', 'orders', 'ledger', 'bank'] as const

/** The same money as each side has it, and by how much they differ. */
export const Totals = ({ totals }: { totals: readonly DayTotal[] }) => {
  const t = useWords(dayWords)
  return (
    <Table
      caption={t('totals')}
      rows={totals}
      keyOf={one => one.kind}
      toneOf={one => (one.difference === 0 && one.unclear === 0 ? undefined : 'warning')}
      columns={[
        { key: 'kind', title: t('kind'), head: true, cell: one => t(one.kind) },
        ...sides.map(side => ({
          key: side,
          title: t(side),
          right: true,
          cell: (one: DayTotal) => <Side side={one[side]} />,
        })),
        {
          key: 'difference',
          title: t('difference'),
          right: true,
          cell: one => <Difference total={one} />,
        },
      ]}
    />
  )
}

/** Sums may agree though payments do not: then how many are to be cleared up. */
const Difference = ({ total: { difference, unclear } }: { total: DayTotal }) => {
  const t = useWords(dayWords)
  const l = useLanguage()
  if (difference === 0 && unclear === 0) return <Tag tone="success">{t('agrees')}</Tag>
  if (difference === 0) return <Tag tone="warning">{t('unclear', { n: unclear })}</Tag>
  return (
    <div className="line-lines">
      <Tag tone="error">{money(difference, l)}</Tag>
      {unclear > 0 && <span className="line-detail">{t('unclear', { n: unclear })}</span>}
    </div>
  )
}

const Side = ({ side }: { side: DayTotal['bank'] }) => {
  const t = useWords(dayWords)
  const l = useLanguage()
  if (!side) return '–'
  return (
    <div className="line-lines">
      <span className="money">{signed(side.sum, l)}</span>
      <span className="line-detail">{t('counted', { n: side.count })}</span>
    </div>
  )
}
