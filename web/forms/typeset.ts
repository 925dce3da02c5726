import { tidy } from '../words/words.ts'

/** The same JSON, with the Czech side of every text in both languages kept together where it must not part at a line's end. */
export function typeset(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(typeset)
  if (typeof json !== 'object' || json === null) return json
  if ('cs' in json && 'en' in json && typeof json.cs === 'string') return { ...json, cs: tidy(json.cs) }
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, typeset(value)]))
}
