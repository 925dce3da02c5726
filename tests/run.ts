import { fork } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { compiled } from '../dev/programs.ts'
import type { Counts } from './part.ts'

/**
 * Runs every test, or those whose file matches an argument, and closes with one line: `N passed, N failed, N skipped`.
 * Three parts run side by side, each with a portal of its own: most tests wait for something, so that one part works while another
 * waits. What needs no portal comes first in its part, so that three are not started, and their pages built, at the same time. What they
 * say comes line by line, with the part's name before it.
 */
const parts = {
  portal: ['unit', 'live'],
  faults: ['servers', 'faults'],
  browser: ['e2e'],
}

const counts = await Promise.all(
  Object.entries(parts).map(async ([name, projects]) => {
    const each: Counts[] = []
    for (const project of projects) each.push(await run(name, project))
    return each
  }),
)
const total = (what: keyof Counts) => counts.flat().reduce((sum, one) => sum + one[what], 0)
const [passed, failed, skipped] = [total('passed'), total('failed'), total('skipped')]
if (passed + failed === 0) console.error('No test ran.')
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)

/** A project that ends without having counted counts as one failed test. */
function run(name: string, project: string): Promise<Counts> {
  const child = fork(join(import.meta.dirname, 'part.ts'), [project, ...process.argv.slice(2)], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A pipe is no terminal; whoever reads may sit at one all the same.
    env: { ...process.env, ...compiled, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) },
  })
  if (child.stdout) pass(child.stdout, name, process.stdout)
  if (child.stderr) pass(child.stderr, name, process.stderr)
  let told: Counts | undefined
  child.on('message', counts => (told = counts as Counts))
  return new Promise(resolve => {
    child.once('close', (code, signal) => {
      if (!told) console.error(`The project “${project}” ended before it had counted its tests (${signal ?? code}).`)
      resolve(told ?? { passed: 0, failed: 1, skipped: 0 })
    })
  })
}

function pass(from: Readable, name: string, to: NodeJS.WriteStream) {
  createInterface({ input: from }).on('line', line => to.write(`${name.padEnd(7)} │ ${line}\n`))
}
