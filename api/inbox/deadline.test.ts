import { expect, test } from 'vitest'
import { deadlineWords } from './deadline.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test('the deadline says the day, how long and since when, across a weekend and a holiday', () => {
  // Friday; Monday 6 July is a holiday
  const { cs, en } = deadlineWords({ openedAt: new Date('2026-07-03T08:00:00Z'), due: '2026-07-09', late: false })
  expect(plain(cs)).toBe(
    'Rozhodněte do 9. července 2026. Lhůta 3 pracovních dnů běží od 3. července 2026, kdy úkol přišel.',
  )
  expect(plain(en)).toContain('Decide by 9 July 2026. 3 working days run from 3 July 2026')
})

test('a late one says so, one of the same day promises no days', () => {
  expect(plain(deadlineWords({ openedAt: new Date('2026-07-02T23:30:00Z'), due: '2026-07-03', late: true }).cs)).toBe(
    'Lhůta uplynula 3. července 2026, o úkolu ví i vedoucí. Úkol přišel 3. července 2026.',
  )
})
