import type { Language } from '../contract.ts'

/**
 * The page of the portal to return to after signing in. Only a path of the portal's own pages is taken, never another host,
 * however it is spelt (`//evil.example`, `/\evil.example`, a tab inside); anything else leads to the home page.
 */
export function returnPath(asked: string | undefined, language: Language): string {
  const home = `/${language}`
  if (asked === undefined || asked.length > 1000 || /[\\\s]|[^\u0021-\uffff]/.test(asked)) return home
  if (!/^\/(cs|en)(?=[/?#]|$)/.test(asked) || !URL.canParse(asked, origin)) return home
  const url = new URL(asked, origin)
  if (url.origin !== origin || url.pathname.includes('//') || !/^\/(cs|en)(\/|$)/.test(url.pathname)) return home
  return url.pathname + url.search + url.hash
}

const origin = 'https://portal.invalid'

/** The language of a page of the portal, by its path. */
export const languageOf = (path: string): Language => (path.startsWith('/en') ? 'en' : 'cs')
