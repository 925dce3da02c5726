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
