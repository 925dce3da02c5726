import { inject } from 'vitest'
import type { DemoRegisters, Gateway, IdentityProvider, Mailbox } from '../dev/services.ts'
import type { Part } from '../dev/supervise.ts'
import type { reachable } from './control.ts'

/** The same object called from afar: every method answers with a promise, every plain value is asked for by calling it. */
export type Remote<T> = {
  [K in keyof T]-?: T[K] extends (...args: infer A) => infer R
    ? (...args: A) => Promise<Awaited<R>>
    : T[K] extends object
      ? Remote<T[K]>
      : () => Promise<T[K]>
}

type Reachable = Record<(typeof reachable)[number], unknown> & {
  api: Part
  worker: Part
  postgres: Part
  temporal: Part
  gateway: Gateway
  identity: IdentityProvider
  mailbox: Mailbox
  registers: DemoRegisters
}

/**
 * The portal that live, fault and browser tests share. Its parts are called from afar, arguments and results as JSON:
 * `await stack.worker.kill()`, `await stack.temporal.stop()`, `await stack.gateway.controls.…(…)`.
 */
export const stack = {
  ...inject('stack'),
  ...Object.fromEntries(
    (['api', 'worker', 'postgres', 'temporal', 'gateway', 'identity', 'mailbox', 'registers'] as const).map(name => [
      name,
      far([name]),
    ]),
  ),
} as ReturnType<typeof inject<'stack'>> & Remote<Reachable>

/** A stand-in for whatever lies at the path: reading goes one deeper, calling calls it there. */
function far(path: string[]): unknown {
  return new Proxy(() => {}, {
    // A thing with `then` would be taken for a promise.
    get: (_, name) => (name === 'then' || typeof name === 'symbol' ? undefined : far([...path, name])),
    apply: (_, __, args: unknown[]) => ask(path, args),
  })
}

async function ask(path: string[], args: unknown[]): Promise<unknown> {
  const response = await fetch(inject('stack').control, { method: 'POST', body: JSON.stringify({ path, args }) })
  const answer = (await response.json()) as { result?: unknown; error?: string }
  if (answer.error !== undefined) throw new Error(`stack.${path.join('.')}: ${answer.error}`)
  return answer.result
}
