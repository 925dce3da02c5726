import { useQuery } from '@tanstack/react-query'
import { ButtonLink } from '../../kit/Button.tsx'
import { day, dayOf, money } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { overpaymentsQuery } from '../../queries.ts'
import { liabilitiesWords } from '../../words/liabilities.ts'

/** Money of one's own that settled nothing, and the way to have it back; nothing when there is none. */
export const Overpaid = () => {
  const t = useWords(liabilitiesWords)
  const l = useLanguage()
  const { data } = useQuery(overpaymentsQuery)
  if (!data?.overpayments.length) return null
  return (
    <section className="section" aria-labelledby="overpaid">
      <h2 id="overpaid">{t('overTitle')}</h2>
      <p>{t('overText')}</p>
      <ul className="plain stack">
        {data.overpayments.map(({ payment, amount, paidAt }) => (
          <li key={payment} className="card overpaid">
            <span>{t('overLine', { sum: money(amount, l), day: day(dayOf(new Date(paidAt)), l) })}</span>
            <ButtonLink
              kind="secondary"
              size="s"
              to={`${paths.start(l, 'overpayment-refund')}?overpayment=${payment}`}
              aria-label={`${t('overButton')}: ${money(amount, l)}`}
            >
              {t('overButton')}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
