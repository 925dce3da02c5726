/** Levels of objects and lists inside each other; forms need five. Far below what overflows a stack here or in Postgres. */
const deepest = 64

/** NUL and halves of characters: valid in JSON, but no database stores them as text. */
const unstorable = /\0|\p{Cs}/u
const everyUnstorable = new RegExp(unstorable, 'gu')

/** A text without characters that Postgres refuses. */
export const storableText = (text: string): string => (unstorable.test(text) ? text.replace(everyUnstorable, '') : text)

/**
 * Makes parsed JSON fit to be stored, in place: its texts lose characters that Postgres refuses. Gives the value, or undefined
 * when it cannot be kept: nested too deep, or with such characters in the name of a property.
 */
export function storable(parsed: unknown): unknown {
  if (typeof parsed === 'string') return storableText(parsed)
  // a list instead of recursion: the depth is the sender's choice
  const open: { at: object; depth: number }[] = isNested(parsed) ? [{ at: parsed, depth: 1 }] : []
  for (let next = open.pop(); next; next = open.pop()) {
    const { at, depth } = next
    if (depth > deepest) return undefined
    for (const [key, value] of Object.entries(at)) {
      if (unstorable.test(key)) return undefined
      if (isNested(value)) open.push({ at: value, depth: depth + 1 })
      else if (typeof value === 'string' && unstorable.test(value)) Reflect.set(at, key, storableText(value))
    }
  }
  return parsed
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null
