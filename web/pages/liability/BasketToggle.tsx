import type { Liability } from '../../../api/contract.ts'
import { addToBasket, removeFromBasket, useBasket } from '../../basket.ts'
import { Button, ButtonLink } from '../../kit/Button.tsx'
import { useLanguage, usePick, useWords } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { liabilitiesWords } from '../../words/liabilities.ts'
import { Link } from 'react-router'

/** Whether a debt may go into the basket now. */
export const canBeChosen = (line: Liability): boolean => line.balance > 0 && line.payable.how !== 'no' && !line.inOrder

/** What is to be paid of a debt now: all that is left, or the next instalment. Haléře. */
export const toPayOf = ({ balance, plan }: Liability): number => plan?.next?.amount ?? balance

/** Puts a debt into the basket and takes it out; or says why it cannot be. */
export const BasketToggle = ({ liability }: { liability: Liability }) => {
  const t = useWords(liabilitiesWords)
  const l = useLanguage()
  const pick = usePick()
  const basket = useBasket()
  const name = <span className="sr-only"> – {pick(liability.description)}</span>
  if (liability.inOrder)
    return liability.inOrder.case === null ? (
      <span className="fine">{t('inSlip')}</span>
    ) : (
      <ButtonLink kind="plain" size="s" to={paths.payment(l, liability.inOrder.case)}>
        {t('inOrder')}
        {name}
      </ButtonLink>
    )
  if (liability.balance <= 0) return null
  if (liability.payable.how === 'no')
    return (
      <Link className="fine" to={paths.liability(l, liability.id)}>
        {t('notByCard')}
        {name}
      </Link>
    )
  return basket.has(liability.id) ? (
    <Button kind="plain" size="s" icon="cross" onClick={() => removeFromBasket([liability.id])}>
      {t('remove')}
      {name}
    </Button>
  ) : (
    <Button
      kind="secondary"
      size="s"
      icon="plus"
      onClick={() => addToBasket({ liability: liability.id, amount: toPayOf(liability) })}
    >
      {t('add')}
      {name}
    </Button>
  )
}
