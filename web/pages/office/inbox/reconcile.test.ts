import { expect, test } from 'vitest'
import type { TaskSummary } from '../../../../api/contract.ts'
import { allOf, asItCame, reconcile, type Shown } from './reconcile.ts'

/** A task of the finance department that nobody has. */
const taskOf = (id: string, change: Partial<TaskSummary> = {}): TaskSummary => ({
  id,
  case: id,
  number: id,
  agenda: 'a',
  title: { cs: 'a', en: 'a' },
  step: { cs: 's', en: 's' },
  person: 'Eva Malá',
  principal: null,
  role: 'finance',
  state: 'open',
  openedAt: '2026-04-01T10:00:00Z',
  closedAt: null,
  due: '2026-04-10',
  late: false,
  unread: false,
  assignee: null,
  mine: false,
  barred: false,
  waits: null,
  ...change,
})

const tasks = (ids: string) => [...ids].map(id => taskOf(id))
const seen = ({ rows, waiting }: Shown) =>
  `${rows.map(({ task, gone }) => (gone ? `(${task.id})` : task.id)).join('')}|${waiting.map(({ id }) => id).join('')}`

const cases: [was: string, fresh: string, more: boolean, seen: string][] = [
  ['abc', 'abc', false, 'abc|'],
  // one that came before what is shown waits, one that follows it is added
  ['abc', 'xabc', false, 'abc|x'],
  ['abc', 'axbc', false, 'abc|x'],
  ['abc', 'abcde', true, 'abcde|'],
  ['abc', 'xabcd', false, 'abcd|x'],
  // one that left stays in its place
  ['abc', 'ac', false, 'a(b)c|'],
  ['abc', 'ab', false, 'ab(c)|'],
  // pushed over the end of the page, it has not left
  ['abc', 'xab', true, 'abc|x'],
  ['abc', 'xac', true, 'a(b)c|x'],
  // all have left
  ['ab', 'xy', false, '(a)(b)xy|'],
  ['', 'ab', false, 'ab|'],
]
test.each(cases)('%s, then %s (more: %s)', (was, fresh, more, expected) => {
  expect(seen(reconcile(asItCame(tasks(was)), tasks(fresh), more))).toBe(expected)
})

test('a row shows the newest of its task; one that has come back is not gone', () => {
  const claimed = taskOf('a', { assignee: { id: 'hana', name: 'Hana', substitute: null } })
  const left = reconcile(asItCame(tasks('ab')), tasks('b'), false)
  expect(left.rows[0]?.gone).toBe(true)
  const back = reconcile(left, [claimed, taskOf('b')], false)
  expect(back.rows[0]).toEqual({ task: claimed, gone: false, arrived: false })
})

test('showing all takes away what left and marks what came', () => {
  const { rows } = allOf(reconcile(asItCame(tasks('ab')), tasks('xb'), false), tasks('xb'))
  expect(rows.map(({ task, arrived }) => [task.id, arrived])).toEqual([
    ['x', true],
    ['b', false],
  ])
})
