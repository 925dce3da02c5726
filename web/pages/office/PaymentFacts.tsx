import type { PaymentView } from '../../../api/contract.ts'
import { Table } from '../../kit/Table.tsx'
import { Moment, Money } from '../../kit/values.tsx'
import { usePick, useWords } from '../../language.tsx'
import { officeWords } from '../../words/office.ts'

/** What was paid by card in the case, for what, and whether the ledger has it. */
export const PaymentFacts = ({ payment }: { payment: PaymentView }) => {
  const t = useWords(officeWords)
  const pick = usePick()
  return (
    <section className="card stack" aria-labelledby="payment">
      <h3 id="payment">{t('payment')}</h3>
      <dl className="facts facts-row">
        <div>
          <dt>{t('paymentSum')}</dt>
          <dd>
            <Money amount={payment.amount} />
          </dd>
        </div>
        <div>
          <dt>{t('paidAt')}</dt>
          <dd>{payment.paidAt ? <Moment value={payment.paidAt} /> : t('notYet')}</dd>
        </div>
        <div>
          <dt>{t('postedAt')}</dt>
          <dd>{payment.postedAt ? <Moment value={payment.postedAt} /> : t('notYet')}</dd>
        </div>
      </dl>
      <Table
        caption={t('payment')}
        rows={payment.items}
        keyOf={item => item.liability}
        columns={[
          { key: 'item', title: t('paymentItem'), head: true, cell: item => pick(item.description) },
          { key: 'symbol', title: t('paymentSymbol'), cell: item => item.variableSymbol },
          { key: 'amount', title: t('paymentAmount'), right: true, cell: item => <Money amount={item.amount} /> },
        ]}
      />
    </section>
  )
}
