import { addDays, addWorkingDays, isWorkingDay, type Day } from '../../city/calendar.ts'
import { termOn } from '../../city/rates.ts'
import type { Rates } from '../../city/schema.ts'

/** Whoever begins to be reminded, or comes to the portal, hears nothing of debts that have been late for longer. */
const lateAtMost = 30

/** Due days, both ends counted, of which one is to be reminded. */
export interface ReminderDays {
  before: { from: Day; to: Day }
  after: { from: Day; to: Day }
}

/**
 * Of which due days people are to be reminded on a day; null on weekends and holidays, when nobody could be asked about it. The city
 * says how long before (`reminder-before`) and after (`reminder-after`); the day itself counts as before. Throws RangeError if it
 * does not say.
 */
export function reminderDays(day: Day, rates: Rates): ReminderDays | null {
  if (!isWorkingDay(day)) return null
  const { term: before } = termOn(rates, 'reminder-before', day)
  const { term: after } = termOn(rates, 'reminder-after', day)
  const late = (due: Day) => end(due, after) <= day
  let latest = addDays(day, -1)
  while (!late(latest)) latest = addDays(latest, -1)
  return { before: { from: day, to: end(day, before) }, after: { from: addDays(day, -lateAtMost), to: latest } }
}

const end = (from: Day, { days, unit }: { days: number; unit: 'days' | 'working-days' }): Day =>
  unit === 'days' ? addDays(from, days) : addWorkingDays(from, days)
