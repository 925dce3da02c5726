import { Link } from 'react-router'
import type { LiabilityDetail } from '../../../api/contract.ts'
import { ButtonLink } from '../../kit/Button.tsx'
import { Table } from '../../kit/Table.tsx'
import { Day, Money } from '../../kit/values.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { calendarWords } from '../../words/calendar.ts'

/** The instalments of a debt; or the way to ask for some, where that makes sense. */
export const Instalments = ({ debt }: { debt: LiabilityDetail }) => {
  const t = useWords(calendarWords)
  const l = useLanguage()
  const { plan } = debt
  if (plan)
    return (
      <section className="section" aria-labelledby="instalments">
        <h2 id="instalments">{t('planTitle')}</h2>
        <p>
          {t('planText')} <Link to={paths.case(l, plan.case)}>{t('planCase')}</Link>
        </p>
        <Table
          caption={t('planTitle')}
          rows={plan.lines}
          keyOf={line => String(line.n)}
          columns={[
            { key: 'n', title: t('instalment'), head: true, cell: line => `${line.n}.` },
            { key: 'due', title: t('due'), cell: line => <Day value={line.due} /> },
            { key: 'amount', title: t('amount'), right: true, cell: line => <Money amount={line.amount} /> },
            {
              key: 'left',
              title: t('left'),
              right: true,
              cell: line => (line.left === 0 ? t('paid') : <Money amount={line.left} />),
            },
          ]}
        />
      </section>
    )
  const mayAsk = debt.balance > 0 && ['open', 'overdue'].includes(debt.state) && debt.kind !== 'specified-amount'
  if (!mayAsk) return null
  return (
    <section className="section" aria-labelledby="instalments">
      <h2 id="instalments">{t('askTitle')}</h2>
      <p>{t('askText')}</p>
      <div className="actions">
        <ButtonLink kind="secondary" to={paths.startInstalments(l, debt)}>
          {t('askButton')}
        </ButtonLink>
      </div>
    </section>
  )
}
