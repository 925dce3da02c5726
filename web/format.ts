import type { Language } from '../api/contract.ts'

const locale: Record<Language, string> = { cs: 'cs-CZ', en: 'en-GB' }
const prague = 'Europe/Prague'

// Making a formatter is slow, using it is not: one of each kind and language is kept.
const kept = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()
const keep = <F extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => F): F => {
  const known = kept.get(key)
  if (known) return known as F
  const made = make()
  kept.set(key, made)
  return made
}

/** Haléře as money: „1 234,50 Kč“, “CZK 1,234.50”. Spaces never break, a minus is a minus. */
export const money = (halere: number, l: Language): string =>
  keep(`money ${l}`, () => new Intl.NumberFormat(locale[l], { style: 'currency', currency: 'CZK' }))
    .format(halere / 100)
    .replace('-', '−')
    .replace(/ /g, '\u00a0')

/** Haléře as a person types them, without the currency: „1234,50“, “1234.50”, whole crowns „780“. */
export const amountText = (halere: number, l: Language): string => {
  const text = halere % 100 === 0 ? String(halere / 100) : (halere / 100).toFixed(2)
  return l === 'cs' ? text.replace('.', ',') : text
}

/**
 * What a person typed as an amount, in haléře; null when it is no amount.
 * Understands „1 234,50“, „1234.5“, „780,-“, „780 Kč“. More than two decimals is no amount of crowns.
 */
export const parseAmount = (typed: string): number | null => {
  const bare = typed
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/(Kč|CZK)$/i, '')
    .replace(/^CZK/i, '')
    .replace(/,[-–—]$/, '')
  const match = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(bare)
  if (!match) return null
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0') || 0)
}

/** How large a file is: „35 kB“, „1,4 MB“. */
export const fileSize = (bytes: number, l: Language): string => {
  const kilobytes = Math.max(1, Math.round(bytes / 1024))
  if (kilobytes < 1000) return `${kilobytes}\u00a0kB`
  const megabytes = String(Math.round(kilobytes / 102.4) / 10)
  return `${l === 'cs' ? megabytes.replace('.', ',') : megabytes}\u00a0MB`
}

const civil = (day: string): Date => new Date(`${day}T12:00:00Z`)

/** A day 'YYYY-MM-DD' in words of the language: „15. 4. 2026“, “15 April 2026”. */
export const day = (value: string, l: Language): string =>
  keep(
    `day ${l}`,
    () => new Intl.DateTimeFormat(locale[l], { dateStyle: l === 'cs' ? undefined : 'long', timeZone: 'UTC' }),
  )
    .format(civil(value))
    .replace(/ /g, '\u00a0')

/** The time of day in Prague at an instant: „9:05“, “09:05”. */
export const time = (value: string | Date, l: Language): string =>
  keep(
    `time ${l}`,
    () =>
      new Intl.DateTimeFormat(locale[l], {
        hour: l === 'cs' ? 'numeric' : '2-digit',
        minute: '2-digit',
        timeZone: prague,
      }),
  ).format(new Date(value))

/** An instant as day and time in Prague: „15. 4. 2026 v 14:05“, “15 April 2026 at 14:05”. */
export const instant = (value: string | Date, l: Language): string =>
  `${day(dayOf(new Date(value)), l)} ${l === 'cs' ? 'v' : 'at'}\u00a0${time(value, l)}`

/** When a time limit ends: its day and time in Prague; one that ends at midnight ends with the day before it. */
export const limit = (value: string, l: Language): string => {
  const last = dayOf(new Date(Date.parse(value) - 1))
  return last === dayOf(new Date(value)) ? instant(value, l) : day(last, l)
}

/** The day in Prague at an instant, as 'YYYY-MM-DD'. */
export const dayOf = (at: Date): string =>
  keep(
    'iso',
    () => new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: prague }),
  ).format(at)

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((civil(to).getTime() - civil(from).getTime()) / 86_400_000)

/** A telephone number as it is read aloud: „+420 312 000 100“. Spaces never break. */
export const phone = (value: string): string =>
  value.replace(/^(\+420)(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3 $4').replace(/ /g, '\u00a0')

/** An address whose postcode stays whole, beside its town: „272 01 Kladno“. */
export const address = (value: string): string => value.replace(/\b(\d{3}) (\d{2}) (?=\p{L})/gu, '$1\u00a0$2\u00a0')

/** An IBAN in groups of four. */
export const iban = (value: string): string => value.replace(/(.{4})(?=.)/g, '$1 ')
