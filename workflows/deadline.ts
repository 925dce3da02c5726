import { addDays, addWorkingDays, deadline, type Day } from '../city/calendar.ts'
import type { Duration } from './agenda.ts'

const prague = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Prague', dateStyle: 'short' })
const pragueParts = new Intl.DateTimeFormat('en-US', { timeZone: 'Europe/Prague', timeZoneName: 'longOffset' })

/** The calendar day in Prague at an instant (ISO 8601). */
export const dayAt = (instant: string): Day => prague.format(new Date(instant))

/** The instant at which a day ends in Prague: the midnight after it. */
export function endOf(day: Day): string {
  const midnight = Date.parse(`${addDays(day, 1)}T00:00:00Z`)
  // the offset in force just before that midnight; clocks change at two or three in the morning, never at midnight
  const offset = /GMT([+-]\d\d):(\d\d)/.exec(pragueParts.format(new Date(midnight - 3_600_000)))
  const minutes = offset ? Number(offset[1]) * 60 + Number(offset[2]) : 60
  return new Date(midnight - minutes * 60_000).toISOString()
}

/** The instant at which a day begins in Prague. */
export const beginningOf = (day: Day): string => endOf(addDays(day, -1))

const exact = { hours: 3_600_000, minutes: 60_000, seconds: 1000 } as const

/**
 * When a citizen's step lapses. Days follow § 40 of the Administrative Code (správní řád): the day of the event does not count,
 * an end on a weekend or holiday moves to the next working day, and the whole last day is theirs.
 */
export function lapsesAt(from: string, length: Duration): string {
  const { count, unit } = parse(length)
  if (unit === 'days') return endOf(deadline(dayAt(from), { days: count }))
  if (unit === 'working days') return endOf(addWorkingDays(dayAt(from), count))
  return new Date(Date.parse(from) + count * exact[unit]).toISOString()
}

/** The day by which an office should decide. */
export function dueDay(from: string, length: Duration): Day {
  const { count, unit } = parse(length)
  if (unit === 'days') return deadline(dayAt(from), { days: count })
  if (unit === 'working days') return addWorkingDays(dayAt(from), count)
  return dayAt(new Date(Date.parse(from) + count * exact[unit]).toISOString())
}

function parse(length: Duration): { count: number; unit: 'days' | 'working days' | keyof typeof exact } {
  const [, count, unit] = /^(\d+) (days|working days|hours|minutes|seconds)$/.exec(length) ?? []
  if (count === undefined || unit === undefined)
    throw new RangeError(`“${length}” is not a length of time: write e.g. “30 days”.`)
  return { count: Number(count), unit: unit as 'days' }
}
