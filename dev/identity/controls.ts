import type { LoginFault, Outage } from './faults.ts'
import { isLoginFault, isOutage } from './faults.ts'

export type ControlState = {
  /** which part answers 503 */
  down: Outage
  /** what goes wrong with the next login; back to 'none' once used */
  next: LoginFault
}

/** The levers of the provider, for tests and for the page under /_control. */
export type Controls = {
  state(): ControlState
  set(change: Partial<ControlState>): void
  /** signs by a new key; `keepOld: false` also withdraws the old ones, as after a leak */
  rotateKeys(options?: { keepOld?: boolean }): void
  /** the fault of the login that is just being answered; clears what was armed */
  takeNext(): LoginFault
}

/** Controls in their resting state; `rotate` is what changing the keys really does. */
export function createControls(rotate: (keepOld: boolean) => void): Controls {
  let state: ControlState = { down: 'nothing', next: 'none' }
  return {
    state: () => state,
    set: change => void (state = { ...state, ...change }),
    rotateKeys: ({ keepOld = true } = {}) => rotate(keepOld),
    takeNext() {
      const { next } = state
      state = { ...state, next: 'none' }
      return next
    },
  }
}

/** A request for a change that does not make sense; `message` says which word is wrong. */
export class UnknownControl extends Error {}

/**
 * Does what a JSON body asks for: `{ down?, next?, rotateKeys?: 'keep-old' | 'drop-old', reset?: true }`.
 * @throws UnknownControl for any other word
 */
export function applyControls(controls: Controls, body: unknown): void {
  if (typeof body !== 'object' || body === null) throw new UnknownControl('The body must be a JSON object.')
  for (const [name, value] of Object.entries(body)) {
    if (name === 'reset' && value === true) controls.set({ down: 'nothing', next: 'none' })
    else if (name === 'down' && isOutage(value)) controls.set({ down: value })
    else if (name === 'next' && isLoginFault(value)) controls.set({ next: value })
    else if (name === 'rotateKeys' && (value === 'keep-old' || value === 'drop-old'))
      controls.rotateKeys({ keepOld: value === 'keep-old' })
    else throw new UnknownControl(`Unknown control ${name}: ${JSON.stringify(value)}`)
  }
}
