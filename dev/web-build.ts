import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync, readdirSync, renameSync } from 'node:fs'
import { rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { DataFolder } from './data-folder.ts'
import { buildOnce } from './lock.ts'
import { runOnce } from './supervise.ts'

/** What the pages are built from: folders and files of the project. */
const sources = ['web', 'forms', 'city', 'vite.config.ts', 'tsconfig.json', 'package-lock.json']

/**
 * Builds the pages into web/dist unless the build there is of these very sources. Of several starts at once one builds, the others
 * wait for it.
 * @returns whether it built
 */
export async function buildWeb(project: string, folder: DataFolder, signal: AbortSignal): Promise<boolean> {
  const wanted = fingerprint(project)
  const stamp = join(project, 'web', 'dist', '.built-from')
  return buildOnce(
    join(project, 'node_modules', '.cache', 'pages-being-built'),
    {
      isBuilt: () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted,
      build: () => build(project, folder, wanted, signal),
    },
    signal,
  )
}

async function build(project: string, folder: DataFolder, wanted: string, signal: AbortSignal): Promise<void> {
  const built = join(project, 'web', 'dist')
  // Built aside and swapped in, so that a page being served meanwhile is never half there.
  const aside = join(folder.path, 'web-build')
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js')
  await runOnce(
    {
      name: 'Building the pages',
      command: [process.execPath, vite, 'build', '--outDir', aside, '--emptyOutDir', '--logLevel', 'warn'],
      env: { ...process.env, NODE_ENV: 'production' },
      cwd: project,
      advice: 'Correct what it names.',
    },
    folder,
    signal,
  )
  writeFileSync(join(aside, '.built-from'), wanted)
  rmSync(built, { recursive: true, force: true })
  move(aside, built)
}

/** The data folder may lie on another disk, where a rename is refused; then the files are copied. */
function move(from: string, to: string) {
  try {
    renameSync(from, to)
  } catch {
    cpSync(from, to, { recursive: true })
    rmSync(from, { recursive: true })
  }
}

function fingerprint(project: string): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(source => filesUnder(join(project, source)))) {
    hash
      .update(`${file.slice(project.length)}\0`)
      .update(readFileSync(file))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .filter(name => name !== 'dist' && !/\.test\.tsx?$/.test(name))
    .sort()
    .flatMap(name => filesUnder(join(path, name)))
}
