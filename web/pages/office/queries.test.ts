import { expect, test } from 'vitest'
import type { TaskSummary } from '../../../api/contract.ts'
import { nextAfter } from './queries.ts'

const task = (id: string, openedAt: string): TaskSummary => ({
  id,
  openedAt,
  case: id,
  number: id,
  agenda: 'a',
  title: { cs: 'a', en: 'a' },
  step: { cs: 's', en: 's' },
  person: 'Eva Malá',
  role: 'finance',
  due: null,
  late: false,
  unread: false,
})
const newest = task('c', '2026-04-03T10:00:00Z')
const middle = task('b', '2026-04-02T10:00:00Z')
const oldest = task('a', '2026-04-01T10:00:00Z')

test('after a decision comes the next older task, after the oldest the newest', () => {
  expect(nextAfter(newest, [newest, middle, oldest])?.id).toBe('b')
  expect(nextAfter(middle, [newest, oldest])?.id).toBe('a')
  expect(nextAfter(oldest, [newest, middle])?.id).toBe('c')
})

test('after the last one there is none', () => {
  expect(nextAfter(middle, [])).toBeNull()
  expect(nextAfter(middle, [middle])).toBeNull()
})
