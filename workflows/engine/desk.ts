import { condition, patched } from '@temporalio/workflow'
import type { OpenStep } from '../../db/tables/cases.ts'
import { Lapsed, type Duration } from '../agenda.ts'
import { dueDay, endOf, lapsesAt } from '../deadline.ts'
import { isHandingOver, type CaseMessage, type CaseStart, type RefusedReason } from '../protocol.ts'
import { now, type Journal } from './journal.ts'

/** How a step is asked; lengths and ends as an author gives them. */
interface Asking {
  within?: Duration
  until?: string
  due?: Duration
  anytime?: boolean
  not?: string[]
}

interface Opening {
  view: OpenStep
  /** Set by an answer that was taken. */
  answer?: { data: unknown; actor: CaseMessage['actor'] }
  /** Raised by a payment message: the gateway has something to say. */
  nudged?: boolean
}

/** Why what waits for the citizen stands still. */
export type Frozen = 'ended' | NonNullable<OpenStep['frozenBy']>
const whyOf = (why: Frozen): Pick<OpenStep, 'frozenBy'> => (why === 'ended' ? {} : { frozenBy: why })

/** The steps that wait for somebody, by key; takes answers, gives each to the branch that asked. */
export class Desk {
  readonly steps = new Map<string, Opening>()
  /** Who answered each step last: for four eyes. */
  readonly deciders = new Map<string, string>()
  #openings = 0
  #early: { message: CaseMessage; settle(reason?: RefusedReason): void }[] = []
  #nudgedEarly = false
  #journal: () => Journal
  #citizen: string
  /** The step that the house itself answers: the first one of an agenda which no citizen starts. */
  #houseStep: string | undefined
  /** In whose name the case is, and the mandate under which somebody acted in it last. */
  #principal: CaseStart['principal']
  #frozen: Frozen | undefined

  constructor(start: CaseStart, houseStep: string | undefined, journal: () => Journal) {
    this.#houseStep = houseStep
    this.#citizen = start.citizen.id
    this.#principal = start.principal
    this.#journal = journal
  }

  view(): OpenStep[] {
    return [...this.steps.values()]
      .filter(o => !o.answer)
      .map(o =>
        this.#frozen && o.view.by === 'citizen' ? { ...o.view, frozen: true, ...whyOf(this.#frozen) } : o.view,
      )
  }

