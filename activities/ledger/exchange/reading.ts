import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { batchOf, type Batch } from './batches.ts'
import { readDebts, type FileHead, type Problem } from './read.ts'

/** What is to be read: the file and the IBANs of the city. */
export interface Asked {
  bytes: Uint8Array
  accounts: readonly string[]
}

/** A file that was checked whole and is right, with its debts in batches; `close` must be called in the end. */
export interface ReadFile {
  head: FileHead
  total: number
  batches(): AsyncIterable<Batch>
  close(): Promise<void>
}

type Answer = { head: FileHead; total: number } | { problems: Problem[] } | Batch

/** What is read here at once: nobody waits for a few milliseconds, and a thread takes longer to start. */
const small = 256 * 1024

/**
 * Reads a file of debts, a large one in a thread of its own: this process goes on answering, and holds one batch of it at a time.
 * Gives what is wrong with a file that cannot be used. Throws when the thread breaks.
 */
export const readFile = (asked: Asked): Promise<ReadFile | { problems: Problem[] }> =>
  asked.bytes.length <= small ? readHere(asked) : readInThread(asked)

async function readHere({ bytes, accounts }: Asked): Promise<ReadFile | { problems: Problem[] }> {
  const file = readDebts(bytes, new Set(accounts))
  if ('problems' in file) return file
  const { asOf, scope, run, total } = file
  return {
    ...{ head: { asOf, scope, run }, total, close: async () => {} },
    async *batches() {
      const debts = file.debts()[Symbol.iterator]()
      for (let some = batchOf(debts); some.count > 0; some = batchOf(debts)) yield some
    },
  }
}

async function readInThread(asked: Asked): Promise<ReadFile | { problems: Problem[] }> {
  // the flags of this process (a debugger, a loader of tests) are not for the thread
  const thread = new Worker(new URL('reading-thread.ts', import.meta.url), { workerData: asked, execArgv: [] })
  // rejects when the thread throws, too
  const heard = async (): Promise<Answer> => ((await once(thread, 'message')) as [Answer])[0]
  const close = async () => void (await thread.terminate())
  try {
    const first = await heard()
    if ('rows' in first) throw new TypeError('The thread sent debts before the head.')
    if ('problems' in first) await close()
    return 'problems' in first ? first : { ...first, close, batches: () => asking(thread, heard) }
  } catch (error) {
    await close()
    throw error
  }
}

/** The next batch is asked for when the one before it is in Postgres, so that no more than one waits. */
async function* asking(thread: Worker, heard: () => Promise<Answer>): AsyncGenerator<Batch> {
  for (;;) {
    const next = heard()
    thread.postMessage('more')
    const some = await next
    if (!('rows' in some) || some.count === 0) return
    yield some
  }
}
