import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Language } from '../../city/typeset.ts'
import type { Statement } from '../statements/stating.ts'

/** What the thread is started with. */
export interface LongStatement {
  kind: 'debt-statement' | 'no-debts'
  head: { number: string; caseNumber: string }
  statement: Statement
  language: Language
}

/** A statement of more lines is set in a thread: five thousand of them take seconds, in which this process could do nothing else. */
export const longFrom = 200

/** Sets a long statement in a thread of its own; gives the PDF. Throws when the thread breaks. */
export async function longStatementPdf(asked: LongStatement): Promise<Buffer> {
  // the flags of this process (a debugger, a loader of tests) are not for the thread
  const thread = new Worker(new URL('statement-thread.ts', import.meta.url), { workerData: asked, execArgv: [] })
  try {
    // rejects when the thread throws, too
    const [bytes] = (await once(thread, 'message')) as [Uint8Array]
    return Buffer.from(bytes)
  } finally {
    await thread.terminate()
  }
}
