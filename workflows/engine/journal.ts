import { CancellationScope, condition, workflowInfo } from '@temporalio/workflow'
import type { CaseHappening, CaseRecord } from '../../activities/records.ts'
import type { OpenStep } from '../../db/tables/cases.ts'
import { recordCase } from './hands.ts'

type Batch = Pick<CaseRecord, 'events' | 'answered' | 'notifications' | 'documents' | 'invited'>
const empty = (): Batch => ({ events: [], answered: [], notifications: [], documents: [] })

/**
 * Collects what happens in a case and writes it as one record whenever every branch waits again.
 * A branch that waits for an outside step the next view needs holds the record back (`busy`).
 */
export class Journal {
  #batch = empty()
  #dirty = false
  #busy = 0
  /** Grows with everything that happens: tells whether the branches still move. */
  #moves = 0
  #seq = 0
  /** Happenings told in earlier records. */
  #told = 0
  /** The workflow task under way: the length of its history, and when it began. */
  #task = { history: 0, since: '' }
  #writing = false
  #closing = false
  #head: Pick<CaseRecord, 'caseId' | 'personId' | 'agenda'>
  #open: () => OpenStep[]
  #refuseEarly: () => boolean

  /** `desk`: what waits for somebody, and how answers that came before their step are refused (true when there were any). */
  constructor(
    head: Pick<CaseRecord, 'caseId' | 'personId' | 'agenda'>,
    desk: { view(): OpenStep[]; refuseEarly(): boolean },
  ) {
    this.#head = head
    this.#open = () => desk.view()
    this.#refuseEarly = () => desk.refuseEarly()
  }

  log(happening: Omit<CaseHappening, 'at'>): void {
    this.#batch.events.push({ at: now(), ...happening })
    this.touch()
  }
  answered(id: string, reason?: string): void {
    this.#batch.answered.push({ id, state: reason ? 'refused' : 'done', ...(reason && { reason }) })
    this.touch()
  }
  /** A message to the citizen about something that is told of already. */
  send(notification: CaseRecord['notifications'][number]): void {
    this.#batch.notifications.push(notification)
    this.touch()
  }
  notify(notification: CaseRecord['notifications'][number]): void {
    this.#batch.notifications.push(notification)
    const { text, values, to, party } = notification
    this.log({ what: 'notified', values: { text, ...values, ...(to && { $to: to }), ...(party && { $party: party }) } })
  }
  invite(party: NonNullable<CaseRecord['invited']>[number]): void {
    this.#batch.invited = [...(this.#batch.invited ?? []), party]
    this.log({ what: 'invited', values: { role: party.role, name: party.name } })
  }
  /** From now on messages without another addressee go to this account; to nobody when there is none. */
  addressee(person: string | null): void {
    this.#head = { ...this.#head, personId: person }
  }
  issue(document: CaseRecord['documents'][number]): void {
    this.#batch.documents.push(document)
    this.log({ what: 'issued', values: { document: document.id, kind: document.kind } })
  }
  /** The view changed without a happening (a payment's address came). */
  touch(): void {
    this.#dirty = true
    this.#moves++
    this.#begin()
  }
  /** Whatever a workflow task does passes here, so what it does first tells when it began. */
  #begin(): void {
    const { historyLength: history } = workflowInfo()
    if (history !== this.#task.history) this.#task = { history, since: now() }
  }

  /** Holds the record back while `step` runs; `step` may let go earlier. */
  async during<T>(step: (letGo: () => void) => Promise<T>): Promise<T> {
    this.#busy++
    this.#moves++
    this.#begin()
    let held = true
    const letGo = () => {
      this.#begin()
      if (held) this.#busy--
      held = false
    }
    try {
      return await step(letGo)
    } finally {
      letGo()
    }
  }

  /** Writes record after record until the case ends; runs beside the agenda. */
  async keep(): Promise<void> {
    for (;;) {
      await condition(() => this.#dirty && this.#busy === 0)
      await this.#quiet()
      // the end may come while the branches settle: the last record then carries all, and nothing may follow it
      if (this.#closing) return
      // what was refused moves the case once more
      if (this.#busy === 0 && !this.#refuseEarly()) await this.#write({ state: 'open' })
    }
  }

  /**
   * One answer sets several branches off, each a few promises from its next step. The record waits until the isolate has
   * emptied its queue twice and nothing moved. Counting turns of the queue would do, too, but Temporal keeps the stack of every
   * promise: that was a third of a case's work in the isolate.
   */
  async #quiet(): Promise<void> {
    for (let still = 0; still < 2;) {
      const seen = this.#moves
      await emptied()
      still = seen === this.#moves ? still + 1 : 0
    }
  }
  /** The last record. */
  async close(outcome: string): Promise<void> {
    this.#closing = true
    this.log({ what: 'closed', values: { outcome } })
    await condition(() => !this.#writing)
    await this.#write({ state: 'closed', outcome })
  }
  get settled(): boolean {
    return !this.#dirty && !this.#writing
  }

  async #write(end: Pick<CaseRecord, 'state' | 'outcome'>): Promise<void> {
    const batch = this.#batch
    this.#batch = empty()
    this.#dirty = false
    this.#writing = true
    this.#begin()
    const told = { since: this.#task.since, from: this.#told }
    this.#told += batch.events.length
    try {
      await CancellationScope.nonCancellable(() =>
        recordCase({ ...this.#head, seq: ++this.#seq, told, ...end, open: this.#open(), ...batch }),
      )
    } finally {
      this.#writing = false
    }
  }
}

/** Resolves when every promise that could go on has done so: conditions are asked once the queue is empty, here from the second time. */
function emptied(): Promise<void> {
  let asked = false
  return condition(() => asked || !(asked = true))
}

/** The workflow's clock (deterministic in the isolate), as an ISO instant. */
export const now = (): string => new Date().toISOString()
