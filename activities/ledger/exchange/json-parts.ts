/** A text that is no JSON, or no object of it. */
export class BrokenJson extends Error {
  override name = 'BrokenJson'
}

const space = /\s*/y
const word = /"(?:[^"\\]|\\.)*"/y
const scalar = /[^\s,\]}]+/y
/** What opens or closes something, or a string in which neither counts. */
const structure = /"(?:[^"\\]|\\.)*"|[[\]{}]/g

/**
 * The members of the object that a text holds, by name: where the text of each value begins and ends. The values are looked at later,
 * one by one, so that a file of a hundred thousand records is never in the memory as objects. Throws BrokenJson.
 */
export function membersOf(text: string): Map<string, { from: number; to: number }> {
  const members = new Map<string, { from: number; to: number }>()
  let at = expected(text, after(text, 0), '{')
  if (text[at] === '}') return members
  for (;;) {
    const name = matched(word, text, at)
    const from = expected(text, after(text, at + name.length), ':')
    const to = endOf(text, from)
    members.set(String(JSON.parse(name)), { from, to })
    at = after(text, to)
    if (text[at] === '}') break
    at = expected(text, at, ',')
  }
  if (after(text, at + 1) !== text.length) throw new BrokenJson('something follows the object')
  return members
}

/** The elements of the array that begins at a place of a text, parsed one by one. Throws BrokenJson. */
export function* elementsAt(text: string, from: number): Generator<unknown> {
  let at = expected(text, from, '[')
  if (text[at] === ']') return
  for (;;) {
    const to = endOf(text, at)
    yield valueOf(text, { from: at, to })
    at = after(text, to)
    if (text[at] === ']') return
    at = expected(text, at, ',')
  }
}

/** The value whose text lies between two places. Throws BrokenJson. */
export function valueOf(text: string, { from, to }: { from: number; to: number }): unknown {
  try {
    return JSON.parse(text.slice(from, to))
  } catch {
    throw new BrokenJson('a value is broken')
  }
}

/** Where the value that begins at a place ends. */
function endOf(text: string, at: number): number {
  const first = text[at]
  if (first === '"') return at + matched(word, text, at).length
  if (first !== '{' && first !== '[') return at + matched(scalar, text, at).length
  structure.lastIndex = at
  for (let depth = 0; ;) {
    const found = structure.exec(text)?.[0]
    if (found === undefined) throw new BrokenJson('a bracket is not closed')
    if (found === '{' || found === '[') depth++
    else if (found === '}' || found === ']') depth--
    if (depth === 0) return structure.lastIndex
  }
}

function matched(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  const found = pattern.exec(text)?.[0]
  if (found === undefined) throw new BrokenJson('a value is missing')
  return found
}

/** The place after the white space at a place. */
const after = (text: string, at: number): number => at + matched(space, text, at).length

/** The place after a sign that must stand there and the white space behind it. */
function expected(text: string, at: number, sign: string): number {
  if (text[at] !== sign) throw new BrokenJson(`“${sign}” is missing`)
  return after(text, at + 1)
}
