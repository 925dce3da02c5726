import { expect, test } from 'vitest'
import { icsOf } from './ics.ts'

const entry = {
  liability: '11111111-1111-4111-8111-111111111111',
  description: { cs: 'Nájem bytu; Vrchlického 12, přízemí vlevo, byt číslo 3', en: 'Rent' },
  for: null,
  due: '2026-12-31',
  amount: 123_450,
  instalment: { n: 2, of: 6 },
  late: false,
}
const ics = icsOf({ entries: [entry] }, 'https://portal.example', 'cs', new Date('2026-04-10T08:09:10.123Z'))

test('a due day is a whole day, with an id of its own and special letters escaped', () => {
  const whole = ics.replaceAll('\r\n ', '')
  for (const line of [
    'UID:11111111-1111-4111-8111-111111111111-2@portal.example',
    'DTSTAMP:20260410T080910Z',
    'DTSTART;VALUE=DATE:20261231',
    'DTEND;VALUE=DATE:20270101',
    'SUMMARY:Zaplatit 1\u00a0234\\,50\u00a0Kč: Nájem bytu\\; Vrchlického 12\\, přízemí vlevo\\, byt číslo 3\\, splátka 2/6',
  ])
    expect(whole).toContain(`${line}\r\n`)
})

test('no line is longer than 75 bytes, and each ends as the standard wants', () => {
  const lines = ics.split('\r\n')
  expect(lines.at(-1)).toBe('')
  expect(lines.every(line => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(true)
})
