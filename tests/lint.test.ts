import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { program, toolEnv } from './tools.ts'

test('no rule that needs types is broken anywhere', { timeout: 300_000 }, async () => {
  const child = spawn(process.execPath, [program('oxlint', 'oxlint'), '--type-aware', '--deny-warnings'], {
    cwd: join(import.meta.dirname, '..'),
    // By itself it reads all types once for each core, and here the others are busy.
    env: { ...toolEnv, GOMAXPROCS: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said, code] = await Promise.all([text(child.stdout), new Promise(resolve => child.once('close', resolve))])
  expect(code === 0 ? '' : said).toBe('')
})
