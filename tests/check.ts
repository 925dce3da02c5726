import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { program, toolEnv } from './tools.ts'

const project = resolve(import.meta.dirname, '..')
const checks: [name: string, ...command: string[]][] = [
  [
    'types',
    program('typescript', 'tsc'),
    '--noEmit',
    // Each reads the types of the libraries anew; by itself it would take four.
    ...['--checkers', '2'],
    '--incremental',
    '--tsBuildInfoFile',
    'node_modules/.cache/tsc.json',
  ],
  ['lint', program('oxlint', 'oxlint'), '--deny-warnings'],
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
// Rules that need types take half a minute for the whole, so here they judge what is not committed; tests/lint.test.ts judges all.
const touched = changed()
if (touched.length > 0)
  checks.push(['lint by types', program('oxlint', 'oxlint'), '--type-aware', '--deny-warnings', ...touched])

/** Sources that differ from the last commit, new ones too; none where there is no git. */
function changed(): string[] {
  const ask = (...words: string[]) =>
    spawnSync('git', [...words, '-z', '--', '*.ts', '*.tsx'], { cwd: project, encoding: 'utf8' }).stdout
  return [
    ...ask('diff', '--name-only', 'HEAD').split('\0'),
    ...ask('ls-files', '-o', '--exclude-standard').split('\0'),
  ].filter(file => file !== '' && existsSync(join(project, file)))
}

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
    const child = spawn(process.execPath, command, { cwd: project, env: toolEnv, stdio: ['ignore', 'pipe', 'pipe'] })
    const parts: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => parts.push(part))
    child.once('close', code => resolve({ ok: code === 0, output: Buffer.concat(parts).toString('utf8') }))
  })
}
