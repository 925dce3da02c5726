import { addMonths, nextWorkingDay, type Day } from '../../city/calendar.ts'

export interface ScheduledInstalment {
  n: number
  due: Day
  /** Haléře. */
  amount: number
}
/** The same with what of it is still to be paid. */
export interface OpenInstalment extends ScheduledInstalment {
  left: number
}

/**
 * A debt in so many parts, a month apart from the first day on; each in whole crowns, the last one takes what is left over. A day
 * on which nobody works moves to the next working one (§ 33 daňového řádu). Throws RangeError when the debt has not a crown for each.
 */
export function scheduleOf(amount: number, count: number, first: Day): ScheduledInstalment[] {
  const part = Math.floor(amount / count / 100) * 100
  if (!Number.isInteger(count) || count < 1 || part < 100)
    throw new RangeError(`${amount} haléře cannot be paid in ${count} parts.`)
  return Array.from({ length: count }, (_, at) => ({
    n: at + 1,
    due: nextWorkingDay(addMonths(first, at)),
    amount: at === count - 1 ? amount - part * (count - 1) : part,
  }))
}

/** What is left of each instalment when so much has been paid since they were granted: money goes to the earliest first. */
export function openOf(schedule: readonly ScheduledInstalment[], paid: number): OpenInstalment[] {
  let money = paid
  return schedule.map(one => {
    const used = Math.min(one.amount, Math.max(0, money))
    money -= used
    return { ...one, left: one.amount - used }
  })
}
