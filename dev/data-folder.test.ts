import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { openDataFolder } from './data-folder.ts'
import { lives, markOf, type ProcessMark } from './processes.ts'

let path: string
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'portal-folder-'))
})

/** A process of this test's own that would live for a minute. */
function sleeper() {
  const child = spawn('sleep', ['60'])
  const ended = new Promise(resolve => child.once('close', (_, signal) => resolve(signal)))
  const mark = markOf(child.pid ?? 0)
  if (!mark) throw new Error('sleep did not start')
  return { mark, ended, kill: () => child.kill() }
}
const write = (name: string, content: unknown) => writeFileSync(join(path, name), JSON.stringify(content))

test('secrets are made once, kept, and readable by their owner only', async () => {
  const first = await openDataFolder(path)
  first.release()
  const second = await openDataFolder(path)
  expect(second.secrets).toEqual(first.secrets)
  expect(Buffer.from(first.secrets.caseKey, 'base64')).toHaveLength(32)
  expect(statSync(join(path, 'secrets.json')).mode & 0o777).toBe(0o600)
})

test('a folder in use by a living process is refused', async () => {
  const other = sleeper()
  write('lock.json', other.mark)
  await expect(openDataFolder(path)).rejects.toThrow(`already runs from ${path} (process ${other.mark.pid})`)
  other.kill()
})

test('a lock of a dead process, or of one that has its number again, is taken over', async () => {
  const other = sleeper()
  write('lock.json', { ...other.mark, started: '1' } satisfies ProcessMark)
  await openDataFolder(path)
  expect(JSON.parse(readFileSync(join(path, 'lock.json'), 'utf8'))).toEqual(markOf(process.pid))
  other.kill()
})

test('children that a crash left running are ended, strangers are not', async () => {
  const [left, stranger] = [sleeper(), sleeper()]
  const child = { name: 'Temporal', signal: 'SIGTERM' }
  write('children.json', [
    { ...left.mark, ...child },
    { ...stranger.mark, started: '1', ...child },
  ])
  await openDataFolder(path)
  expect(await left.ended).toBe('SIGTERM')
  expect(lives(stranger.mark)).toBe(true)
  stranger.kill()
})

test('a secret that a newer release needs is added to those of an older one', async () => {
  const folder = await openDataFolder(path)
  const { registersKey, ...older } = folder.secrets
  folder.release()
  write('secrets.json', older)
  const again = await openDataFolder(path)
  expect(again.secrets).toMatchObject(older)
  expect(again.secrets.registersKey).not.toBe(registersKey)
  again.release()
  const third = await openDataFolder(path)
  expect(third.secrets).toEqual(again.secrets)
  third.release()
})

test('damaged secrets stop the start instead of being made anew', async () => {
  write('secrets.json', { caseKey: 'half' })
  await expect(openDataFolder(path)).rejects.toThrow(/secrets\.json is damaged: .* npm run reset/)
})
