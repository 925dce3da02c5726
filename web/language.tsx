import { createContext, useCallback, useContext, useMemo } from 'react'
import type { ReactNode } from 'react'
import type { Language, Words } from '../api/contract.ts'
import { say, tidy } from './words/words.ts'
import type { Room, Say } from './words/words.ts'

const Spoken = createContext<Language>('cs')
const remembered = 'language'

export const isLanguage = (value: unknown): value is Language => value === 'cs' || value === 'en'

/** Gives the language of the address to everything inside. */
export const Speaking = ({ language, children }: { language: Language; children: ReactNode }) => (
  <Spoken value={language}>{children}</Spoken>
)

export const useLanguage = (): Language => useContext(Spoken)

/** The words of a room in the language of the page: `const t = useWords(basket); t('total')`. */
export const useWords = <R extends Room>(room: R): Say<R> => {
  const l = useLanguage()
  return useMemo(
    (): Say<R> =>
      (key, ...given) =>
        say(room, l, key, ...given),
    [room, l],
  )
}

/** Reads words that the API sent in both languages: `pick(liability.description)`. */
export const usePick = (): ((text: Words) => string) => {
  const l = useLanguage()
  return useCallback((text: Words) => (l === 'cs' ? tidy(text.cs) : text.en), [l])
}

/** The language to begin with: the one chosen last time, else the browser's first of ours, else Czech. */
export const preferredLanguage = (): Language => {
  const last = localStorage.getItem(remembered)
  if (isLanguage(last)) return last
  const spoken = navigator.languages.map(tag => tag.slice(0, 2))
  return spoken.find(isLanguage) ?? (spoken.includes('sk') ? 'cs' : 'en')
}
export const rememberLanguage = (l: Language): void => localStorage.setItem(remembered, l)
