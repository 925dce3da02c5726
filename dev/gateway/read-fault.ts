import { ApiError } from './api/errors.ts'
import type { ApiFault, Fault, WebhookFault } from './faults.ts'
import { eventTypes } from './objects/types.ts'

const apiDoes: readonly ApiFault['does'][] = ['timeout', 'reset', 'status', 'delay']
const webhookDoes: readonly WebhookFault['does'][] = ['hold', 'drop', 'duplicate', 'delay', 'reorder', 'forge']

/**
 * Checks a fault that came from outside as JSON.
 * @throws ApiError 400 saying what is wrong with it.
 */
export function readFault(fields: Record<string, unknown>): Fault {
  const times = number(fields, 'times', 1)
  const on = needed(fields, 'on', ['api', 'webhook', 'everything'])
  if (on === 'everything') return { on, does: 'reset', times }
  const ms = number(fields, 'ms', 0)
  if (on === 'webhook') {
    const copies = number(fields, 'copies', 1, 100)
    return { on, does: needed(fields, 'does', webhookDoes), ms, copies, type: oneOf(fields, 'type', eventTypes), times }
  }
  return {
    on,
    does: needed(fields, 'does', apiDoes),
    when: oneOf(fields, 'when', ['before', 'after']),
    status: number(fields, 'status', 400, 599),
    ms,
    method: oneOf(fields, 'method', ['GET', 'POST']),
    path: typeof fields['path'] === 'string' ? fields['path'] : undefined,
    times,
  }
}

function oneOf<T extends string>(fields: Record<string, unknown>, name: string, allowed: readonly T[]): T | undefined {
  const value = fields[name] ?? undefined
  const found = allowed.find(one => one === value)
  if (value !== undefined && found === undefined) throw wrong(`${name} must be one of: ${allowed.join(', ')}.`)
  return found
}

function needed<T extends string>(fields: Record<string, unknown>, name: string, allowed: readonly T[]): T {
  const found = oneOf(fields, name, allowed)
  if (found === undefined) throw wrong(`${name} is missing.`)
  return found
}

function number(fields: Record<string, unknown>, name: string, min: number, max = 2 ** 31): number | undefined {
  const value = fields[name] ?? undefined
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) {
    throw wrong(`${name} must be a whole number from ${min} to ${max}.`)
  }
  return value
}

const wrong = (message: string) => new ApiError(400, { type: 'invalid_request_error', message })