  /**
   * A mandate has ended, or is suspended. When it is the one under which the case is led, what waits for the citizen freezes until
   * the principal or another agent of theirs goes on. True when it froze.
   */
  freeze(mandate: string, why: Frozen): boolean {
    if (this.#principal?.mandate !== mandate) return false
    this.#frozen = why
    return true
  }
  /** A suspended mandate is valid again. True when the case had waited for that. */
  thaw(mandate: string): boolean {
    if (this.#principal?.mandate !== mandate || this.#frozen !== 'suspended') return false
    this.#frozen = undefined
    return true
  }

  /** Opens a step. Its key is never used again, so an answer to an older opening is told apart. */
  open(step: string, rest: Omit<OpenStep, 'key' | 'step' | 'since'>): Opening {
    const opening: Opening = { view: { key: `${step}/${++this.#openings}`, step, since: now(), ...rest } }
    this.steps.set(opening.view.key, opening)
    this.#journal().log({ what: 'opened', step })
    if (rest.kind === 'pay' && this.#nudgedEarly && patched('2026-11-early-answers')) opening.nudged = true
    for (const one of this.#early.filter(({ message }) => message.stepKey === opening.view.key)) {
      this.#early = this.#early.filter(other => other !== one)
      one.settle(this.take(one.message))
    }
    return opening
  }
  close(opening: Opening): void {
    this.steps.delete(opening.view.key)
  }

  /** Opens a step and waits for its answer. A citizen's silence lapses it; an office's only makes it late. */
  async ask(step: string, by: string, o: Asking): Promise<unknown> {
    const until = o.within ? lapsesAt(now(), o.within) : o.until && endOf(o.until)
    const due = o.due && dueDay(now(), o.due)
    const opening = this.open(step, {
      kind: o.due ? 'clerk' : 'form',
      by,
      ...(until && { until }),
      ...(due && { due }),
      ...(o.anytime && { anytime: true }),
      ...(o.not?.length && { not: o.not }),
    })
    const answered = () => opening.answer !== undefined
    try {
      if (until) {
        if (!(await condition(answered, Math.max(1, Date.parse(until) - Date.now())))) {
          this.#journal().log({ what: 'lapsed', step })
          throw new Lapsed(step)
        }
      } else if (due) await this.#markLate(opening, due, answered)
      else await condition(answered)
    } finally {
      this.close(opening)
    }
    return opening.answer?.data
  }

  async #markLate(opening: Opening, due: string, answered: () => boolean): Promise<void> {
    if (!(await condition(answered, Math.max(1, Date.parse(endOf(due)) - Date.now())))) {
      opening.view = { ...opening.view, late: true }
      this.#journal().log({ what: 'late', step: opening.view.step })
      await condition(answered)
    }
  }

  /** Takes an answer, or says why not. */
  take(m: CaseMessage): RefusedReason | undefined {
    const opening = m.stepKey === undefined ? undefined : this.steps.get(m.stepKey)
    if (!opening || opening.answer || opening.view.kind === 'pay') return 'step-closed'
    const { step, not } = opening.view
    if (!this.#mayAnswer(opening.view, m.actor)) return 'not-for-you'
    if (not?.includes(m.actor.id)) return 'four-eyes'
    opening.answer = { data: m.data, actor: m.actor }
    this.deciders.set(step, m.actor.id)
    if (this.#principal && m.actor.for) this.#takenOver(m.actor)
    this.#journal().log({ what: 'answered', step, actor: m.actor, messageId: m.id })
    return undefined
  }

  /**
   * Whether an answer is to a step that the case has not come to. A workflow task shows its steps before the engine has taken it; when it
   * is given up then, the next one begins anew, and finds the answers already there.
   */
  isEarly({ stepKey }: CaseMessage): boolean {
    return Number(stepKey?.split('/').at(-1)) > this.#openings
  }
  /** Keeps an early answer until its step opens; tells what {@link take} says of it then. */
  keepEarly(message: CaseMessage): Promise<RefusedReason | undefined> {
    this.#journal().touch()
    return new Promise(settle => this.#early.push({ message, settle }))
  }
  /** The case rests and did not come to their steps. True when there were any. */
  refuseEarly(): boolean {
    const refused = this.#early
    this.#early = []
    for (const { settle } of refused) settle('step-closed')
    return refused.length > 0
  }

  /** Passes a clerk's step to another inbox of the town hall, or says why not. Its day stays: to the citizen the office is one. */
  handOver(m: CaseMessage): RefusedReason | undefined {
    const to = isHandingOver(m.data) ? m.data : undefined
    const opening = to && this.steps.get(to.stepKey)
    if (!opening || opening.answer || opening.view.kind !== 'clerk') return 'step-closed'
    if (m.actor.kind !== 'official') return 'not-for-you'
    const { step, key, by } = opening.view
    opening.view = { ...opening.view, by: to.role }
    const values = { key, from: by, to: to.role, reason: to.reason }
    this.#journal().log({ what: 'handed-over', step, actor: m.actor, messageId: m.id, values })
    return undefined
  }

  #mayAnswer({ step, kind, by }: OpenStep, actor: CaseMessage['actor']): boolean {
    // the house answers for an official where a bank statement has shown what they would say
    if (kind === 'clerk') return actor.kind === 'official' || actor.kind === 'system'
    if (step === this.#houseStep) return actor.kind === 'system'
    if (by !== 'citizen') return actor.kind === 'person' && actor.party === by
    return this.isCitizen(actor)
  }

  /** Whether somebody is the citizen of the case: the one who filed it, or acts for the principal in whose name it is. */
  isCitizen(actor: CaseMessage['actor']): boolean {
    if (actor.kind !== 'person') return false
    return this.#principal ? actor.for?.subject === this.#principal.subject : actor.id === this.#citizen
  }

  /** Who acts for the principal now leads the case, and is told what happens in it. */
  #takenOver(actor: CaseMessage['actor']): void {
    if (!this.#principal || actor.for?.subject !== this.#principal.subject) return
    this.#principal = { ...this.#principal, mandate: actor.for.mandate }
    this.#frozen = undefined
    this.#journal().addressee(actor.id)
  }

  /** A payment message wakes the branch that waits for the gateway, or will. */
  nudge(): void {
    const paying = [...this.steps.values()].filter(({ view }) => view.kind === 'pay')
    for (const opening of paying) opening.nudged = true
    if (paying.length === 0) this.#nudgedEarly = true
  }
}
