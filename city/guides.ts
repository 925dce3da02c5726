import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Marked } from 'marked'
import { isDay } from './calendar.ts'
import type { Day } from './calendar.ts'
import { shown } from './city.ts'
import type { City } from './city.ts'
import { fillIn, namedIn, type NameOf, type Source as Filling } from './fill-in.ts'
import { fold } from './fold.ts'
import { GuideError, readGuideFile } from './guide-file.ts'
import type { FrontMatter, GuideFile, SectionId, SourceSection } from './guide-file.ts'
import type { Text } from './schema.ts'
import { languages, typeset } from './typeset.ts'
import type { Language } from './typeset.ts'

/** One section of a guide, ready to show: the heading and safe HTML below it. */
export interface GuideSection {
  id: SectionId
  heading: string
  html: string
}

/** A guide to one life situation (návod k životní situaci), in both languages. */
export interface Guide {
  slug: string
  category: string
  department: string
  official: string
  /** Id of the agenda that settles it online; null while there is none. */
  online: string | null
  /** Slugs of guides that people often need next. */
  related: string[]
  updated: Day
  title: Text
  summary: Text
  cost: Text
  duration: Text
  law: Record<Language, string[]>
  keywords: Record<Language, string[]>
  sections: Record<Language, GuideSection[]>
  /** All sections as one piece of HTML, each with its heading at level two. */
  html: Text
  /** Everything a person may search for, folded by `fold`; both languages have their own. */
  search: Text
}

/**
 * The guides of a city, by slug, with the sums and terms in force on `today`. They belong to the city and not to the
 * agendas, so that a city changes its words without touching the code, and a situation may have a guide only.
 * `nameOf` says how an official is named in them now; by default as in the city's folder.
 * Throws GuideError naming file and line if a guide is broken, stands in one language only, or names someone unknown.
 */
export function guides(city: City, today: Day, nameOf: NameOf = namedIn(city)): Guide[] {
  const folder = join(city.dir, 'guides')
  if (!existsSync(folder)) throw new GuideError(shown(city.dir, 'guides'), 1, 'the city has no folder of guides')
  const slugs = readdirSync(folder).sort()
  return slugs.map(slug => guide({ ...city, nameOf }, slug, slugs, today))
}

interface Source {
  name: string
  file: GuideFile
}

function guide(city: City & Filling, slug: string, slugs: string[], today: Day): Guide {
  const cs = source(city, slug, 'cs')
  const en = source(city, slug, 'en')
  check(city, cs, slugs)
  const facts = agreed(cs, en)
  const text = (key: 'title' | 'summary' | 'cost' | 'duration'): Text => ({
    cs: fillIn(cs.file.facts[key], 'cs', city, today, cs.name, cs.file.lines.get(key) ?? 1),
    en: fillIn(en.file.facts[key], 'en', city, today, en.name, en.file.lines.get(key) ?? 1),
  })
  const list = (key: 'law' | 'keywords'): Record<Language, string[]> => ({
    cs: cs.file.facts[key].map(item => typeset(item, 'cs')),
    en: en.file.facts[key].map(item => typeset(item, 'en')),
  })
  const sections = {
    cs: cs.file.sections.map(section => rendered(section, 'cs', city, today, cs.name)),
    en: en.file.sections.map(section => rendered(section, 'en', city, today, en.name)),
  }
  return {
    slug,
    category: facts.category,
    department: facts.department,
    official: facts.official,
    online: facts.online === '' ? null : facts.online,
    related: facts.related,
    updated: facts.updated,
    title: text('title'),
    summary: text('summary'),
    cost: text('cost'),
    duration: text('duration'),
    law: list('law'),
    keywords: list('keywords'),
    sections,
    html: { cs: joined(sections.cs), en: joined(sections.en) },
    search: { cs: searchable(cs.file), en: searchable(en.file) },
  }
}

function source(city: City, slug: string, language: Language): Source {
  const path = join('guides', slug, `guide.${language}.md`)
  const name = shown(city.dir, path)
  let text: string
  try {
    text = readFileSync(join(city.dir, path), 'utf8')
  } catch {
    throw new GuideError(name, 1, `the file is missing; every guide stands in ${languages.join(' and ')}`)
  }
  return { name, file: readGuideFile(text, name, language) }
}

const shared = ['category', 'department', 'official', 'online', 'updated', 'related'] as const

/** What both languages must say alike. */
function agreed(cs: Source, en: Source): FrontMatter {
  for (const key of shared) {
    const [a, b] = [String(cs.file.facts[key]), String(en.file.facts[key])]
    if (a !== b) throw new GuideError(en.name, en.file.lines.get(key) ?? 1, `“${key}” is “${b}”, but “${a}” in Czech`)
  }
  if (cs.file.sections.length !== en.file.sections.length) {
    throw new GuideError(en.name, 1, 'the guide has other sections than in Czech')
  }
  return cs.file.facts
}

function check(city: City, { name, file }: Source, slugs: string[]): void {
  const { facts, lines } = file
  const wrong = (key: keyof FrontMatter, text: string) => new GuideError(name, lines.get(key) ?? 1, text)
  const known = (key: 'category' | 'department' | 'official', ids: string[]) => {
    if (!ids.includes(facts[key])) throw wrong(key, `there is no ${key} “${facts[key]}”; there are ${ids.join(', ')}`)
  }
  known(
    'category',
    city.categories.map(category => category.id),
  )
  known(
    'department',
    city.departments.map(department => department.id),
  )
  known(
    'official',
    city.officials.map(official => official.id),
  )
  if (!isDay(facts.updated)) throw wrong('updated', `“${facts.updated}” is not a day; write YYYY-MM-DD`)
  const stray = facts.related.find(slug => !slugs.includes(slug))
  if (stray !== undefined) throw wrong('related', `there is no guide “${stray}”`)
}

const marked = new Marked({ gfm: true })

function rendered(section: SourceSection, language: Language, city: Filling, today: Day, name: string): GuideSection {
  const lines = section.markdown.split('\n')
  const filled = lines.map((line, at) => fillIn(line, language, city, today, name, section.line + at)).join('\n')
  const tokens = marked.lexer(filled)
  void marked.walkTokens(tokens, token => {
    const text = forbidden(token.type, 'href' in token ? String(token.href) : '')
    if (text === null) return
    const line = section.line + filled.slice(0, Math.max(0, filled.indexOf(token.raw))).split('\n').length - 1
    throw new GuideError(name, line, text)
  })
  return { id: section.id, heading: section.heading, html: marked.parser(tokens) }
}

/** Guides are words: what would bring foreign code, hosts or a second outline into the page is refused. */
function forbidden(type: string, href: string): string | null {
  if (type === 'html') return 'HTML is not allowed in a guide; use Markdown'
  if (type === 'image') return 'pictures are not allowed in a guide'
  if (type === 'code') return 'indented or fenced code is not allowed in a guide; check the spaces at the line start'
  if (type === 'link' && !/^(https:\/\/|mailto:|tel:)/.test(href)) {
    return `the link “${href}” must begin with https://, mailto: or tel:`
  }
  return null
}

function joined(sections: GuideSection[]): string {
  return sections.map(({ id, heading, html }) => `<h2 id="${id}">${heading}</h2>\n${html}`).join('')
}

function searchable({ facts, sections }: GuideFile): string {
  const body = sections.map(section => section.markdown.replace(/[*_#>|`[\]{}]/g, ' '))
  return fold([facts.title, facts.summary, ...facts.keywords, ...facts.law, ...body].join(' '))
}
