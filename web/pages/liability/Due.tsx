import type { Liability } from '../../../api/contract.ts'
import { dayOf, daysBetween } from '../../format.ts'
import { Tag } from '../../kit/Tag.tsx'
import { useWords } from '../../language.tsx'
import { liabilitiesWords } from '../../words/liabilities.ts'

/** Days before the due date from which it is marked as near. */
const near = 14

/** The day by which something of a debt is to be paid: its own, or that of its next instalment. */
export const dueOf = ({ due, plan }: Pick<Liability, 'due' | 'plan'>): string => plan?.next?.due ?? due

/** How a debt stands, in a word: „za 5 dní“, „po splatnosti 12 dní“, „zaplaceno“. */
export const DueTag = ({ liability }: { liability: Pick<Liability, 'state' | 'due' | 'plan'> }) => {
  const t = useWords(liabilitiesWords)
  if (liability.state === 'settled') return <Tag tone="success">{t('settled')}</Tag>
  if (liability.state === 'cancelled') return <Tag>{t('cancelled')}</Tag>
  if (liability.state === 'enforcement') return <Tag tone="error">{t('enforcement')}</Tag>
  const left = daysBetween(dayOf(new Date()), dueOf(liability))
  if (left < 0) return <Tag tone="error">{t('overdueBy', { n: -left })}</Tag>
  const words = left === 0 ? t('dueToday') : left === 1 ? t('dueTomorrow') : t('dueIn', { n: left })
  return <Tag tone={left <= near ? 'warning' : 'neutral'}>{words}</Tag>
}
