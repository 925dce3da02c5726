import { money, typeset } from '../../city/typeset.ts'
import type { Words } from '../contract.ts'

/** One sentence in both languages, typeset. */
export const words = (cs: string, en: string): Words => ({ cs: typeset(cs, 'cs'), en: typeset(en, 'en') })

/** Haléře inside sentences. */
export const moneyWords = (amount: number): Words => ({ cs: money(amount, 'cs'), en: money(amount, 'en') })

const format = (options: Intl.DateTimeFormatOptions) => {
  const cs = new Intl.DateTimeFormat('cs-CZ', options)
  const en = new Intl.DateTimeFormat('en-GB', options)
  return (date: Date): Words => ({ cs: cs.format(date), en: en.format(date) })
}
const instantOf = format({ dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Prague' })
const dayOf = format({ dateStyle: 'long', timeZone: 'UTC' })

/** An ISO instant as people read it, in Prague. */
export const instantWords = (instant: string): Words => instantOf(new Date(instant))
/** A day as people read it. */
export const dayWords = (day: string): Words => dayOf(new Date(`${day}T00:00:00Z`))
