import type { Debtor, Liability } from '../../../api/contract.ts'
import { basisKeys } from '../../acting/basis.ts'
import { money } from '../../format.ts'
import { Details } from '../../kit/Details.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { Money } from '../../kit/values.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { actingWords } from '../../words/acting.ts'
import { liabilitiesWords } from '../../words/liabilities.ts'
import { Lines } from './Lines.tsx'
import { AddAll, sorted } from './Lists.tsx'

/** The debts of one of several: who it is and why they are seen, how much they owe, the debts, and what is behind them. */
export const DebtorGroup = ({ debtor, lines }: { debtor: Debtor; lines: readonly Liability[] }) => {
  const t = useWords(liabilitiesWords)
  const { toPay, done } = sorted(lines)
  const id = `debtor-${debtor.subject ?? 'me'}`
  const name = debtor.subject === null ? t('me') : debtor.name
  return (
    <section className="section debtor" aria-labelledby={id}>
      <div className="debtor-head">
        <Icon name={debtor.kind === 'person' ? 'person' : 'bag'} className="topic-icon" />
        <div className="debtor-who">
          <h2 id={id}>{name}</h2>
          <p className="fine">
            <Why debtor={debtor} />
          </p>
        </div>
        <dl className="debtor-sums">
          {debtor.overdue > 0 && (
            <div className="sum-overdue">
              <dt>{t('overdueSum')}</dt>
              <dd>
                <Money amount={debtor.overdue} />
              </dd>
            </div>
          )}
          <div>
            <dt>{t('toPay')}</dt>
            <dd>
              <Money amount={debtor.owed} />
            </dd>
          </div>
        </dl>
      </div>
      {toPay.length > 0 ? (
        <>
          <Lines lines={toPay} caption={t('toPayBy', { name })} />
          {debtor.mayPay && (
            <p className="debtor-all">
              <AddAll lines={toPay} whose={name} />
            </p>
          )}
        </>
      ) : (
        <p className="muted">{t(lines.length > 0 ? 'owesNothing' : 'owesNothingHere')}</p>
      )}
      {done.length > 0 && (
        <Details summary={t('doneCount', { n: done.length })}>
          <Lines lines={done} caption={t('doneBy', { name })} settled />
        </Details>
      )}
    </section>
  )
}

/** Why the citizen sees these debts, and what they may do about them. */
const Why = ({ debtor }: { debtor: Debtor }) => {
  const t = useWords(liabilitiesWords)
  const a = useWords(actingWords)
  const l = useLanguage()
  if (!debtor.basis) return debtor.name
  const parts = [
    t('youSee', { basis: a(basisKeys[debtor.basis]) }),
    !debtor.mayPay && t('onlySee'),
    debtor.mayPay && debtor.limit !== null && t('limit', { limit: money(debtor.limit, l) }),
  ]
  return parts.filter(Boolean).join(' · ')
}
