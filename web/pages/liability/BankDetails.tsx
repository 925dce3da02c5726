import type { LiabilityDetail } from '../../../api/contract.ts'
import { amountText, iban } from '../../format.ts'
import { Copy } from '../../kit/Copy.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { Money } from '../../kit/values.tsx'
import { useLanguage, usePick, useWords } from '../../language.tsx'
import { apiPaths } from '../../paths.ts'
import { liabilitiesWords } from '../../words/liabilities.ts'

interface Props {
  debt: LiabilityDetail
  bank: NonNullable<LiabilityDetail['bank']>
}

/** Paying by transfer: the QR picture for a banking app, and the same details to copy. */
export const BankDetails = ({ debt, bank }: Props) => {
  const t = useWords(liabilitiesWords)
  const l = useLanguage()
  const pick = usePick()
  const rows = [
    { name: t('account'), shown: bank.account, value: bank.account },
    { name: t('amount'), shown: <Money amount={bank.amount} />, value: amountText(bank.amount, l) },
    { name: t('variableSymbol'), shown: bank.variableSymbol, value: bank.variableSymbol },
    ...(bank.specificSymbol
      ? [{ name: t('specificSymbol'), shown: bank.specificSymbol, value: bank.specificSymbol }]
      : []),
    { name: t('message'), shown: bank.message, value: bank.message },
    { name: t('iban'), shown: <span className="iban">{iban(bank.iban)}</span>, value: bank.iban },
  ]
  return (
    <section className="card way" aria-labelledby="by-bank">
      <h3 id="by-bank">
        <Icon name="bank" className="topic-icon" />
        {t('byBank')}
      </h3>
      <p>{t('byBankText')}</p>
      <div className="bank">
        <img
          className="qr"
          src={apiPaths.qr(debt.id)}
          width="200"
          height="200"
          alt={t('qr', { what: pick(debt.description) })}
        />
        <dl className="facts facts-row bank-rows">
          {rows.map(row => (
            <div key={row.name}>
              <dt>{row.name}</dt>
              <dd>
                <span className="money">{row.shown}</span>
                <Copy value={row.value} what={row.name} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  )
}
