import { useState } from 'react'
import type { LiabilityDetail } from '../../../api/contract.ts'
import { addToBasket, removeFromBasket, setAmount, useBasket } from '../../basket.ts'
import { amountProblem } from '../basket/amount.ts'
import { amountText, instant, money, parseAmount } from '../../format.ts'
import { Alert } from '../../kit/Alert.tsx'
import { Button, ButtonLink } from '../../kit/Button.tsx'
import { Field } from '../../kit/Field.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { useLanguage, usePick, useWords } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { basketWords } from '../../words/basket.ts'
import { liabilitiesWords } from '../../words/liabilities.ts'

/** Paying by card: the whole or a part into the basket, or the reason why not. */
export const CardChoice = ({ debt }: { debt: LiabilityDetail }) => {
  const t = useWords(liabilitiesWords)
  const l = useLanguage()
  const pick = usePick()
  if (debt.inOrder)
    return (
      <Alert>
        <p>{t(debt.inOrder.case === null ? 'inSlipLong' : 'inOrderLong', { until: instant(debt.inOrder.until, l) })}</p>
        {debt.inOrder.case !== null && (
          <ButtonLink kind="secondary" size="s" to={paths.payment(l, debt.inOrder.case)}>
            {t('showOrder')}
          </ButtonLink>
        )}
      </Alert>
    )
  if (debt.payable.how === 'no')
    return (
      <Alert tone="warning" title={t('noCardTitle')}>
        {debt.payable.reason && <p>{pick(debt.payable.reason)}</p>}
      </Alert>
    )
  return (
    <section className="card way" aria-labelledby="by-card">
      <h3 id="by-card">
        <Icon name="card" className="topic-icon" />
        {t('byCard')}
      </h3>
      <p>
        {t('byCardText')} {t(debt.payable.how === 'part' ? 'partText' : 'wholeOnly')}
      </p>
      <Choice debt={debt} />
    </section>
  )
}

const Choice = ({ debt }: { debt: LiabilityDetail }) => {
  const t = useWords(liabilitiesWords)
  const b = useWords(basketWords)
  const l = useLanguage()
  const { items } = useBasket()
  const line = items.find(item => item.liability === debt.id)
  const [typed, setTyped] = useState<string | null>(null)
  const [error, setError] = useState<string>()
  const part = debt.payable.how === 'part'
  const text = typed ?? amountText(line?.amount ?? debt.plan?.next?.amount ?? debt.balance, l)
  const put = (): void => {
    const amount = part ? parseAmount(text) : debt.balance
    const problem = amountProblem(amount, debt, b, l)
    setError(problem)
    if (problem || amount === null) return
    setTyped(null)
    if (line) setAmount(debt.id, amount)
    else addToBasket({ liability: debt.id, amount })
  }
  return (
    <form
      noValidate
      className="choice"
      onSubmit={event => {
        event.preventDefault()
        put()
      }}
    >
      {part && (
        <Field
          id="part"
          label={t('partLabel')}
          hint={t('partHint', { max: money(debt.balance, l) })}
          error={error}
          unit={l === 'cs' ? 'Kč' : 'CZK'}
          short
          inputMode="decimal"
          autoComplete="off"
          value={text}
          onChange={event => {
            setTyped(event.target.value)
            setError(undefined)
          }}
        />
      )}
      <div className="actions">
        {line && (!part || typed === null) ? (
          <>
            <ButtonLink to={paths.basket(l)} icon="basket">
              {t('toBasket')}
            </ButtonLink>
            <Button kind="plain" onClick={() => removeFromBasket([debt.id])}>
              {t('remove')}
            </Button>
          </>
        ) : (
          <Button type="submit" icon="basket">
            {t('add')}
          </Button>
        )}
      </div>
    </form>
  )
}
