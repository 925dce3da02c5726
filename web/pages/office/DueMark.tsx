import { day, dayOf, daysBetween } from '../../format.ts'
import { Tag } from '../../kit/Tag.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { officeWords } from '../../words/office.ts'

/** Until when a task should be decided; a late one and one for today cannot be overlooked. */
export const DueMark = ({ due, late }: { due: string | null; late: boolean }) => {
  const t = useWords(officeWords)
  const l = useLanguage()
  if (due === null) return <span className="muted">{t('noDue')}</span>
  const left = daysBetween(dayOf(new Date()), due)
  if (late || left < 0) return <Tag tone="error">{t('lateSince', { day: day(due, l) })}</Tag>
  if (left === 0) return <Tag tone="warning">{t('dueToday')}</Tag>
  if (left === 1) return <Tag tone="warning">{t('dueTomorrow')}</Tag>
  return <span className="nowrap">{t('dueOn', { day: day(due, l) })}</span>
}
