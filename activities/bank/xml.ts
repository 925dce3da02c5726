import { SaxesParser } from 'saxes'
import { broken } from './statement.ts'

/** An element of an XML file and the line on which it begins. */
export interface Element {
  name: string
  line: number
  attributes: { [name: string]: string }
  children: Element[]
  text: string
}

const encodings = ['utf-8', 'windows-1250', 'iso-8859-2']
/** Deeper than any statement: a file that goes on is an attack. */
const deepest = 60

/**
 * Reads an XML file as a tree and gives its namespace. It must be well formed; a document type (DTD), and with it any entity of
 * one's own, is refused, so that a file can neither swell nor reach outside itself. Throws BrokenStatement.
 */
export function readXml(bytes: Uint8Array): { root: Element; namespace: string } {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const open: Element[] = []
  let root: Element | undefined
  let namespace = ''
  parser.on('error', ({ message }) => {
    const why = message.replace(/^\d+:\d+: /, '')
    broken(parser.line, null, `soubor není správné XML (${why})`, `the file is not well-formed XML (${why})`)
  })
  parser.on('doctype', () =>
    broken(parser.line, '<!DOCTYPE>', 'výpis nesmí mít DTD', 'a statement must not have a DTD'),
  )
  parser.on('opentag', tag => {
    const attributes = Object.fromEntries(Object.values(tag.attributes).map(({ local, value }) => [local, value]))
    const element = { name: tag.local, line: parser.line, attributes, children: [], text: '' }
    if (open.length >= deepest) broken(parser.line, tag.local, 'příliš mnoho vnoření', 'too deeply nested')
    const parent = open.at(-1)
    if (parent) parent.children.push(element)
    else [root, namespace] = [element, tag.uri]
    open.push(element)
  })
  parser.on('text', text => {
    const element = open.at(-1)
    if (element) element.text += text
  })
  parser.on('cdata', text => {
    const element = open.at(-1)
    if (element) element.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(decoded(bytes)).close()
  return root ? { root, namespace } : broken(1, null, 'soubor je prázdný', 'the file is empty')
}

/** The text in the encoding that the file declares, UTF-8 when it does not. */
function decoded(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const declared = /^(?:\xEF\xBB\xBF)?<\?xml[^>]*\sencoding=["']([\w.-]+)["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8'
  if (!encodings.includes(declared)) broken(1, null, `neznámé kódování ${declared}`, `unknown encoding ${declared}`)
  try {
    return new TextDecoder(declared, { fatal: true }).decode(bytes)
  } catch {
    return broken(
      firstUnreadable(bytes, declared),
      null,
      `znaky nejsou v kódování ${declared}, které soubor uvádí`,
      `the characters are not in the encoding ${declared} that the file declares`,
    )
  }
}

function firstUnreadable(bytes: Uint8Array, encoding: string): number {
  let [line, from] = [1, 0]
  for (;;) {
    const end = bytes.indexOf(10, from)
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(from, end < 0 ? bytes.length : end))
    } catch {
      return line
    }
    if (end < 0) return line
    ;[line, from] = [line + 1, end + 1]
  }
}
