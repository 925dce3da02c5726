import { Link } from 'react-router'
import type { StandingDay } from '../../../../../api/contract.ts'
import { day as dayIn, money } from '../../../../format.ts'
import { Table } from '../../../../kit/Table.tsx'
import { Tag } from '../../../../kit/Tag.tsx'
import { useLanguage, useWords } from '../../../../language.tsx'
import { paths } from '../../../../paths.ts'
import { dayWords } from '../../../../words/days.ts'
import { monthWords } from '../../../../words/months.ts'
import { signed } from '../amounts.ts'

const tones = { open: 'neutral', proposed: 'primary', confirmed: 'success', changed: 'warning' } as const

/** Days of the city's money: what came, what does not agree, and how the closing of each stands. */
export const StandingDays = ({ caption, days }: { caption: string; days: readonly StandingDay[] }) => {
  const t = useWords(monthWords)
  const l = useLanguage()
  return (
    <Table
      caption={caption}
      rows={days}
      keyOf={one => one.day}
      columns={[
        {
          key: 'day',
          title: t('day'),
          head: true,
          cell: one => <Link to={paths.moneyDay(l, one.day)}>{dayIn(one.day, l)}</Link>,
        },
        {
          key: 'came',
          title: t('came'),
          right: true,
          cell: ({ ledger }) => (
            <div className="line-lines">
              <span className="money">{signed(ledger.sum, l)}</span>
              <span className="line-detail">{t('counted', { n: ledger.count })}</span>
            </div>
          ),
        },
        { key: 'differs', title: t('differs'), cell: one => <Differs day={one} /> },
        { key: 'state', title: t('state'), cell: one => <Tag tone={tones[one.state]}>{t(one.state)}</Tag> },
      ]}
    />
  )
}

const Differs = ({ day: { differs } }: { day: StandingDay }) => {
  const t = useWords(monthWords)
  const d = useWords(dayWords)
  const l = useLanguage()
  if (differs.length === 0) return <Tag tone="success">{t('agrees')}</Tag>
  return (
    <div className="line-lines">
      {differs.map(({ kind, difference, unclear }) => (
        <span key={kind} className="differing">
          {difference === 0
            ? t('unclear', { kind: d(kind), n: unclear })
            : t('difference', { kind: d(kind), sum: money(difference, l) })}
        </span>
      ))}
    </div>
  )
}
