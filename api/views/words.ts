import { dayText, instantText, money, typeset } from '../../city/typeset.ts'
import { today } from '../../forms/day.ts'
import type { Words } from '../contract.ts'

/** One sentence in both languages, typeset. */
export const words = (cs: string, en: string): Words => ({ cs: typeset(cs, 'cs'), en: typeset(en, 'en') })

/** Haléře inside sentences. */
export const moneyWords = (amount: number): Words => ({ cs: money(amount, 'cs'), en: money(amount, 'en') })

/** An ISO instant as people read it, in Prague. */
export const instantWords = (instant: string): Words => ({
  cs: instantText(instant, 'cs'),
  en: instantText(instant, 'en'),
})

/** The end of a time limit as people read it, in Prague: one that ends at midnight ends with the day before it. */
export const limitWords = (instant: string): Words => {
  const last = today(new Date(Date.parse(instant) - 1))
  return last === today(new Date(instant)) ? instantWords(instant) : dayWords(last)
}

/** A day as people read it. */
export const dayWords = (day: string): Words => ({ cs: dayText(day, 'cs'), en: dayText(day, 'en') })
