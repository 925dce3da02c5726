import type { ReactNode } from 'react'
import type { LiabilityDetail } from '../../../api/contract.ts'
import { Table } from '../../kit/Table.tsx'
import { Money } from '../../kit/values.tsx'
import { day } from '../../format.ts'
import { useLanguage, usePick, useWords } from '../../language.tsx'
import { liabilitiesWords } from '../../words/liabilities.ts'
import { accessoryKeys, isKeyOf } from './labels.ts'

interface Line {
  key: string
  item: ReactNode
  basis: string
  amount: number
}

/** Why the sum is what it is: principal and each accessory with its legal basis, less what is paid. */
export const Reasons = ({ debt }: { debt: LiabilityDetail }) => {
  const t = useWords(liabilitiesWords)
  const l = useLanguage()
  const pick = usePick()
  const lines: Line[] = [
    { key: 'principal', item: t('principal'), basis: pick(debt.legalBasis), amount: debt.principal },
    ...debt.accessories.map((accessory, i) => ({
      key: `accessory-${i}`,
      item: (
        <>
          {t(isKeyOf(accessoryKeys, accessory.kind) ? accessoryKeys[accessory.kind] : 'otherAccessory')}{' '}
          <span className="fine">{t('since', { day: day(accessory.since, l) })}</span>
        </>
      ),
      basis: pick(accessory.legalBasis),
      amount: accessory.amount,
    })),
    ...(debt.paid > 0 ? [{ key: 'paid', item: t('paidSoFar'), basis: '', amount: -debt.paid }] : []),
    ...(debt.writtenOff > 0 ? [{ key: 'off', item: t('writtenOff'), basis: '', amount: -debt.writtenOff }] : []),
  ]
  return (
    <section className="section" aria-labelledby="why">
      <h2 id="why">{t('whyTitle')}</h2>
      <Table
        caption={t('whyTitle')}
        rows={lines}
        keyOf={line => line.key}
        columns={[
          { key: 'item', title: t('item'), head: true, cell: line => line.item },
          { key: 'basis', title: t('basis'), bare: true, cell: line => <span className="fine">{line.basis}</span> },
          { key: 'amount', title: t('amount'), right: true, cell: line => <Money amount={line.amount} /> },
        ]}
        footer={
          <tr role="row">
            <th role="rowheader" scope="row" colSpan={2}>
              {t('balance')}
            </th>
            <td role="cell" className="right">
              <Money amount={debt.balance} />
            </td>
          </tr>
        }
      />
    </section>
  )
}
