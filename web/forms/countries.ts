import { isCountry } from '../../forms/formats.ts'
import type { Language } from '../../forms/language.ts'

/** Where most of those who live abroad or come from there are from: offered first. */
const near = ['SK', 'UA', 'DE', 'AT', 'PL', 'VN']

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const codes = letters.flatMap(first => letters.map(second => first + second)).filter(isCountry)

/** The name of a country by its two letters (ISO 3166-1); the letters themselves when it has none. */
export const countryName = (code: string, lang: Language): string =>
  isCountry(code) ? (new Intl.DisplayNames([lang], { type: 'region' }).of(code) ?? code) : code

/** All countries by their names, the likeliest ones first. */
export function countries(lang: Language): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([lang], { type: 'region' })
  const order = new Intl.Collator(lang)
  const named = (value: string) => ({ value, label: names.of(value) ?? value })
  const rest = codes.filter(code => !near.includes(code)).map(named)
  return [...near.map(named), ...rest.sort((a, b) => order.compare(a.label, b.label))]
}
