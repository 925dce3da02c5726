import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { kladno, loadCity } from './city.ts'
import { fold } from './fold.ts'
import { guides } from './guides.ts'
import { money, typeset } from './typeset.ts'

const today = '2026-11-23'
const city = loadCity()
const all = guides(city, today)

describe('the guides of Kladno', () => {
  test('cover every life situation the portal names', () => {
    expect(all.map(guide => guide.slug)).toEqual([
      'data-check',
      'dog-fee',
      'fee-payment',
      'grant',
      'occupancy-permit',
      'power-of-attorney',
      'public-space',
      'rents',
      'sewerage',
      'signing-in',
      'visit',
      'waste-fee-report',
      'wedding',
    ])
    for (const { id } of city.categories) expect(all.some(guide => guide.category === id)).toBe(true)
  })

  test.each(all)('$slug stands in both languages with the same sections and lists', guide => {
    expect(guide.sections.en.map(section => section.id)).toEqual(guide.sections.cs.map(section => section.id))
    expect(guide.sections.cs.length).toBeGreaterThanOrEqual(6)
    for (const [at, section] of guide.sections.cs.entries()) {
      const other = guide.sections.en[at]?.html ?? ''
      const shape = (html: string) => html.match(/<(ul|ol|li|p|strong)>/g)
      expect(shape(other), `${guide.slug}, ${section.heading}`).toEqual(shape(section.html))
    }
    expect(guide.law.en).toHaveLength(guide.law.cs.length)
    expect(guide.keywords.cs.length).toBeGreaterThanOrEqual(5)
    expect(guide.title.cs).not.toBe(guide.title.en)
    expect(`${guide.html.cs}${guide.html.en}${JSON.stringify(guide)}`).not.toContain('{{')
  })

  test.each(all)('$slug is answered for by an official of its department', guide => {
    expect(city.officials.find(official => official.id === guide.official)?.department).toBe(guide.department)
    expect(guide.related).not.toContain(guide.slug)
    expect(guide.updated <= today).toBe(true)
  })

  test('never state an unconfirmed sum without asking to check it', () => {
    const html = all.find(guide => guide.slug === 'public-space')?.html
    expect(html?.cs).toContain('100\u00a0Kč (ověřte si u\u00a0pracovníka)')
    expect(html?.en).toContain('CZK\u00a0100 (please check with the official)')
    const verified = all.find(guide => guide.slug === 'power-of-attorney')
    expect(verified?.cost.cs).toBe('Zaevidování je zdarma, ověření podpisu 50\u00a0Kč.')
  })

  test('are found without diacritics, by title, keyword and body', () => {
    const found = (words: string) => all.filter(guide => guide.search.cs.includes(fold(words))).map(guide => guide.slug)
    expect(found('ZÁBOR VEŘEJNÉHO')).toContain('public-space')
    expect(found('zabor verejneho')).toContain('public-space')
    expect(found('popelnice')).toContain('waste-fee-report')
    expect(found('oddací list')).toEqual(['wedding'])
    expect(all.find(guide => guide.slug === 'wedding')?.search.en).toContain('marriage')
  })
})

describe('a broken guide is refused with file and line', () => {
  let dir: string
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'city-'))
    cpSync(kladno, dir, { recursive: true })
  })
  afterEach(() => rmSync(dir, { recursive: true }))

  const wedding = 'guides/wedding/guide.cs.md'

  test.each([
    ['---\ntitle', 'title', /guide\.cs\.md:1: a guide begins with a line ---/],
    ['title: ', 'titel: ', /guide\.cs\.md:2: unknown key “titel”/],
    ['title: ', '  - ', /guide\.cs\.md:2: a list item must follow/],
    ['category: family', 'category: pets', /guide\.cs\.md:4: there is no category “pets”/],
    ['official: lenka-vankova', 'official: nobody', /guide\.cs\.md:6: there is no official “nobody”/],
    ['official: lenka-vankova\n', '', /“official” is missing/],
    ['law:\n', 'law: one\n', /guide\.cs\.md:11: “law” is a list/],
    ['related:\n  - visit', 'related:\n  - divorce', /there is no guide “divorce”/],
    ['updated: 2026-11-02', 'updated: 2. 11. 2026', /guide\.cs\.md:10: “2. 11. 2026” is not a day/],
    [
      'updated: 2026-11-02',
      'updated: 2026-11-03',
      /guide\.en\.md:10: “updated” is “2026-11-02”, but “2026-11-03” in Czech/,
    ],
    [
      '## Co budete potřebovat',
      '## Doklady',
      /:28: “## Doklady” is not the next heading: here “## Co budete potřebovat”/,
    ],
    ['## Kolik to stojí', '### Kolik to stojí', /“## Který zákon to upravuje” is not the next heading/],
    ['amount:wedding-other-place', 'amount:wedding', /guide\.cs\.md:7: .*“wedding” on 2026-11-23/],
    ['- rodný list,', '- rodný <b>list</b>,', /guide\.cs\.md:33: HTML is not allowed/],
    ['- rodný list,', '- [list](javascript:alert(1)),', /guide\.cs\.md:33: the link “javascript:alert\(1\)”/],
    ['- rodný list,', '- ![list](https://example.com/a.png),', /guide\.cs\.md:33: pictures are not allowed/],
  ])('%s as %s', (from, to, message) => {
    const text = readFileSync(join(dir, wedding), 'utf8')
    expect(text).toContain(from)
    writeFileSync(join(dir, wedding), text.replace(from, to))
    expect(() => guides(loadCity(dir), today)).toThrow(message)
  })

  test('a guide in one language only', () => {
    rmSync(join(dir, 'guides/wedding/guide.en.md'))
    expect(() => guides(loadCity(dir), today)).toThrow(/guide\.en\.md:1: the file is missing/)
  })

  test('a section that stands in one language only', () => {
    const path = join(dir, 'guides/wedding/guide.en.md')
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text.slice(0, text.indexOf('## Good to know')))
    expect(() => guides(loadCity(dir), today)).toThrow(/other sections than in Czech/)
  })
})

test('Czech is set with non-breaking spaces where a line must not end', () => {
  const set = (text: string) => typeset(text, 'cs').replaceAll('\u00a0', '~')
  expect(set('Přijďte k nám a v 8 hodin zaplaťte 3 000 Kč.')).toBe('Přijďte k~nám a~v~8 hodin zaplaťte 3~000~Kč.')
  expect(set('podle § 10 zákona č. 565/1990 Sb. do 15. 4. 2026')).toBe(
    'podle §~10 zákona č.~565/1990 Sb. do 15.~4.~2026',
  )
  expect(set('- v bance\n1. dnes')).toBe('- v~bance\n1. dnes')
  expect(money(300000, 'cs').replace('\u00a0', '~').replace('\u00a0', '~')).toBe('3~000~Kč')
  expect(money(123456789, 'en')).toBe('CZK\u00a01,234,567.89')
  expect(money(5, 'cs')).toBe('0,05\u00a0Kč')
})

test('folding makes texts alike that people take for the same', () => {
  expect(fold('  Žádost o\u00a0ZÁBOR\n')).toBe('zadost o zabor')
  expect(fold('Łódź Straße')).toBe('lodz strasse')
  expect(fold(fold('Příliš žluťoučký'))).toBe('prilis zlutoucky')
})
