import type { Liability } from '../../../api/contract.ts'
import { addToBasket, useBasket } from '../../basket.ts'
import { Button } from '../../kit/Button.tsx'
import { useWords } from '../../language.tsx'
import { liabilitiesWords } from '../../words/liabilities.ts'
import { canBeChosen, toPayOf } from './BasketToggle.tsx'
import { Lines } from './Lines.tsx'

const owing = (line: Liability): boolean => ['open', 'overdue', 'enforcement'].includes(line.state)

/** Debts that wait, by their due date, and those that are behind, the newest first. */
export const sorted = (lines: readonly Liability[]): { toPay: Liability[]; done: Liability[] } => ({
  toPay: lines.filter(owing).toSorted((a, b) => a.due.localeCompare(b.due)),
  done: lines.filter(line => !owing(line)).toSorted((a, b) => b.due.localeCompare(a.due)),
})

/** The debts of one person or company: what is to be paid, then what is behind them. */
export const Lists = ({ lines, filtered, clear }: { lines: Liability[]; filtered: boolean; clear: () => void }) => {
  const t = useWords(liabilitiesWords)
  const { toPay, done } = sorted(lines)
  if (lines.length === 0)
    return (
      <div className="card empty">
        <p>{t(filtered ? 'noneTitle' : 'noneAtAll')}</p>
        {filtered && (
          <Button kind="secondary" onClick={clear}>
            {t('clear')}
          </Button>
        )}
      </div>
    )
  return (
    <>
      {toPay.length > 0 && (
        <section className="section" aria-labelledby="to-pay">
          <div className="section-head">
            <h2 id="to-pay">{t('toPay')}</h2>
            <AddAll lines={toPay} />
          </div>
          <Lines lines={toPay} caption={t('toPay')} />
        </section>
      )}
      {done.length > 0 && (
        <section className="section" aria-labelledby="done">
          <h2 id="done">{t('done')}</h2>
          <Lines lines={done} caption={t('done')} settled />
        </section>
      )}
    </>
  )
}

/** Everything that can be paid by card and is not in the basket yet, at once; nothing where one press would do. */
export const AddAll = ({ lines, whose }: { lines: readonly Liability[]; whose?: string }) => {
  const t = useWords(liabilitiesWords)
  const basket = useBasket()
  const missing = lines.filter(line => canBeChosen(line) && !basket.has(line.id))
  if (missing.length < 2) return null
  return (
    <Button
      kind="plain"
      icon="basket"
      onClick={() => missing.forEach(line => addToBasket({ liability: line.id, amount: toPayOf(line) }))}
    >
      {t('addAll')}
      {whose && <span className="sr-only"> – {whose}</span>}
    </Button>
  )
}
