import { execFile } from 'node:child_process'
import { connect } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { DataFolder } from './data-folder.ts'
import { aboutDamage, Problem } from './problem.ts'
import { supervise, type Part } from './supervise.ts'

const run = promisify(execFile)

/**
 * The part that runs the Temporal server on an SQLite file in the data folder. WAL with synchronous=2 loses nothing
 * on a crash and takes a third of the time of SQLite's default; with 0, if it is not `lasting`, that holds for a crash of the
 * server, not of the machine.
 * @param uiPort port of its pages, or undefined for none
 */
export function temporalServer(
  binary: string,
  folder: DataFolder,
  at: { port: number; uiPort?: number | undefined; lasting: boolean },
  died: (what: Problem) => void,
): Part {
  const address = `127.0.0.1:${at.port}`
  const dynamic = [
    // Tests of statutory deadlines skip time, one workflow at a time.
    'frontend.WorkflowTimeSkippingEnabled=true',
    // One partition is enough for one machine and saves polling.
    'matching.numTaskqueueReadPartitions=1',
    'matching.numTaskqueueWritePartitions=1',
  ]
  return supervise(
    {
      name: 'Temporal',
      command: [
        ...[binary, 'server', 'start-dev', '--ip', '127.0.0.1', '--port', String(at.port)],
        ...(at.uiPort === undefined ? ['--headless'] : ['--ui-port', String(at.uiPort), '--ui-disable-news-fetch']),
        ...['--db-filename', join(folder.path, 'temporal.db')],
        ...['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', `synchronous=${at.lasting ? 2 : 0}`],
        ...dynamic.flatMap(value => ['--dynamic-config-value', value]),
        ...['--log-level', 'warn'],
      ],
      // Rarer garbage collection: a seventh less time for a case, for some 80 MB.
      env: { ...process.env, GOGC: process.env['GOGC'] ?? '400' },
      stopSignal: 'SIGTERM',
      stopMs: 10_000,
      advice: aboutDamage(folder.path),
      ready: heard =>
        heard.until(async () => {
          if (!(await answers(address))) return false
          const ask = ['operator', 'namespace', 'describe', '--namespace', 'default', '--address', address]
          await run(binary, ask, { timeout: 5000 })
          return true
        }),
    },
    folder,
    died,
  )
}

/**
 * Makes sure that somebody listens at the address given in TEMPORAL_ADDRESS.
 * @throws {Problem} when nobody does
 */
export async function checkTemporalAt(address: string): Promise<void> {
  if (await answers(address)) return
  throw new Problem(
    `Nobody answers at TEMPORAL_ADDRESS ${address}: start that Temporal server, or unset TEMPORAL_ADDRESS to use the embedded one.`,
  )
}

function answers(address: string): Promise<boolean> {
  const colon = address.lastIndexOf(':')
  return new Promise(resolve => {
    const socket = connect({ host: address.slice(0, colon), port: Number(address.slice(colon + 1)), timeout: 3000 })
    const done = (result: boolean) => {
      socket.destroy()
      resolve(result)
    }
    socket.once('connect', () => done(true))
    socket.once('error', () => done(false))
    socket.once('timeout', () => done(false))
  })
}
