import type { TaskSummary } from '../../../api/contract.ts'
import { day, dayOf, daysBetween } from '../../format.ts'
import { Tag } from '../../kit/Tag.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { officeWords } from '../../words/office.ts'

type Due = Pick<TaskSummary, 'due' | 'late'>

const daysLeft = (due: string): number => daysBetween(dayOf(new Date()), due)

/** Whether the day by which a task should have been decided is over, also when the case has not noticed it yet. */
export const isLate = ({ due, late }: Due): boolean => late || (due !== null && daysLeft(due) < 0)

/** Until when a task should be decided; a late one and one for today cannot be overlooked. `lead` stands before a plain day. */
export const DueMark = ({ task, lead }: { task: Due; lead?: string }) => {
  const t = useWords(officeWords)
  const l = useLanguage()
  const { due } = task
  if (due === null) return lead ? null : <span className="muted">{t('noDue')}</span>
  if (isLate(task)) return <Tag tone="error">{t('lateSince', { day: day(due, l) })}</Tag>
  const left = daysLeft(due)
  if (left <= 1) return <Tag tone="warning">{t(left === 0 ? 'dueToday' : 'dueTomorrow')}</Tag>
  return (
    <span className="nowrap">
      {lead} {day(due, l)}
    </span>
  )
}
