import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import { end, lives, markOf, parentOf } from './processes.ts'

test('a living process is told by its number and its start', () => {
  const mark = markOf(process.pid)
  expect(mark && lives(mark)).toBe(true)
  expect(lives({ pid: process.pid, started: '1' })).toBe(false)
})

test('a process that does not listen to a signal is ended all the same', async () => {
  const child = spawn('sh', ['-c', 'trap "" TERM; echo up; while :; do sleep 0.05; done'])
  await new Promise(resolve => child.stdout.once('data', resolve))
  const mark = markOf(child.pid ?? 0)
  if (!mark) throw new Error('it did not start')
  if (process.platform === 'linux') expect(parentOf(mark.pid)).toBe(process.pid)
  await end(mark, 'SIGTERM', 100)
  expect(lives(mark)).toBe(false)
})
