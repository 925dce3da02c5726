import { opensWithoutPassword } from './pdf-password.ts'

/** Readers look for the end mark this far from the end: mail programs add a few bytes of their own. */
const tail = 2048

/**
 * Whether a PDF can be read at the office: `broken` when its end is missing (the upload or the program that made it was cut off),
 * `locked` when it opens by a password alone. Protected against changes only, as banks send them, it is fine.
 */
export function pdfProblem(bytes: Buffer): 'broken' | 'locked' | undefined {
  const source = bytes.toString('latin1')
  const end = source.lastIndexOf('%%EOF')
  if (end === -1 || end < source.length - tail) return 'broken'
  const trailer = trailerOf(source, end)
  const encryption = trailer && dictionaryAt(source, trailer, 'Encrypt')
  if (trailer === undefined || encryption === undefined) return undefined
  return opensWithoutPassword(encryption, trailer) ? undefined : 'locked'
}

/** The dictionary that says how the file is to be read: after the last table of references, or at the head of its stream (ISO 32000-2, § 7.5). */
function trailerOf(source: string, end: number): string | undefined {
  const offset = Number(/startxref\s+(\d+)\s*$/.exec(source.slice(Math.max(0, end - 100), end))?.[1] ?? NaN)
  const references = Number.isNaN(offset) ? '' : source.slice(offset)
  const stream = /^\s*\d+ \d+ obj([\s\S]*?)stream\r?\n/.exec(references)?.[1]
  if (stream !== undefined) return stream
  const table = references.startsWith('xref') ? references : source.slice(Math.max(0, source.lastIndexOf('trailer')))
  return /trailer([\s\S]*?)startxref/.exec(table)?.[1]
}

/** The dictionary under a key of another one: written there, or an object of its own. */
function dictionaryAt(source: string, dictionary: string, key: string): string | undefined {
  const [, number, generation] = new RegExp(`/${key}\\s+(\\d+)\\s+(\\d+)\\s+R`).exec(dictionary) ?? []
  if (number === undefined) return new RegExp(`/${key}\\s*(<<[\\s\\S]*)`).exec(dictionary)?.[1]
  return new RegExp(`(?:^|[\\r\\n\\s])${number}\\s+${generation}\\s+obj([\\s\\S]*?)endobj`).exec(source)?.[1] ?? ''
}
