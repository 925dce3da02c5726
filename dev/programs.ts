import { join, resolve } from 'node:path'
import type { Assembly } from './assembly.ts'
import { aboutDamage } from './problem.ts'
import { runOnce, supervise, type Part, type Program } from './supervise.ts'

/** The folder of the project. */
export const project = resolve(import.meta.dirname, '..')

/** The tables, the demo data, the API and the worker read some two thousand modules: what Node made of them it finds here again. */
export const compiled = { NODE_COMPILE_CACHE: join(project, 'node_modules', '.cache', 'node') }

const node = (file: string) => [process.execPath, join(project, file)]

/** Brings the tables to this release and, if asked, loads the demo people and their liabilities where they are missing. */
export async function prepareDatabase(house: Assembly, env: Record<string, string>, demo: boolean): Promise<void> {
  const advice = aboutDamage(house.folder.path)
  const once = (name: string, file: string) => () =>
    runOnce(
      { name, command: node(file), env: { ...compiled, ...env }, cwd: project, advice },
      house.folder,
      house.signal,
    )
  await house.step('Tables of this release', once('Preparing the tables', 'db/migrate.ts'))
  if (demo) await house.step('Demo people and liabilities', once('Loading the demo data', 'dev/demo/load.ts'))
}

/** The API with the portal's pages; ready once it says so at /health/ready. Not started yet. */
export function apiProgram(house: Assembly, env: Record<string, string>): Part {
  const health = `http://127.0.0.1:${env['PORT']}/health/ready`
  const ready: Program['ready'] = heard =>
    heard.until(async () => (await fetch(health, { signal: AbortSignal.timeout(2000) })).ok)
  return program(house, 'API', 'api/main.ts', env, ready)
}

/** The worker; ready once it says so. Not started yet. */
export function workerProgram(house: Assembly, env: Record<string, string>): Part {
  return program(house, 'Worker', 'worker/main.ts', env, async heard => void (await heard.line('worker ready')))
}

function program(house: Assembly, name: string, file: string, env: Record<string, string>, ready: Program['ready']) {
  const advice = 'Correct what it names and start again.'
  const stop = { stopSignal: 'SIGTERM', stopMs: 15_000 } as const
  const part = supervise(
    { name, command: node(file), env: { ...compiled, ...env }, cwd: project, ready, advice, ipc: true, ...stop },
    house.folder,
    house.died,
  )
  house.atEnd(part.stop, 'first')
  return part
}
