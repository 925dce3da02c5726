import { fork } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { Counts } from './part.ts'

/**
 * Runs every test, or those whose file matches an argument, and closes with one line: `N passed, N failed, N skipped`.
 * Three parts run side by side, each with a portal of its own: most tests wait for something, so that one part works while another
 * waits. What they say comes line by line, with the part's name before it.
 */
const parts = {
  portal: ['unit', 'live'],
  faults: ['servers', 'faults'],
  browser: ['e2e'],
}

const counts = await Promise.all(Object.entries(parts).map(([name, projects]) => run(name, projects)))
const total = (what: keyof Counts) => counts.reduce((sum, one) => sum + one[what], 0)
const [passed, failed, skipped] = [total('passed'), total('failed'), total('skipped')]
if (passed + failed === 0) console.error('No test ran.')
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)

/** A part that ends without having counted counts as one failed test. */
function run(name: string, projects: readonly string[]): Promise<Counts> {
  const child = fork(join(import.meta.dirname, 'part.ts'), [projects.join(), ...process.argv.slice(2)], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A pipe is no terminal; whoever reads may sit at one all the same.
    env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) },
  })
  if (child.stdout) pass(child.stdout, name, process.stdout)
  if (child.stderr) pass(child.stderr, name, process.stderr)
  let told: Counts | undefined
  child.on('message', counts => (told = counts as Counts))
  return new Promise(resolve => {
    child.once('close', (code, signal) => {
      if (!told) console.error(`The part “${name}” ended before it had counted its tests (${signal ?? code}).`)
      resolve(told ?? { passed: 0, failed: 1, skipped: 0 })
    })
  })
}

function pass(from: Readable, name: string, to: NodeJS.WriteStream) {
  createInterface({ input: from }).on('line', line => to.write(`${name.padEnd(7)} │ ${line}\n`))
}
