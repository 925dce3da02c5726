import type { TaskSummary } from '../../../api/contract.ts'
import { day, dayOf, daysBetween } from '../../format.ts'
import { Tag } from '../../kit/Tag.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { officeWords } from '../../words/office.ts'

type Due = Pick<TaskSummary, 'due' | 'late'>

const daysLeft = (due: string): number => daysBetween(dayOf(new Date()), due)

/** Whether the day by which a task should have been decided is over, also when the case has not noticed it yet. */
export const isLate = ({ due, late }: Due): boolean => late || daysLeft(due) < 0

/** Until when a task should be decided; a late one and one for today cannot be overlooked. */
export const DueMark = ({ task }: { task: Due }) => {
  const t = useWords(officeWords)
  const l = useLanguage()
  if (isLate(task)) return <Tag tone="error">{t('lateSince', { day: day(task.due, l) })}</Tag>
  const left = daysLeft(task.due)
  if (left <= 1) return <Tag tone="warning">{t(left === 0 ? 'dueToday' : 'dueTomorrow')}</Tag>
  return <span className="nowrap">{day(task.due, l)}</span>
}
