import type { Kind, StoredObject, Event } from '../objects/types.ts'
import type { Store } from '../store.ts'
import { ApiError } from './errors.ts'

/** Which references of which object may be expanded, and to what. */
const expandable: Record<string, Record<string, Kind>> = {
  'checkout.session': { payment_intent: 'payment_intent' },
  payment_intent: { latest_charge: 'charge' },
  charge: { payment_intent: 'payment_intent', balance_transaction: 'balance_transaction' },
  refund: {
    charge: 'charge',
    payment_intent: 'payment_intent',
    balance_transaction: 'balance_transaction',
    failure_balance_transaction: 'balance_transaction',
  },
  dispute: { charge: 'charge', payment_intent: 'payment_intent' },
}

/** What is left out of an object until asked for. */
const includable: Record<string, (store: Store, id: string) => Record<string, unknown>> = {
  'checkout.session.line_items': lineItemsOf,
  'charge.refunds': (store, id) => ({
    object: 'list',
    data: store.list('refund', { where: { charge: id }, limit: 100 }).data,
    has_more: false,
    url: `/v1/charges/${id}/refunds`,
  }),
}

/** The line items of a session as a list. */
export function lineItemsOf(store: Store, id: string): Record<string, unknown> {
  const data = store.hidden('checkout.session', id)?.lineItems ?? []
  return { object: 'list', data, has_more: false, url: `/v1/checkout/sessions/${id}/line_items` }
}

/** Stripe expands four levels deep, no more. */
const deepest = 4

/**
 * Replaces references by the objects they name: `payment_intent.latest_charge`, in lists `data.payment_intent`.
 * @throws ApiError 400 for a path that leads to nothing that can be expanded.
 */
export function expand(store: Store, object: StoredObject | Event, paths: readonly string[]): Record<string, unknown> {
  const result: Record<string, unknown> = { ...structuredClone(object) }
  for (const path of paths) {
    const steps = path.split('.')
    if (steps.length > deepest) throw notExpandable(path)
    follow(store, result, steps, path)
  }
  return result
}

function follow(store: Store, object: Record<string, unknown>, steps: string[], path: string): void {
  const [step, ...rest] = steps
  if (step === undefined) return
  const kind = String(object['object'])
  const include = includable[`${kind}.${step}`]
  const target = expandable[kind]?.[step]
  if (include) object[step] ??= include(store, String(object['id']))
  else if (target) {
    const found = object[step]
    if (typeof found === 'string') object[step] = structuredClone(store.find(target, found) ?? found)
  } else throw notExpandable(path)

  const next = object[step]
  if (rest.length > 0 && isRecord(next)) follow(store, next, rest, path)
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const notExpandable = (path: string) =>
  new ApiError(400, {
    type: 'invalid_request_error',
    message: `This property cannot be expanded (${path}).`,
    param: 'expand',
  })
