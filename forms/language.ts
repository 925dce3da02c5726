/** The languages the portal speaks. */
export type Language = 'cs' | 'en'

/** One text in every language of the portal, plain (level B1), Czech with the formal „vy“. */
export interface Words {
  cs: string
  en: string
}

export const languages: readonly Language[] = ['cs', 'en']

/** The plural form: Czech has one (1), few (2–4) and many (0, 5…); English one and many. */
export function plural(
  count: number,
  lang: Language,
  forms: { cs: [string, string, string]; en: [string, string] },
): string {
  if (lang === 'en') return count === 1 ? forms.en[0] : forms.en[1]
  if (count === 1) return forms.cs[0]
  return count >= 2 && count <= 4 ? forms.cs[1] : forms.cs[2]
}

/** An amount in hellers as people read it: `1 234,50 Kč`, `CZK 1,234.50`; no decimals for whole crowns. */
export function crowns(hellers: number, lang: Language): string {
  const whole = String(Math.floor(Math.abs(hellers) / 100)).replace(/\B(?=(\d{3})+$)/g, lang === 'cs' ? '\u00a0' : ',')
  const rest = Math.abs(hellers) % 100
  const decimals = rest === 0 ? '' : `${lang === 'cs' ? ',' : '.'}${String(rest).padStart(2, '0')}`
  const amount = `${hellers < 0 ? '-' : ''}${whole}${decimals}`
  return lang === 'cs' ? `${amount}\u00a0Kč` : `CZK\u00a0${amount}`
}

/** A day `YYYY-MM-DD` as people read it: `5. 3. 2026`, `5 March 2026`. */
export function dayIn(day: string, lang: Language): string {
  const [year, month, date] = day.split('-').map(Number)
  return lang === 'cs'
    ? `${date}.\u00a0${month}.\u00a0${year}`
    : `${date}\u00a0${months[(month ?? 1) - 1]}\u00a0${year}`
}

const months = 'January February March April May June July August September October November December'.split(' ')
