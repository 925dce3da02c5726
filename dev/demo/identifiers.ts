import { partsOf, type Day } from '../../city/calendar.ts'
import { birthNumber, isCompanyId } from '../../forms/identity.ts'
import type { Random } from './random.ts'

/** A made-up birth number (rodné číslo) of somebody born that day, with a valid checksum, without the slash. */
export function birthNumberFor(random: Random, birthDate: Day, sex: 'female' | 'male'): string {
  const { year, month, date } = partsOf(birthDate)
  const two = (value: number) => String(value).padStart(2, '0')
  const stem = `${two(year % 100)}${two(sex === 'female' ? month + 50 : month)}${two(date)}`
  for (;;) {
    const nine = stem + String(random.int(10, 999)).padStart(3, '0')
    const number = year < 1954 ? nine : nine + String((11 - ((Number(nine) * 10) % 11)) % 11)
    if (birthNumber(number)?.birthDate === birthDate) return number
  }
}

/** The `index`-th made-up company number (IČO) of the demo city: 99100100 and above, a range no company has. */
export function companyIdFor(index: number): string {
  const seven = String(9_910_010 + index)
  const id = Array.from({ length: 10 }, (_, digit) => seven + String(digit)).find(isCompanyId)
  if (id === undefined) throw new RangeError(`No check digit fits ${seven}.`)
  return id
}
