import type { LiabilityDetail } from '../../../api/contract.ts'
import { Table } from '../../kit/Table.tsx'
import { Day, Moment, Money } from '../../kit/values.tsx'
import { useWords } from '../../language.tsx'
import { apiPaths } from '../../paths.ts'
import { liabilitiesWords } from '../../words/liabilities.ts'

/** What has been paid on a debt: when, how, whether it is credited already, and the receipt. */
export const Received = ({ payments }: { payments: LiabilityDetail['payments'] }) => {
  const t = useWords(liabilitiesWords)
  return (
    <section className="section" aria-labelledby="received">
      <h2 id="received">{t('paymentsTitle')}</h2>
      {payments.length === 0 ? (
        <p className="muted">{t('noPayments')}</p>
      ) : (
        <Table
          caption={t('paymentsTitle')}
          rows={payments}
          keyOf={payment => payment.paidAt + payment.amount}
          columns={[
            { key: 'paid', title: t('paidAt'), head: true, cell: payment => <Moment value={payment.paidAt} /> },
            { key: 'how', title: t('how'), cell: payment => t(payment.channel) },
            {
              key: 'credited',
              title: t('creditedOn'),
              cell: payment => (payment.creditedOn ? <Day value={payment.creditedOn} /> : t('notCredited')),
            },
            {
              key: 'receipt',
              title: t('receipt'),
              cell: payment =>
                payment.receipt ? <a href={apiPaths.document(payment.receipt)}>{t('downloadReceipt')}</a> : '–',
            },
            { key: 'amount', title: t('amount'), right: true, cell: payment => <Money amount={payment.amount} /> },
          ]}
        />
      )}
    </section>
  )
}
