const nbsp = '\u00a0'

export type Language = 'cs' | 'en'
export const languages: readonly Language[] = ['cs', 'en']

/**
 * Puts non-breaking spaces where Czech typography (ČSN 01 6910) wants no line end: after one-letter prepositions and
 * conjunctions, inside numbers, dates and amounts, after § and „č.“. Leaves list markers at the start of a line alone.
 */
export function typeset(text: string, language: Language): string {
  const numbers = text
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, nbsp)
    .replace(/(?<=\d) (?=(?:Kč|%|m²|m³|h|dnů|dny|dní|let|days|years|months)(?![\p{L}]))/gu, nbsp)
    .replace(/(?<=§{1,2}) (?=\d)/g, nbsp)
    .replace(/(?<=No\.|CZK) (?=\d)/g, nbsp)
  if (language === 'en') return numbers
  return numbers
    .replace(/(?<=(?:^|[\s(„])[ksvzouaiKSVZOUAI]) (?=\S)/gm, nbsp)
    .replace(/(?<=\S \d{1,2}\.) (?=\d)/g, nbsp)
    .replace(/(?<=(?:^|\s)(?:č|odst|písm|nám|tzv|např|tř)\.) (?=\S)/gm, nbsp)
}

/** Haléře as a person reads them: „3 000 Kč“ or “CZK 3,000”; hellers are shown only where there are some. */
export function money(amount: number, language: Language): string {
  const crowns = String(Math.floor(amount / 100)).replace(/\B(?=(\d{3})+$)/g, language === 'cs' ? nbsp : ',')
  const hellers = amount % 100
  const fraction = hellers === 0 ? '' : `${language === 'cs' ? ',' : '.'}${String(hellers).padStart(2, '0')}`
  return language === 'cs' ? `${crowns}${fraction}${nbsp}Kč` : `CZK${nbsp}${crowns}${fraction}`
}

const locale = { cs: 'cs-CZ', en: 'en-GB' } as const
const dated = (options: Intl.DateTimeFormatOptions) => {
  const by = { cs: new Intl.DateTimeFormat(locale.cs, options), en: new Intl.DateTimeFormat(locale.en, options) }
  // „15. dubna“ stays on one line
  return (date: Date, language: Language) => by[language].format(date).replace(/(?<=\d\.) /g, nbsp)
}
const dayOfDate = dated({ dateStyle: 'long', timeZone: 'UTC' })
const momentOfDate = dated({ dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Prague' })

/** A day (YYYY-MM-DD) as a person reads it: „15. dubna 2026“. */
export const dayText = (day: string, language: Language): string => dayOfDate(new Date(`${day}T00:00:00Z`), language)

/** An ISO instant as a person reads it, in Prague: „15. dubna 2026 v 22:15“. */
export const instantText = (instant: string, language: Language): string => momentOfDate(new Date(instant), language)
