import type { Draft } from '../../api/contract.ts'
import { ApiProblem } from '../api.ts'
import { forget, keep, recall } from './kept.ts'
import type { Remote } from './remote.ts'

/** What a form knows of its draft. */
export interface DraftState {
  phase: 'loading' | 'open'
  /** Grows whenever the form's data are replaced from outside, so that the form begins anew with `current()`. */
  generation: number
  /** When what is shown was typed earlier (ISO); null when the form begins anew or is only being filled now. */
  restored: string | null
  saving: 'idle' | 'waiting' | 'failed'
  savedAt: string | null
  /** The version of another window or device, between which and this one the person must choose. */
  theirs: Draft | null
}

const beforeSaving = 800

/**
 * The draft of one form: kept in the tab at once, sent to the portal soon after the last change, one at a time. When
 * another device was faster it stops and asks. It lives longer than the page that shows it, so that changing the
 * language or looking elsewhere loses nothing. Without a remote it keeps in the tab alone.
 */
export class DraftKeeper {
  readonly #name: string | null
  readonly #remote: Remote | null
  readonly #heard = new Set<() => void>()
  #state: DraftState = {
    phase: 'loading',
    generation: 0,
    restored: null,
    saving: 'idle',
    savedAt: null,
    theirs: null,
  }
  /** The newest data, whether the portal has them, and the version they change. */
  #data: unknown
  #dirty = false
  #version = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #sending: Promise<void> | null = null
  #opening: Promise<void> | null = null
  #closed = false

  constructor(name: string | null, remote: Remote | null) {
    this.#name = name
    this.#remote = remote
  }

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#heard.add(listener)
    return () => this.#heard.delete(listener)
  }
  readonly state = (): DraftState => this.#state
  /** The form has been sent, or is being given up: another keeper begins anew. */
  get closed(): boolean {
    return this.#closed
  }

  /** Begins with what was typed before, in this tab or on another device; else with `initial`. Once is enough. */
  open(initial: unknown): Promise<void> {
    return (this.#opening ??= this.#open(initial))
  }

  /** The newest data of the form, for one that is shown anew. */
  current(): unknown {
    return this.#data
  }

  change(data: unknown): void {
    if (this.#closed) return
    this.#data = data
    this.#dirty = true
    this.#keep()
    this.#later()
  }

  /** Sends what waits at once: the page is being left, or the connection is back. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    if (!this.#remote || !this.#dirty || this.#closed || this.#state.theirs) return
    this.#sending ??= this.#send(this.#remote).finally(() => {
      this.#sending = null
    })
    await this.#sending
  }

  keepMine(): Promise<void> {
    this.#version = this.#state.theirs?.version ?? this.#version
    this.#dirty = true
    this.#set({ theirs: null })
    return this.flush()
  }

  takeTheirs(): void {
    const { theirs } = this.#state
    if (!theirs) return
    this.#version = theirs.version
    this.#forget()
    this.#show(theirs.data, { restored: theirs.updatedAt })
  }

  async startOver(initial: unknown): Promise<void> {
    clearTimeout(this.#timer)
    await this.#sending
    this.#version = 0
    this.#forget()
    this.#show(initial, { restored: null })
    await this.#remote?.remove().catch(() => undefined)
  }

  /** The form has been sent: the draft is not needed any more. */
  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    this.#forget()
    await this.#sending
    await this.#remote?.remove().catch(() => undefined)
  }

  async #open(initial: unknown): Promise<void> {
    const kept = this.#name === null ? null : recall(this.#name)
    // No connection, or no session any more: what is kept in the tab is shown, and the portal is asked at the first saving.
    const draft = (await this.#remote?.get().catch(() => null)) ?? null
    this.#version = draft?.version ?? 0
    if (!kept) {
      this.#show(draft ? draft.data : initial, { restored: draft?.updatedAt ?? null })
      return
    }
    const same = draft && sameJson(draft.data, kept.data)
    this.#show(kept.data, { restored: kept.at })
    if (same) this.#forget()
    if (!this.#remote || same) return
    this.#dirty = true
    this.#keep()
    if (draft && draft.version > kept.version) this.#set({ theirs: draft })
    else this.#later()
  }

  #show(data: unknown, { restored }: { restored: string | null }): void {
    this.#data = data
    this.#dirty = false
    const generation = this.#state.generation + 1
    this.#set({ phase: 'open', generation, restored, theirs: null, saving: 'idle' })
  }

  async #send(remote: Remote): Promise<void> {
    while (this.#dirty && !this.#closed) {
      const data = this.#data
      this.#dirty = false
      this.#set({ saving: 'waiting' })
      try {
        const draft = await remote.put(data, this.#version)
        this.#version = draft.version
        if (!this.#dirty) this.#forget()
        this.#set({ saving: 'idle', savedAt: draft.updatedAt })
      } catch (cause) {
        this.#dirty = true
        if (!(cause instanceof ApiProblem) || cause.status !== 409) return this.#set({ saving: 'failed' })
        if (!(await this.#outrun(remote))) return
      }
    }
  }

  /** Another version was there before ours. True when there is nothing to choose from, so that saving may go on. */
  async #outrun(remote: Remote): Promise<boolean> {
    const theirs = await remote.get().catch(() => undefined)
    const known = this.#version
    this.#version = theirs?.version ?? 0
    // Deleted elsewhere meanwhile: what is typed here begins a new draft.
    if (theirs === null && known !== 0) return true
    if (theirs && sameJson(theirs.data, this.#data)) return true
    this.#set(theirs ? { saving: 'idle', theirs } : { saving: 'failed' })
    return false
  }

  #keep(): void {
    if (this.#name !== null)
      keep(this.#name, { data: this.#data, version: this.#version, at: new Date().toISOString() })
  }

  #forget(): void {
    if (this.#name !== null) forget(this.#name)
  }

  #later(): void {
    clearTimeout(this.#timer)
    if (this.#remote) this.#timer = setTimeout(() => void this.flush(), beforeSaving)
  }

  #set(change: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#heard) listener()
  }
}

/** The portal keeps the keys of an object in an order of its own. */
const sameJson = (one: unknown, other: unknown): boolean => inOrder(one) === inOrder(other)
const inOrder = (data: unknown): string | undefined =>
  JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
