import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { freePorts } from '../dev/ports.ts'
import { startStack, type Stack } from '../dev/stack.ts'
import { serveControl } from './control.ts'

/** Where the running portal is; test files get it from `stack` in tests/stack.ts. */
export interface Coordinates {
  urls: Stack['urls']
  databaseUrl: string
  temporalAddress: string
  env: Record<string, string>
  control: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    stack: Coordinates
  }
}

interface Shared {
  users: number
  running: Promise<{ coordinates: Coordinates; close(): Promise<void> }>
}
const slot = Symbol.for('portal.tests.stack')
// The set-up runs once for each project, in one process: the first one starts the portal, the last one stops it.
const shelf = globalThis as { [slot]?: Shared }

/** Starts one portal with demo data, on free ports and in a folder of its own, for all files of the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = (shelf[slot] ??= { users: 0, running: start() })
  shared.users++
  project.provide('stack', (await shared.running).coordinates)
  return async () => {
    shared.users--
    if (shared.users > 0) return
    delete shelf[slot]
    await (await shared.running).close()
  }
}

async function start() {
  const dataDir = mkdtempSync(join(tmpdir(), 'portal-tests-'))
  const stack = await startStack({
    dataDir,
    ports: await freePorts(),
    thrownAway: true,
    env: { NODE_ENV: 'test', LOG_LEVEL: 'info', RATE_LIMITS: 'off' },
  })
  const control = await serveControl(stack)
  void stack.died.then(what => console.error(`\n${what.message}\n`))
  const { urls, databaseUrl, temporalAddress, env } = stack
  return {
    coordinates: { urls, databaseUrl, temporalAddress, env, control: control.url },
    async close() {
      await control.close()
      await stack.close()
      // The logs of a failed run are worth more than the room they take.
      if (process.exitCode) console.error(`What the parts logged is kept in ${join(dataDir, 'logs')}.`)
      else rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
