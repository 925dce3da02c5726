import { Link } from 'react-router'
import type { Debtor, Liability } from '../../../api/contract.ts'
import { removeFromBasket, setAmount } from '../../basket.ts'
import type { BasketItem } from '../../basket.ts'
import { amountText, money } from '../../format.ts'
import { Alert } from '../../kit/Alert.tsx'
import { Button, ButtonLink } from '../../kit/Button.tsx'
import { Field } from '../../kit/Field.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { Day, Money } from '../../kit/values.tsx'
import { useLanguage, usePick, useWords } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { basketWords } from '../../words/basket.ts'

/** What is wrong with a line, in words; `next` leads to the order that pays the same debt already. */
export interface LineProblem {
  message: string
  next?: string
}
/** The id of a line's control, for the links of the error summary. */
export const lineId = (liability: string): string => `line-${liability}`

interface Props {
  item: BasketItem
  debt: Liability | undefined
  /** Who owes it, where that is not plain. */
  debtor: Debtor | undefined
  /** What the payer has typed as the amount, while it differs from the basket. */
  typed: string | undefined
  problem: LineProblem | undefined
  onType: (text: string) => void
  onLeave: () => void
}

/** One debt in the basket, with the amount to pay of it. */
export const BasketLine = ({ item, debt, debtor, typed, problem, onType, onLeave }: Props) => {
  const t = useWords(basketWords)
  const l = useLanguage()
  const pick = usePick()
  if (!debt || debt.balance <= 0)
    return (
      <li className="card basket-line">
        <Alert tone="warning" title={t('gone')}>
          <p>
            {debt && `${pick(debt.description)}. `}
            {t('goneText')}
          </p>
          <Button kind="secondary" size="s" onClick={() => removeFromBasket([item.liability])}>
            {t('takeOut')}
          </Button>
        </Alert>
      </li>
    )
  return (
    <li className="card basket-line">
      <div className="basket-what">
        <Link className="line-name" to={paths.liability(l, debt.id)}>
          {pick(debt.description)}
        </Link>
        {debtor && (
          <p className="basket-debtor">
            <Icon name={debtor.kind === 'person' ? 'person' : 'bag'} />
            {debtor.subject === null ? t('owedByMe') : t('owedBy', { name: debtor.name })}
          </p>
        )}
        <p className="fine">
          {debt.instalments > 1 && `${t('instalment', { part: debt.instalment, all: debt.instalments })} · `}
          {debt.concerns && `${debt.concerns} · `}
          {t('due')} <Day value={debt.due} />
        </p>
      </div>
      <div className="basket-amount">
        {debt.payable.how === 'part' ? (
          <Field
            id={lineId(debt.id)}
            label={t('amountOf', { what: pick(debt.description) })}
            labelHidden
            hint={t('ofWhole', { balance: money(debt.balance, l) })}
            error={problem?.message}
            unit={l === 'cs' ? 'Kč' : 'CZK'}
            inputMode="decimal"
            autoComplete="off"
            value={typed ?? amountText(item.amount, l)}
            onChange={event => onType(event.target.value)}
            onBlur={onLeave}
          />
        ) : (
          <div id={lineId(debt.id)} tabIndex={-1}>
            <p className="line-sum">
              <Money amount={item.amount} />
            </p>
            <p className="fine">{t('wholeOnly')}</p>
            {problem && <p className="line-problem">{problem.message}</p>}
            {item.amount !== debt.balance && (
              <Button kind="secondary" size="s" onClick={() => setAmount(debt.id, debt.balance)}>
                {money(debt.balance, l)}
              </Button>
            )}
          </div>
        )}
        {problem?.next && (
          <ButtonLink kind="secondary" size="s" to={problem.next}>
            {t('toOrder')}
          </ButtonLink>
        )}
      </div>
      <Button kind="plain" size="s" icon="cross" onClick={() => removeFromBasket([item.liability])}>
        {t('remove')}
        <span className="sr-only"> – {pick(debt.description)}</span>
      </Button>
    </li>
  )
}
