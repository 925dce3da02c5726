import { useActing } from '../../acting/acting.tsx'
import { money } from '../../format.ts'
import { Money } from '../../kit/values.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { basketWords } from '../../words/basket.ts'
import type { Share } from './shares.ts'

interface Props {
  shares: readonly Share[]
  /** The principal in whose name the payer pays; null in their own. */
  inNameOf: string | null
}

/** For whom one pays and how much, with the limit of each mandate; nothing for somebody who pays only what is their own. */
export const Payer = ({ shares, inNameOf }: Props) => {
  const t = useWords(basketWords)
  const l = useLanguage()
  const { now, subject } = useActing()
  if (shares.every(({ debtor }) => debtor.subject === null) && subject === null) return null
  return (
    <section className="payer" aria-labelledby="payer">
      <h2 id="payer">{t('payerTitle')}</h2>
      <dl className="facts facts-row">
        {shares.map(({ debtor, sum, over }) => (
          <div key={debtor.subject}>
            <dt>
              {debtor.subject === null ? t('forMe') : debtor.name}
              {debtor.limit !== null && (
                <span className={over ? 'payer-limit late' : 'payer-limit fine'}>
                  {t('limit', { limit: money(debtor.limit, l) })}
                </span>
              )}
            </dt>
            <dd>
              <Money amount={sum} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="fine">
        {inNameOf !== null && now ? t('payerFor', { name: now.name }) : t(subject === null ? 'payerMe' : 'payerMine')}
      </p>
    </section>
  )
}
