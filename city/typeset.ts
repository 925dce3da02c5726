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
