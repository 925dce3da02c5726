import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { holderOf, Mark } from './lock.ts'
import { Problem, reasonOf } from './problem.ts'
import { end, lives, markOf, type ProcessMark } from './processes.ts'

/** Where `npm start` keeps its state, unless PORTAL_DATA names another folder. */
export const dataFolderOf = (env: Record<string, string | undefined>) => resolve(env['PORTAL_DATA'] || '.portal')

const Children = Type.Array(
  Type.Object({ ...Mark.properties, name: Type.String(), signal: Type.Enum(['SIGTERM', 'SIGINT', 'SIGKILL']) }),
)
const Secrets = Type.Object({
  caseKey: Type.String(),
  databasePassword: Type.String(),
  stripeApiKey: Type.String(),
  stripeWebhookSecret: Type.String(),
  oidcClientSecret: Type.String(),
  registersKey: Type.String(),
})
/** As an older release may have left them: without what it did not know. */
const KnownSecrets = Type.Object({ ...Secrets.properties, registersKey: Type.Optional(Type.String()) })

/** Secrets of this one installation, made at its first start. */
export type LocalSecrets = Static<typeof Secrets>

export interface DataFolder {
  path: string
  secrets: LocalSecrets
  /** Remembers a child, so that the next start can end it if this process dies without doing so. */
  remember(child: ProcessMark & { name: string; signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL' }): void
  forget(child: ProcessMark): void
  release(): void
}

/**
 * Opens the folder for this process alone, ends what an earlier crash left running, and reads or makes its secrets.
 * @throws {Problem} when another start holds it, or when something in it cannot be read
 */
export async function openDataFolder(path: string): Promise<DataFolder> {
  const [lock, list, secretsFile] = ['lock.json', 'children.json', 'secrets.json'].map(name => join(path, name)) as [
    string,
    string,
    string,
  ]
  refuseWhileRunning(path)
  const mine = markOf(process.pid)
  try {
    mkdirSync(join(path, 'logs'), { recursive: true })
    if (mine) writeSafely(lock, mine)
  } catch (error) {
    throw new Problem(
      `The data folder ${path} cannot be written (${reasonOf(error)}): start as the user who owns it, or set PORTAL_DATA to another folder.`,
    )
  }
  await endLeftovers(path)
  let children: Static<typeof Children> = []
  const save = () => writeSafely(list, children)
  save()

  const known = existsSync(secretsFile) ? readJson(secretsFile, KnownSecrets, path) : {}
  const secrets: LocalSecrets = { ...newSecrets(), ...known }
  // what a newer release needs besides is added
  if (Object.keys(known).length < Object.keys(secrets).length) writeSafely(secretsFile, secrets)
  return {
    path,
    secrets,
    remember(child) {
      children.push(child)
      save()
    },
    forget(child) {
      children = children.filter(one => one.pid !== child.pid)
      save()
    },
    release() {
      rmSync(lock, { force: true })
    },
  }
}

/** Ends what a start that died without stopping its children left running. */
export async function endLeftovers(path: string): Promise<void> {
  const list = join(path, 'children.json')
  const children = existsSync(list) ? readJson(list, Children, path) : []
  await Promise.all(children.filter(lives).map(child => end(child, child.signal, 10_000)))
}

/** @throws {Problem} when a living process holds the folder */
export function refuseWhileRunning(path: string): void {
  const holder = holderOf(join(path, 'lock.json'))
  if (holder && holder.pid !== process.pid)
    throw new Problem(
      `The portal already runs from ${path} (process ${holder.pid}): stop it there with Ctrl-C, or start this one with PORTAL_DATA set to another folder.`,
    )
}

function readJson<T extends typeof Mark | typeof Children | typeof KnownSecrets>(
  file: string,
  schema: T,
  folder: string,
) {
  try {
    return Value.Parse(schema, JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new Problem(
      `${file} is damaged: put it back from a backup, or empty the data folder ${folder} with npm run reset.`,
    )
  }
}

/** Whole or not at all, readable by its owner only. */
function writeSafely(file: string, content: unknown) {
  writeFileSync(`${file}.new`, JSON.stringify(content, null, 2), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

const newSecrets = (): LocalSecrets => ({
  caseKey: randomBytes(32).toString('base64'),
  databasePassword: randomBytes(16).toString('hex'),
  stripeApiKey: `sk_test_${randomBytes(16).toString('hex')}`,
  stripeWebhookSecret: `whsec_${randomBytes(24).toString('hex')}`,
  oidcClientSecret: randomBytes(24).toString('hex'),
  registersKey: randomBytes(24).toString('hex'),
})
