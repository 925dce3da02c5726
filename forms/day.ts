/** Days are `YYYY-MM-DD` strings of the proleptic Gregorian calendar, so comparing two as text compares them in time. */

/** Whether the text is a day that exists, `YYYY-MM-DD`, from the year 1000 on. */
export function isDay(text: string): boolean {
  const match = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text)
  return match !== null && exists(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** The day as `YYYY-MM-DD`, or undefined when the calendar has none such. */
export function dayOf(year: number, month: number, day: number): string | undefined {
  if (!exists(year, month, day)) return undefined
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Today in Prague, whatever the clock of the machine says about its own zone. */
export function today(now: Date = new Date()): string {
  const part = new Map(
    prague()
      .formatToParts(now)
      .map(({ type, value }) => [type, value]),
  )
  return `${part.get('year')}-${part.get('month')}-${part.get('day')}`
}

/** How many days the span has, both ends counted; 1 for one day, 0 or less when `to` is before `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
}

/** The day on which somebody born on `birthDate` is so many years old; who was born on 29 February, on the 28th in other years. */
export function birthday(birthDate: string, years: number): string {
  const [year = 0, month = 1, day = 1] = birthDate.split('-').map(Number)
  return dayOf(year + years, month, day) ?? dayOf(year + years, month, day - 1) ?? birthDate
}

let clock: Intl.DateTimeFormat | undefined

/** Made when first needed: it takes longer than all that is asked of it later. */
const prague = () =>
  (clock ??= new Intl.DateTimeFormat('en', {
    timeZone: 'Europe/Prague',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }))

function exists(year: number, month: number, day: number): boolean {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const last = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return last !== undefined && day >= 1 && day <= last
}
