import type { TransferRefund } from '../../../../api/contract.ts'
import { amountText } from '../../../format.ts'
import { Copy } from '../../../kit/Copy.tsx'
import { Money } from '../../../kit/values.tsx'
import { useLanguage, useWords } from '../../../language.tsx'
import { moneyWords } from '../../../words/money.ts'

/** The bank order that the case waits for, to be copied into the bank: the statement brings its variable symbol back. */
export const BankOrder = ({ refund }: { refund: TransferRefund }) => {
  const t = useWords(moneyWords)
  const l = useLanguage()
  const { account, amount, variableSymbol, payee } = refund
  const rows = [
    { name: t('toAccount'), shown: <span className="nowrap">{account}</span>, value: account },
    { name: t('amount'), shown: <Money amount={amount} />, value: amountText(amount, l) },
    ...(variableSymbol === null ? [] : [{ name: t('variableSymbol'), shown: variableSymbol, value: variableSymbol }]),
    { name: t('payee'), shown: payee, value: payee },
  ]
  return (
    <section className="card stack" aria-labelledby="bank-order">
      <h3 id="bank-order">{t('orderTitle')}</h3>
      {variableSymbol !== null && <p>{t('orderText')}</p>}
      <dl className="facts">
        {rows.map(({ name, shown, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {shown} <Copy value={value} what={name} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
