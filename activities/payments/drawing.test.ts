import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawing } from './drawing.ts'

const file = new URL('../../docs/payments.md', import.meta.url)
const begin = '<!-- drawn from activities/payments/states.ts; RECORD=1 draws it again -->\n'

/** Tables may be set by the formatter: cells count, not their width. */
const plain = (text: string) =>
  text
    .replace(/ *\| */g, '|')
    .replace(/-{3,}/g, '---')
    .trim()

test('docs/payments.md draws the graphs as they are', () => {
  const text = readFileSync(file, 'utf8')
  const at = text.indexOf(begin) + begin.length
  if (process.env['RECORD']) writeFileSync(file, `${text.slice(0, at)}\n${drawing()}\n`)
  expect(plain(readFileSync(file, 'utf8').slice(at))).toBe(plain(drawing()))
})
