import type { Language } from '../../api/contract.ts'

interface Plural {
  one: string
  few?: string
  other: string
}
interface Entry {
  cs: string | Plural
  en: string | Plural
}
export type Room = Record<string, Entry>

type HolesIn<S> = S extends `${string}{${infer Hole}}${infer Rest}` ? Hole | HolesIn<Rest> : never
type Holes<T> = T extends string ? HolesIn<T> : T extends Plural ? HolesIn<T[keyof T]> | 'n' : never
type Values<E extends Entry> = Holes<E['cs']> | Holes<E['en']>
type Given<E extends Entry> = [Values<E>] extends [never] ? [] : [values: Record<Values<E>, string | number>]

/** Says the entry `key` of a room in the reader's language, its holes filled. A missing key or value does not compile. */
export type Say<R extends Room> = <K extends keyof R>(key: K, ...given: Given<R[K]>) => string

/**
 * The words of one part of the portal, Czech and English side by side. `{name}` is a hole to fill; an entry with
 * `one`/`few`/`other` is chosen by the value `n` after the plural rules of its language.
 */
export const words = <const R extends Room>(room: R): R => room

const rules: Record<Language, Intl.PluralRules> = { cs: new Intl.PluralRules('cs'), en: new Intl.PluralRules('en') }

const chosen = (text: string | Plural, n: string | number | undefined, l: Language): string => {
  if (typeof text === 'string') return text
  const form = rules[l].select(Number(n))
  return (form === 'one' ? text.one : form === 'few' ? text.few : undefined) ?? text.other
}

/** Keeps together what must not part at a line's end: „v Kladně“, „5 dní“, „780 Kč“, „§ 14“, „č. 5“, „e-mail“. */
export const tidy = (text: string): string =>
  text
    .replace(/(?<=^|[\s(„\u00a0])([kosuvzai]) (?=\S)/gi, '$1\u00a0')
    .replace(/(\d) (?=Kč|%|den\b|dn[eíůy]|hodin|minut|let\b|\d{3}\b)/g, '$1\u00a0')
    .replace(/(§|č\.|odst\.|písm\.) (?=\S)/g, '$1\u00a0')
    .replace(/(\d\.) (?=\d)/g, '$1\u00a0')
    .replace(/\be-(?=mail)/g, 'e-\u2060')

/** One entry of a room in a language. {@link Say} is the same with the room and the language already known. */
export const say = <R extends Room, K extends keyof R>(room: R, l: Language, key: K, ...given: Given<R[K]>): string => {
  const values: Record<string, string | number> = given[0] ?? {}
  const entry = room[key]
  if (!entry) throw new Error(`No words for ${String(key)}`)
  const text = chosen(entry[l], values['n'], l).replace(/\{(\w+)\}/g, (_, hole: string) => String(values[hole]))
  return l === 'cs' ? tidy(text) : text
}
