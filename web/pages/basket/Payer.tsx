import type { Debtor } from '../../../api/contract.ts'
import { useActing } from '../../acting/acting.tsx'
import { money } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { basketWords } from '../../words/basket.ts'

/** Who pays and for whom, with the limit of each mandate; nothing for somebody who pays only what is their own. */
export const Payer = ({ debtors, inNameOf }: { debtors: readonly Debtor[]; inNameOf: string | null }) => {
  const t = useWords(basketWords)
  const l = useLanguage()
  const { now, subject } = useActing()
  if (debtors.every(debtor => debtor.subject === null) && subject === null) return null
  return (
    <div className="payer">
      <h2>{t('payerTitle')}</h2>
      <p>{inNameOf && now ? t('payerFor', { name: now.name }) : t('payer')}</p>
      <ul className="plain fine">
        {debtors.map(debtor => (
          <li key={debtor.subject}>
            {debtor.subject === null ? t('owedByMe') : t('owedBy', { name: debtor.name })}
            {debtor.limit !== null && `, ${t('limit', { limit: money(debtor.limit, l) })}`}
          </li>
        ))}
      </ul>
      {inNameOf === null && (subject !== null || debtors.length > 1) && (
        <p className="fine">{t(subject === null ? 'payerSeveral' : 'payerMine')}</p>
      )}
    </div>
  )
}
