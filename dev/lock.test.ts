import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { holderOf, takeTurn } from './lock.ts'
import { markOf } from './processes.ts'

const folder = mkdtempSync(join(tmpdir(), 'portal-lock-'))
afterAll(() => rmSync(folder, { recursive: true }))
const patient = new AbortController().signal

test('whoever comes while the lock is held waits until it is given back', async () => {
  const lock = join(folder, 'held')
  const first = await takeTurn(lock, patient)
  expect(holderOf(lock)).toEqual(markOf(process.pid))
  let came = false
  const second = takeTurn(lock, patient).then(release => ((came = true), release))
  await expect(takeTurn(lock, AbortSignal.timeout(120))).rejects.toThrow()
  expect(came).toBe(false)
  first()
  ;(await second)()
  expect(existsSync(lock)).toBe(false)
})

test('the lock of a process that died, and half a lock, hold nobody up', async () => {
  const lock = join(folder, 'left')
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const ended = new Promise(resolve => child.once('exit', resolve))
  writeFileSync(lock, JSON.stringify(markOf(child.pid ?? 0)))
  expect(holderOf(lock)?.pid).toBe(child.pid)
  child.kill('SIGKILL')
  await ended
  ;(await takeTurn(lock, patient))()
  writeFileSync(lock, '{"pid":')
  ;(await takeTurn(lock, patient))()
})
