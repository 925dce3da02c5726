import { useBasket } from '../../basket.ts'
import { money } from '../../format.ts'
import { ButtonLink } from '../../kit/Button.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { liabilitiesWords } from '../../words/liabilities.ts'

/** Stays at the bottom of the window while there is something in the basket. */
export const BasketBar = () => {
  const t = useWords(liabilitiesWords)
  const l = useLanguage()
  const { items } = useBasket()
  const total = items.reduce((sum, item) => sum + item.amount, 0)
  return (
    <div className="basket-bar" role="status">
      {items.length > 0 && (
        <div className="basket-bar-inner">
          <p>
            {t('barBasket', { n: items.length })} · <strong>{money(total, l)}</strong>
          </p>
          <ButtonLink to={paths.basket(l)} icon="basket">
            {t('toBasket')}
          </ButtonLink>
        </div>
      )}
    </div>
  )
}
