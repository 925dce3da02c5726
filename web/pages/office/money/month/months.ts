import type { Language } from '../../../../../api/contract.ts'

/** „listopad 2026“ of `2026-11`. */
export const monthName = (month: string, l: Language): string =>
  new Intl.DateTimeFormat(l, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01`))

/** The month so many months later, or with a minus before. */
export function monthAfter(month: string, months: number): string {
  const day = new Date(`${month}-01`)
  day.setUTCMonth(day.getUTCMonth() + months)
  return day.toISOString().slice(0, 7)
}
