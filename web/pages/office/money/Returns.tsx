import type { BankReturnView } from '../../../../api/contract.ts'
import { day } from '../../../format.ts'
import { Table } from '../../../kit/Table.tsx'
import { Tag } from '../../../kit/Tag.tsx'
import { Money } from '../../../kit/values.tsx'
import { useLanguage, useWords } from '../../../language.tsx'
import { moneyWords } from '../../../words/money.ts'

/** Payments that go back to their senders: what somebody has to make in the bank, and what a statement has shown as made. */
export const Returns = ({ returns }: { returns: readonly BankReturnView[] }) => {
  const t = useWords(moneyWords)
  const l = useLanguage()
  return (
    <section className="section" aria-labelledby="returns">
      <h2 id="returns">{t('returns')}</h2>
      <p className="muted">{t('returnsText')}</p>
      <Table
        caption={t('returns')}
        rows={returns}
        keyOf={one => one.id}
        columns={[
          {
            key: 'account',
            title: t('toAccount'),
            head: true,
            cell: one => <span className="nowrap">{one.account}</span>,
          },
          {
            key: 'what',
            title: t('what'),
            cell: one => t(one.what === 'refund' ? 'overpaymentBack' : 'unidentifiedBack'),
          },
          { key: 'symbol', title: t('symbols'), cell: one => one.variableSymbol ?? '–' },
          { key: 'case', title: t('case'), cell: one => one.case.number },
          {
            key: 'state',
            title: t('state'),
            cell: one =>
              one.cameBackOn ? (
                <Tag tone="neutral">{t('cameBackOn', { day: day(one.cameBackOn, l) })}</Tag>
              ) : one.madeOn ? (
                <Tag tone="success">{t('madeOn', { day: day(one.madeOn, l) })}</Tag>
              ) : (
                <Tag tone="warning">{t('toMake')}</Tag>
              ),
          },
          { key: 'amount', title: t('amount'), right: true, cell: one => <Money amount={one.amount} /> },
        ]}
      />
    </section>
  )
}
