import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { historyToJSON, JSONToPayload, payloadToJSON, type JSONPayload } from '@temporalio/common/lib/proto-utils.js'
import { encryption } from '../activities/encryption.ts'
import { kept } from './replaying.ts'
import { caseKey, engine } from './temporal.ts'

/**
 * With RECORD=1 in the environment, keeps what the engine wrote of a case that has ended as a history that replay reads:
 * workflows/agendas/<agenda>/histories/<name>.json, decrypted, and without what only this machine knows. Otherwise does nothing.
 */
export async function keepHistory(caseId: string, name: string): Promise<void> {
  if (!process.env['RECORD']) return
  const handle = engine.workflow.getHandle(caseId)
  await handle.result()
  const { type } = await handle.describe()
  const folder = join(import.meta.dirname, '..', 'workflows', 'agendas', type, 'histories')
  mkdirSync(folder, { recursive: true })
  const history = JSON.parse(historyToJSON(await handle.fetchHistory())) as { events: unknown[] }
  writeFileSync(join(folder, `${name}.json`), kept({ events: await Promise.all(history.events.map(decrypted)) }))
}

/** The same with every payload as it was before it was encrypted. */
async function decrypted(value: unknown): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return Promise.all(value.map(decrypted))
  if ('metadata' in value && 'data' in value) {
    const [plain] = await encryption(caseKey()).decode([JSONToPayload(value as JSONPayload) as never])
    return payloadToJSON(plain ?? {})
  }
  const entries = Object.entries(value).map(async ([key, inner]) => [key, await decrypted(inner)] as const)
  return Object.fromEntries(await Promise.all(entries))
}
