/** A calendar day (den) in Europe/Prague, 'YYYY-MM-DD'. It has no time and no zone, so it sorts and compares as text. */
export type Day = string

/** A public holiday (státní svátek, ostatní svátek) under Act No. 245/2000 Sb. */
export interface Holiday {
  day: Day
  name: { cs: string; en: string }
}

/** The length of a time limit (lhůta): exactly one of its units is given. */
export type Term =
  { days: number } | { weeks: number } | { months: number } | { years: number } | { workingDays: number }

/** Days since 1 January 1970, without Date: this file also runs in the engine's isolate, where time must be replayable. */
function serial(year: number, month: number, date: number): number {
  const y = month > 2 ? year : year - 1
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

function fromSerial(n: number): Day {
  const z = n + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const m = Math.floor((5 * dayOfYear + 2) / 153)
  const month = m < 10 ? m + 3 : m - 9
  return dayOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * m + 2) / 5) + 1)
}

/** The parts of a day. Throws RangeError if the text is not an existing day in the form YYYY-MM-DD. */
export function partsOf(day: Day): { year: number; month: number; date: number } {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (match) {
    const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
    if (month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month)) return { year, month, date }
  }
  throw new RangeError(`“${day}” is not a day of the calendar. Write it as YYYY-MM-DD, for example 2026-04-15.`)
}

/** Whether the text is an existing day in the form YYYY-MM-DD. */
export function isDay(text: string): boolean {
  try {
    return partsOf(text) !== undefined
  } catch {
    return false
  }
}

/** Writes a day from its parts; the parts are taken as they are. */
export function dayOf(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** The number of days in a month (1–12) of a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The last day of a month (1–12). */
export function monthEnd(year: number, month: number): Day {
  return dayOf(year, month, daysInMonth(year, month))
}

/** The day of the week, 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekday(day: Day): number {
  const { year, month, date } = partsOf(day)
  return ((((serial(year, month, date) + 3) % 7) + 7) % 7) + 1
}

/** How many days later `to` is than `from`; negative if earlier, 0 for the same day. */
export function daysBetween(from: Day, to: Day): number {
  const [a, b] = [partsOf(from), partsOf(to)]
  return serial(b.year, b.month, b.date) - serial(a.year, a.month, a.date)
}

/** The day `days` later (earlier if negative). */
export function addDays(day: Day, days: number): Day {
  const { year, month, date } = partsOf(day)
  return fromSerial(serial(year, month, date) + whole(days))
}

/** The same-named day `months` later, or the last day of that month where there is none (31 January + 1 = end of February). */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day)
  const count = year * 12 + month - 1 + whole(months)
  const [y, m] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1]
  return dayOf(y, m, Math.min(date, daysInMonth(y, m)))
}

/** Easter Sunday in the Gregorian calendar (the anonymous algorithm, Nature 1876). */
function easter(year: number): number {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return serial(year, Math.floor(n / 31), (n % 31) + 1)
}

const fixed: [month: number, date: number, cs: string, en: string][] = [
  [
    1,
    1,
    'Den obnovy samostatného českého státu, Nový rok',
    'Restoration Day of the Independent Czech State, New Year’s Day',
  ],
  [5, 1, 'Svátek práce', 'Labour Day'],
  [5, 8, 'Den vítězství', 'Victory Day'],
  [7, 5, 'Den slovanských věrozvěstů Cyrila a Metoděje', 'Saints Cyril and Methodius Day'],
  [7, 6, 'Den upálení mistra Jana Husa', 'Jan Hus Day'],
  [9, 28, 'Den české státnosti', 'Czech Statehood Day'],
  [10, 28, 'Den vzniku samostatného československého státu', 'Independent Czechoslovak State Day'],
  [11, 17, 'Den boje za svobodu a demokracii a Mezinárodní den studentstva', 'Struggle for Freedom and Democracy Day'],
  [12, 24, 'Štědrý den', 'Christmas Eve'],
  [12, 25, '1. svátek vánoční', 'Christmas Day'],
  [12, 26, '2. svátek vánoční', 'Second Day of Christmas'],
]

const known = new Map<number, readonly Holiday[]>()

/**
 * The public holidays of a year, in order of the calendar. Source: Act No. 245/2000 Sb.; Good Friday since 2016.
 * Throws RangeError before 2001, the first whole year of that act.
 */
export function holidays(year: number): readonly Holiday[] {
  const found = known.get(year)
  if (found) return found
  if (!Number.isInteger(year) || year < 2001 || year > 9999) {
    throw new RangeError(`Czech public holidays are known for the years 2001 to 9999, not for ${year}.`)
  }
  const sunday = easter(year)
  const list = fixed.map(([month, date, cs, en]) => ({ day: dayOf(year, month, date), name: { cs, en } }))
  if (year >= 2016) list.push({ day: fromSerial(sunday - 2), name: { cs: 'Velký pátek', en: 'Good Friday' } })
  list.push({ day: fromSerial(sunday + 1), name: { cs: 'Velikonoční pondělí', en: 'Easter Monday' } })
  list.sort((a, b) => (a.day < b.day ? -1 : 1))
  known.set(year, Object.freeze(list))
  return list
}

/** Whether offices work that day: not Saturday, not Sunday, not a public holiday. */
export function isWorkingDay(day: Day): boolean {
  return weekday(day) < 6 && !holidays(partsOf(day).year).some(holiday => holiday.day === day)
}

/** The day itself if it is a working day, otherwise the nearest one after it. */
export function nextWorkingDay(day: Day): Day {
  let next = day
  while (!isWorkingDay(next)) next = addDays(next, 1)
  return next
}

/** The nth working day after `day`, which itself is not counted. With 0 it is the day itself, or the next working day. */
export function addWorkingDays(day: Day, count: number): Day {
  if (whole(count) < 0) throw new RangeError('Working days are counted forwards only: give 0 or more.')
  let next = count === 0 ? nextWorkingDay(day) : day
  for (let left = count; left > 0; left--) next = nextWorkingDay(addDays(next, 1))
  return next
}

/**
 * The last day of a time limit (konec lhůty) that began with an event on `from`. The day of the event is not counted;
 * weeks, months and years end on the same-named day, or on the last day of the month where there is none; an end on
 * a Saturday, Sunday or holiday moves to the next working day. Whoever acts by midnight of that day is in time.
 * Source: § 40 of Act No. 500/2004 Sb. (správní řád), § 33 of Act No. 280/2009 Sb. (daňový řád).
 */
export function deadline(from: Day, term: Term): Day {
  if (Object.values(term).some(count => whole(count) < 0)) throw new RangeError('A time limit cannot be negative.')
  if ('days' in term) return nextWorkingDay(addDays(from, term.days))
  if ('weeks' in term) return nextWorkingDay(addDays(from, 7 * term.weeks))
  if ('months' in term) return nextWorkingDay(addMonths(from, term.months))
  if ('years' in term) return nextWorkingDay(addMonths(from, 12 * term.years))
  return addWorkingDays(from, term.workingDays)
}

function whole(count: number): number {
  if (Number.isSafeInteger(count)) return count
  throw new RangeError(`Days are counted in whole numbers, not ${count}.`)
}
