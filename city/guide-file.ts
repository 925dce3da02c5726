import type { Language } from './typeset.ts'

/** A guide file that breaks the format. The message begins with file and line and says what to change. */
export class GuideError extends Error {
  override name = 'GuideError'
  constructor(file: string, line: number, text: string) {
    super(`${file}:${line}: ${text}`)
  }
}

/** The sections every guide has, in this order, with the heading each must carry; the last may be left out. */
export const headings = [
  { id: 'what-you-need', cs: 'Co budete potřebovat', en: 'What you need' },
  { id: 'how-it-goes', cs: 'Jak to probíhá', en: 'How it goes' },
  { id: 'how-long', cs: 'Jak dlouho to trvá', en: 'How long it takes' },
  { id: 'cost', cs: 'Kolik to stojí', en: 'What it costs' },
  { id: 'law', cs: 'Který zákon to upravuje', en: 'Which law applies' },
  { id: 'disagree', cs: 'Co když nesouhlasíte', en: 'What if you disagree' },
  { id: 'good-to-know', cs: 'Dobré vědět', en: 'Good to know' },
] as const
export type SectionId = (typeof headings)[number]['id']

const textKeys = [
  'title',
  'summary',
  'category',
  'department',
  'official',
  'cost',
  'duration',
  'online',
  'updated',
] as const
const listKeys = ['law', 'keywords', 'related'] as const

/** The facts at the head of a guide file: one text or one list for each key. `online` and `related` may be empty. */
export type FrontMatter = Record<(typeof textKeys)[number], string> & Record<(typeof listKeys)[number], string[]>

/** A section of the body in Markdown; `line` is where its text begins in the file. */
export interface SourceSection {
  id: SectionId
  heading: string
  line: number
  markdown: string
}

/** A guide file taken apart; `lines` says where in the file each key stands. */
export interface GuideFile {
  facts: FrontMatter
  lines: Map<string, number>
  sections: SourceSection[]
}

/**
 * Takes a guide file apart: `---`, lines `key: value` or `key:` with `  - item` lines below, `---`, then Markdown with
 * the fixed headings at level two. Throws GuideError with file and line on anything else.
 */
export function readGuideFile(text: string, file: string, language: Language): GuideFile {
  const lines = text.split(/\r?\n/)
  if (lines[0] !== '---') throw new GuideError(file, 1, 'a guide begins with a line ---')
  const end = lines.indexOf('---', 1)
  if (end < 0) throw new GuideError(file, lines.length, 'the facts at the head have no closing line ---')
  const { facts, places } = readFacts(lines.slice(1, end), file)
  return { facts, lines: places, sections: readSections(lines, end + 1, file, language) }
}

function readFacts(lines: string[], file: string): { facts: FrontMatter; places: Map<string, number> } {
  const texts = new Map<string, string>()
  const lists = new Map<string, string[]>()
  const places = new Map<string, number>()
  let list: string[] | null = null
  for (const [at, line] of lines.entries()) {
    const number = at + 2
    if (line.trim() === '') continue
    const item = /^ {2}- (.*\S)\s*$/.exec(line)
    if (item?.[1]) {
      if (!list) throw new GuideError(file, number, 'a list item must follow a key that takes a list')
      list.push(item[1])
      continue
    }
    const pair = /^([a-z]+):(?:\s+(.*\S))?\s*$/.exec(line)
    if (!pair?.[1]) throw new GuideError(file, number, `“${line}” is neither “key: value” nor “  - item”`)
    const [, key, value = ''] = pair
    if (places.has(key)) throw new GuideError(file, number, `“${key}” stands there twice`)
    places.set(key, number)
    list = null
    if (isOneOf(listKeys, key)) {
      if (value !== '')
        throw new GuideError(file, number, `“${key}” is a list: put each item on its own line “  - item”`)
      lists.set(key, (list = []))
    } else if (isOneOf(textKeys, key)) texts.set(key, value)
    else
      throw new GuideError(file, number, `unknown key “${key}”; the keys are ${[...textKeys, ...listKeys].join(', ')}`)
  }
  const end = lines.length + 2
  const text = (key: (typeof textKeys)[number]): string => {
    const value = texts.get(key)
    if (value === undefined) throw new GuideError(file, end, `“${key}” is missing`)
    if (value === '' && key !== 'online') throw new GuideError(file, places.get(key) ?? end, `“${key}” is empty`)
    return value
  }
  const items = (key: (typeof listKeys)[number]): string[] => {
    const value = lists.get(key)
    if (!value) throw new GuideError(file, end, `the list “${key}” is missing`)
    if (value.length === 0 && key !== 'related')
      throw new GuideError(file, places.get(key) ?? end, `“${key}” has no items`)
    return value
  }
  const facts: FrontMatter = {
    title: text('title'),
    summary: text('summary'),
    category: text('category'),
    department: text('department'),
    official: text('official'),
    cost: text('cost'),
    duration: text('duration'),
    online: text('online'),
    updated: text('updated'),
    law: items('law'),
    keywords: items('keywords'),
    related: items('related'),
  }
  return { facts, places }
}

function readSections(lines: string[], from: number, file: string, language: Language): SourceSection[] {
  const found: SourceSection[] = []
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const heading = /^(#{1,2}) +(.*\S)\s*$/.exec(line)
    const current = found.at(-1)
    if (!heading) {
      if (current) current.markdown += `${line}\n`
      else if (line.trim() !== '') throw new GuideError(file, at + 1, 'text before the first heading')
      continue
    }
    const due = headings[found.length]
    if (!due || heading[1] !== '##' || heading[2] !== due[language]) {
      const wish = due ? `here “## ${due[language]}” should stand` : 'no further heading is known'
      throw new GuideError(file, at + 1, `“${line}” is not the next heading: ${wish}`)
    }
    found.push({ id: due.id, heading: due[language], line: at + 2, markdown: '' })
  }
  const missing = headings[found.length]
  if (missing && missing.id !== 'good-to-know') {
    throw new GuideError(file, lines.length, `the section “## ${missing[language]}” is missing`)
  }
  const empty = found.find(section => section.markdown.trim() === '')
  if (empty) throw new GuideError(file, empty.line - 1, `the section “${empty.heading}” is empty`)
  return found
}

function isOneOf<T extends string>(keys: readonly T[], key: string): key is T {
  return keys.some(known => known === key)
}
