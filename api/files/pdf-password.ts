import { createCipheriv, createHash } from 'node:crypto'

// The standard security handler of PDF (ISO 32000-2, § 7.6.4): a file that is protected against changes opens by an empty password.

const md5 = (...parts: Uint8Array[]) => createHash('md5').update(Buffer.concat(parts)).digest()
const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')

/**
 * Whether a file opens without a password. `encryption` is its encryption dictionary, `trailer` its trailer, each as Latin-1 text.
 * What is not the standard handler (a certificate), or makes no sense, does not open.
 */
export function opensWithoutPassword(encryption: string, trailer: string): boolean {
  if (!/\/Filter\s*\/Standard\b/.test(encryption)) return false
  const revision = numberAt(encryption, 'R')
  const user = stringAt(encryption, 'U')
  if (user === undefined) return false
  if (revision === 5 || revision === 6) {
    const salt = user.subarray(32, 40)
    const made = revision === 5 ? createHash('sha256').update(salt).digest() : hardened(salt)
    return made.equals(user.subarray(0, 32))
  }
  const key = keyWithoutPassword(encryption, trailer, revision)
  if (!key) return false
  if (revision === 2) return rc4(key, padding).equals(user.subarray(0, 32))
  let made: Buffer = md5(padding, idOf(trailer))
  for (let round = 0; round < 20; round++)
    made = rc4(
      key.map(byte => byte ^ round),
      made,
    )
  return made.equals(user.subarray(0, 16))
}

/** Algorithm 2: the key that an empty password gives in revisions 2 to 4. */
function keyWithoutPassword(encryption: string, trailer: string, revision: number): Buffer | undefined {
  const owner = stringAt(encryption, 'O')
  if (!owner || ![2, 3, 4].includes(revision)) return undefined
  const length = revision === 2 ? 5 : (numberAt(encryption, 'Length') || (revision === 4 ? 128 : 40)) / 8
  if (!(length >= 5 && length <= 16)) return undefined
  const permissions = Buffer.alloc(4)
  permissions.writeInt32LE(numberAt(encryption, 'P') | 0)
  const open = revision === 4 && /\/EncryptMetadata\s+false/.test(encryption) ? Buffer.alloc(4, 0xff) : Buffer.alloc(0)
  let key = md5(padding, owner.subarray(0, 32), permissions, idOf(trailer), open)
  for (let round = 0; revision > 2 && round < 50; round++) key = md5(key.subarray(0, length))
  return key.subarray(0, length)
}

/** Algorithm 2.B with an empty password: revision 6, made slow on purpose. */
function hardened(salt: Buffer): Buffer {
  let key = createHash('sha256').update(salt).digest()
  for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false)
    const mixed = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => key)))
    const rest = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3
    key = createHash(['sha256', 'sha384', 'sha512'][rest] ?? 'sha256')
      .update(mixed)
      .digest()
    last = mixed.at(-1) ?? 0
  }
  return key.subarray(0, 32)
}

/** RC4, which today's OpenSSL no longer gives. */
function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at)
  const at = (index: number) => state[index & 255] ?? 0
  const swap = (a: number, b: number) => {
    const kept = at(a)
    state[a] = at(b)
    state[b] = kept
  }
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255
    swap(i, j)
  }
  let [i, j] = [0, 0]
  const next = () => {
    i = (i + 1) & 255
    j = (j + at(i)) & 255
    swap(i, j)
    return at(at(i) + at(j))
  }
  return Buffer.from(Uint8Array.from(data, byte => byte ^ next()))
}

const numberAt = (dictionary: string, key: string): number =>
  Number(new RegExp(`/${key}\\s+(-?\\d+)`).exec(dictionary)?.[1] ?? 0)

/** The first half of the file's identifier. */
const idOf = (trailer: string): Buffer => stringAt(trailer.replace(/\/ID\s*\[\s*/, '/ID '), 'ID') ?? Buffer.alloc(0)

/** A string of a dictionary, written in hexadecimal or in brackets with escapes (§ 7.3.4). */
function stringAt(dictionary: string, key: string): Buffer | undefined {
  const start = new RegExp(`/${key}\\s*(?=[(<])`).exec(dictionary)
  if (!start) return undefined
  const rest = dictionary.slice(start.index + start[0].length)
  if (rest.startsWith('<')) return Buffer.from(rest.slice(1, rest.indexOf('>')).replace(/\s/g, ''), 'hex')
  return Buffer.from(unescaped(rest), 'latin1')
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** What stands in the brackets at the start of a text; inner brackets are part of it when they come in pairs. */
function unescaped(text: string): string {
  let made = ''
  let depth = 0
  for (const [piece, octal, sign] of text.matchAll(/\\([0-7]{1,3})|\\(\r\n|[\s\S])|\r\n|[\s\S]/g)) {
    if (octal !== undefined) made += String.fromCharCode(parseInt(octal, 8) & 255)
    else if (sign !== undefined) made += escapes[sign] ?? (/[\r\n]/.test(sign) ? '' : sign)
    else {
      if (piece === ')' && --depth === 0) break
      if (depth > 0) made += piece === '\r\n' || piece === '\r' ? '\n' : piece
      if (piece === '(') depth++
    }
  }
  return made
}
