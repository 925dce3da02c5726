import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { isSolved, newPuzzle } from './puzzle.ts'
import { symbolOf } from './rule.ts'
import { networkOf } from './tries.ts'

test.each([
  ['1234567890', '1234567890'],
  ['0001234567890', '1234567890'],
  ['12 34 56', '123456'],
  ['000', '0'],
  ['12345678901', null],
  ['12a', null],
  ['', null],
  ['-1', null],
])('the symbol %j is read as %j', (typed, read) => expect(symbolOf(typed)).toBe(read))

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:0:12:aaaa:bbbb:cccc:dddd', '2001:db8:0:12'],
  ['2001:0DB8:0:12::1', '2001:db8:0:12'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s counts as the connection %s', (ip, network) => expect(networkOf(ip)).toBe(network))

test('a puzzle is solved by work alone, for half an hour, where it was made', () => {
  const [key, now] = [randomBytes(32), new Date('2026-04-10T10:00:00Z')]
  const { puzzle, bits } = newPuzzle(key, now)
  const solves = (solution: number) =>
    createHash('sha256').update(`${puzzle}.${solution}`).digest().readUInt32BE() >>> (32 - bits) === 0
  let solution = 0
  while (!solves(solution)) solution++
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
  expect(isSolved(key, at(0), { puzzle, solution })).toBe(true)
  expect(isSolved(key, at(30), { puzzle, solution })).toBe(true)
  expect(isSolved(key, at(31), { puzzle, solution })).toBe(false)
  expect(isSolved(key, at(-1), { puzzle, solution })).toBe(false)
  expect(isSolved(randomBytes(32), at(0), { puzzle, solution })).toBe(false)
  expect(solution > 0 && isSolved(key, at(0), { puzzle, solution: solution - 1 })).toBe(false)
  expect(isSolved(key, at(0), { puzzle: `${at(60).getTime().toString(36)}${puzzle.slice(8)}`, solution })).toBe(false)
})
