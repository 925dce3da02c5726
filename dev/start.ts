import { relative } from 'node:path'
import { dataFolderOf } from './data-folder.ts'
import { people } from './identity/people.ts'
import { Problem, reasonOf } from './problem.ts'
import { parentOf } from './processes.ts'
import { startStack, type Stack } from './stack.ts'

const dataDir = dataFolderOf(process.env)
const shown = relative('.', dataDir) || dataDir
const stopping = new AbortController()
let exitCode = 0
let askedAt = 0

/** The first Ctrl-C stops in order, a second one at once (the kernel ends the children then). */
function askedToStop() {
  const now = Date.now()
  if (stopping.signal.aborted) {
    // npm passes on the signal that the terminal has already sent us; those two come together and are one.
    if (now - askedAt > 800) process.exit(130)
    return
  }
  askedAt = now
  console.log('\nStopping …  (Ctrl-C again to stop at once)')
  stopping.abort()
  void finish()
}

async function finish() {
  const stack = await starting.catch(() => undefined)
  await stack?.close()
  if (exitCode === 0) console.log(`Stopped. Everything is kept in ${shown}.`)
  process.exit(exitCode)
}

function fail(error: unknown) {
  if (!stopping.signal.aborted) {
    console.error(`\n✗ ${error instanceof Problem ? error.message : `Something unforeseen: ${stackOf(error)}`}`)
    exitCode = 1
  }
  stopping.abort()
  void finish()
}
const stackOf = (error: unknown) => (error instanceof Error && error.stack) || reasonOf(error)

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, askedToStop)
process.on('uncaughtException', fail)
process.on('unhandledRejection', fail)
stopWithNpm()

console.log(`Portál občana is starting; its data is kept in ${shown}`)
const starting = startStack({
  dataDir,
  temporalPages: true,
  signal: stopping.signal,
  progress: line => console.log(`  ✓ ${line}`),
})
try {
  const stack = await starting
  if (!stopping.signal.aborted) welcome(stack)
  fail(await stack.died)
} catch (error) {
  fail(error)
}

function welcome({ urls }: Stack) {
  const line = (what: string, where: string | undefined) => (where ? `  ${what.padEnd(20)}${where}\n` : '')
  const who = people.map(one => `  ${`${one.givenName} ${one.familyName}`.padEnd(24)}${one.story.en}`)
  console.log(
    `\nReady:\n` +
      line('Portal', urls.portal) +
      line('API', `${urls.portal}/api/openapi.json`) +
      line('Mail box', urls.mailbox) +
      line('Card gateway', urls.gateway) +
      line('Identity provider', urls.identity) +
      line('Registers', urls.registers) +
      line('Temporal', urls.temporal) +
      (urls.identity ? `\nPeople to sign in as:\n${who.join('\n')}\n` : '') +
      `\nCtrl-C stops everything; npm run reset empties the data.`,
  )
}

/** When npm is killed it takes nobody along; its script notices that npm, or the shell between them, is gone. */
function stopWithNpm() {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const family = () => `${process.ppid} ${parentOf(process.ppid)}`
  const first = family()
  setInterval(() => {
    if (family() !== first && !stopping.signal.aborted) askedToStop()
  }, 1000).unref()
}
