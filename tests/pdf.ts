import { inflateSync } from 'node:zlib'

/**
 * The text of a PDF as its fonts map it to Unicode (ISO 32000-1, § 9.10): good enough for what pdfmake writes, compressed
 * streams and fonts embedded with a ToUnicode map. Throws when it is no PDF.
 */
export function textOf(pdf: Buffer): string {
  const source = pdf.toString('latin1')
  if (!source.startsWith('%PDF-')) throw new Error('This is no PDF.')
  const objects = new Map([...source.matchAll(/(\d+) 0 obj\s([\s\S]*?)endobj/g)].map(m => [m[1] ?? '', m[2] ?? '']))
  const fonts = new Map(
    [...source.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1]
      return [name, glyphs(streamOf(objects.get(map ?? '') ?? ''))]
    }),
  )
  return [...objects.values()]
    .map(streamOf)
    .filter(stream => /\bBT\b/.test(stream))
    .map(stream => shown(stream, fonts))
    .join('\n')
}

function streamOf(object: string): string {
  const [, head = '', body] = /^([\s\S]*?)stream\r?\n([\s\S]*?)\r?\nendstream/.exec(object) ?? []
  if (body === undefined) return ''
  return head.includes('/FlateDecode') ? inflateSync(Buffer.from(body, 'latin1')).toString('latin1') : body
}

/** Codes of glyphs (four hex digits) → text. */
function glyphs(cmap: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, from = '', list = ''] of cmap.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g))
    [...list.matchAll(/<([\w ]*)>/g)].forEach(([, hex = ''], n) =>
      found.set((Number.parseInt(from, 16) + n).toString(16).padStart(4, '0'), utf16(hex)),
    )
  return found
}

const utf16 = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le')

function shown(stream: string, fonts: Map<string, Map<string, string>>): string {
  let font = new Map<string, string>()
  let text = ''
  for (const [, name, line] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)) {
    if (name) font = fonts.get(name) ?? font
    for (const [, hex = ''] of (line ?? '').matchAll(/<(\w+)>/g))
      text += (hex.match(/.{4}/g) ?? []).map(code => font.get(code) ?? '').join('')
  }
  return text
}
