import { parentPort, workerData } from 'node:worker_threads'
import { loadCity } from '../../city/city.ts'
import { statementPaper } from './debt-statement.ts'
import { pdfOf } from './pdf.ts'
import type { LongStatement } from './long-statement.ts'

/** Sets one long statement and sends its bytes. Runs as a thread of its own, see long-statement.ts. */
async function main({ kind, head, statement, language }: LongStatement): Promise<void> {
  const bytes = await pdfOf(statementPaper[kind](loadCity(), head, statement, language))
  parentPort?.postMessage(new Uint8Array(bytes))
}

await main(workerData as LongStatement)
