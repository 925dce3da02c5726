import { describe, expect, test } from 'vitest'
import { say, tidy, words } from './words.ts'
import type { Room } from './words.ts'

const nbsp = '\u00a0'
const isRoom = (value: unknown): value is Room =>
  typeof value === 'object' && value !== null && Object.values(value).every(entry => 'cs' in entry && 'en' in entry)
const files = import.meta.glob<Record<string, unknown>>('./*.ts', { eager: true })
const rooms = Object.entries(files)
  .filter(([file]) => !/\/words(\.test)?\.ts$/.test(file))
  .flatMap(([file, exports]) => Object.values(exports).flatMap(room => (isRoom(room) ? [{ file, room }] : [])))

const texts = (side: Room[string]['cs']): string[] => (typeof side === 'string' ? [side] : Object.values(side))
const holes = (side: Room[string]['cs']): string =>
  [...new Set(texts(side).flatMap(text => text.match(/\{\w+\}/g) ?? []))].sort().join(' ')

test('every file of words has a room', () => {
  expect(rooms.length).toBeGreaterThanOrEqual(14)
  expect(Object.keys(files).length - rooms.length).toBeLessThanOrEqual(2)
})

test.each(rooms)('$file says the same in both languages', ({ room }) => {
  for (const [key, { cs, en }] of Object.entries(room)) {
    for (const text of [...texts(cs), ...texts(en)]) expect(text.trim(), key).not.toBe('')
    expect(holes(en), key).toBe(holes(cs))
    expect(typeof en, key).toBe(typeof cs)
    if (typeof cs === 'object') expect(cs.few, `${key}: Czech counts two, three and four apart`).toBeTruthy()
  }
})

describe('say', () => {
  const room = words({
    left: {
      cs: { one: 'Zbývá {n} den', few: 'Zbývají {n} dny', other: 'Zbývá {n} dní' },
      en: { one: '{n} day left', other: '{n} days left' },
    },
    greeting: { cs: 'Dobrý den, {name}', en: 'Hello, {name}' },
  })
  test.each([
    [1, `Zbývá 1${nbsp}den`, '1 day left'],
    [3, `Zbývají 3${nbsp}dny`, '3 days left'],
    [5, `Zbývá 5${nbsp}dní`, '5 days left'],
    [0, `Zbývá 0${nbsp}dní`, '0 days left'],
  ])('counts %i', (n, cs, en) => {
    expect(say(room, 'cs', 'left', { n })).toBe(cs)
    expect(say(room, 'en', 'left', { n })).toBe(en)
  })
  test('fills holes as they are', () => expect(say(room, 'en', 'greeting', { name: '$& {n}' })).toBe('Hello, $& {n}'))
})

test.each([
  ['v Kladně a v Praze', `v${nbsp}Kladně a${nbsp}v${nbsp}Praze`],
  ['„k zaplacení“', `„k${nbsp}zaplacení“`],
  ['za 5 dní 780 Kč', `za 5${nbsp}dní 780${nbsp}Kč`],
  ['§ 14 odst. 2 zákona č. 565/1990 Sb.', `§${nbsp}14 odst.${nbsp}2 zákona č.${nbsp}565/1990 Sb.`],
  ['15. 4. 2026', `15.${nbsp}4.${nbsp}2026`],
  ['balík a okno', `balík a${nbsp}okno`],
  ['přijde e-mailem', 'přijde e-\u2060mailem'],
])('%j keeps together what belongs together', (text, expected) => expect(tidy(text)).toBe(expected))
