import { historyFromJSON, type History } from '@temporalio/common/lib/proto-utils.js'

type Json = Record<string, unknown>

/** What the engine notes and replay does not read: who did it, on which machine, under which internal number. */
const left = new Set(['taskId', 'identity', 'requestId', 'workerVersion', 'historySizeBytes', 'attempt'])
const plain = Buffer.from('json/plain').toString('base64')

/** A history in Temporal's JSON as it is kept: an event a line, and values that people can read (`{ "json": … }`). */
export function kept(history: { events: unknown[] }): string {
  const lines = history.events.map(event => JSON.stringify(readable(event)))
  return `{"events":[\n${lines.join(',\n')}\n]}\n`
}

function readable(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(readable)
  if (isPayload(value)) return { json: JSON.parse(Buffer.from(value.data, 'base64').toString('utf8')) as unknown }
  // a sticky queue is named after the machine
  if ('kind' in value && value.kind === 'TASK_QUEUE_KIND_STICKY') return undefined
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (left.has(key) || inner === null ? [] : [[key, readable(inner)]])),
  )
}

/** The way back: a kept history as replay takes it. */
export function fromKept(text: string): History {
  return historyFromJSON(written(JSON.parse(text)))
}

function written(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(written)
  const only = Object.keys(value)
  if (only.length === 1 && 'json' in value)
    return { metadata: { encoding: plain }, data: Buffer.from(JSON.stringify(value.json)).toString('base64') }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, written(inner)]))
}

function isPayload(value: object): value is Json & { data: string } {
  const { metadata, data } = value as Json
  return (
    typeof data === 'string' &&
    typeof metadata === 'object' &&
    metadata !== null &&
    'encoding' in metadata &&
    metadata.encoding === plain
  )
}
