import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

const project = resolve(import.meta.dirname, '..')
const find = createRequire(import.meta.url)

/** The program a package puts on PATH, called by file: it must run on this very Node. */
function program(packageName: string, name: string): string {
  const file = find.resolve(`${packageName}/package.json`)
  const { bin } = find(file) as { bin: string | Record<string, string> }
  return join(dirname(file), typeof bin === 'string' ? bin : (bin[name] ?? ''))
}

const checks: [name: string, ...command: string[]][] = [
  [
    'types',
    program('typescript', 'tsc'),
    '--noEmit',
    '--incremental',
    '--tsBuildInfoFile',
    'node_modules/.cache/tsc.json',
  ],
  ['lint', program('oxlint', 'oxlint'), '--type-aware', '--deny-warnings'],
  [
    'format',
    program('prettier', 'prettier'),
    '--check',
    '--cache',
    '--cache-location=node_modules/.cache/format.json',
    '.',
  ],
  ['unit tests', program('vitest', 'vitest'), 'run', '--project', 'unit'],
]

let failed = 0
await Promise.all(
  checks.map(async ([name, ...command]) => {
    const began = performance.now()
    const { ok, output } = await run(command)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    if (!ok) failed++
    console.log(ok ? `✓ ${name} (${seconds} s)` : `\n✗ ${name} (${seconds} s)\n${output.trimEnd()}\n`)
  }),
)
console.log(failed === 0 ? 'All checks passed.' : `${failed} of ${checks.length} checks failed.`)
process.exitCode = failed === 0 ? 0 : 1

function run(command: string[]): Promise<{ ok: boolean; output: string }> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, command, { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] })
    const parts: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => parts.push(part))
    child.once('close', code => resolve({ ok: code === 0, output: Buffer.concat(parts).toString('utf8') }))
  })
}
