import { parentPort, workerData } from 'node:worker_threads'
import { batchOf } from './batches.ts'
import { readDebts } from './read.ts'
import type { Asked } from './reading.ts'

/** Checks the file, then sends its debts batch by batch, each when it is asked for. Runs as a thread of its own, see reading.ts. */
function main({ bytes, accounts }: Asked): void {
  const port = parentPort
  if (!port) throw new TypeError('This is a thread, started by reading.ts.')
  const file = readDebts(bytes, new Set(accounts))
  if ('problems' in file) return port.postMessage(file)
  const { asOf, scope, run, total } = file
  const debts = file.debts()[Symbol.iterator]()
  port.on('message', () => {
    const some = batchOf(debts)
    port.postMessage(some)
    if (some.count === 0) port.close()
  })
  port.postMessage({ head: { asOf, scope, run }, total })
}

main(workerData as Asked)
