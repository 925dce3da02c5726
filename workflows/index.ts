import {
  ApplicationFailure,
  CancellationScope,
  allHandlersFinished,
  condition,
  isCancellation,
  patched,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow'
import { isWithdrawable, Lapsed } from './agenda.ts'
import { agendas } from './agendas/index.ts'
import { derived } from './engine/derive.ts'
import { Desk } from './engine/desk.ts'
import { Journal } from './engine/journal.ts'
import { mandateTurned } from './engine/mandate-turn.ts'
import { CaseMoney } from './engine/money.ts'
import { takeNote } from './engine/notes.ts'
import type { PayStep } from './engine/pay.ts'
import { Unsigned } from './engine/signatures.ts'
import { verbs } from './engine/verbs.ts'
import { message, type CaseMessage, type CaseStart, type RefusedReason } from './protocol.ts'

/**
 * Every agenda runs here; the workflow type is the agenda's id, the workflow id the case's.
 * Gives the outcome. A fault in agenda code fails the workflow task only: the case waits for the mended release.
 */
export default async function run(start: CaseStart): Promise<string> {
  const { workflowId: id, workflowType } = workflowInfo()
  const agenda = agendas.get(workflowType)
  if (!agenda) throw ApplicationFailure.nonRetryable(`There is no agenda ${workflowType}.`)

  const desk: Desk = new Desk(start, agenda.starts === 'house' ? agenda.first : undefined, () => journal)
  const journal: Journal = new Journal({ caseId: id, personId: start.citizen.id, agenda: agenda.id }, desk)
  const money = new CaseMoney()
  const seen = new Set<string>()
  let ended = false
  /** How the case ends when it is cancelled: taken back, or together with the mandate that it keeps. */
  let cancelledAs = 'withdrawn'
  let made = 0
  const next = () => derived(id, ++made)

  const scope = new CancellationScope()
  // runs to its first open step before the message that came with the start is handled
  const running = scope.run(() => agenda.run(verbs(agenda, { id, start, next }, desk, journal, money)))
  const outcome = running.catch((error: unknown) => {
    if (error instanceof Lapsed) return 'lapsed'
    if (error instanceof Unsigned) return 'unsigned'
    if (isCancellation(error)) return cancelledAs
    throw error
  })

  async function withdraw(m: CaseMessage): Promise<RefusedReason | undefined> {
    const open = desk.view().map(({ step }) => step)
    if (!agenda || !isWithdrawable(agenda, open)) return 'not-withdrawable'
    if (!desk.isCitizen(m.actor)) return 'not-for-you'
    const released: PayStep[] = []
    try {
      for (const payment of money.payments) {
        released.push(payment)
        if (!(await payment.release())) return 'paid-meanwhile'
      }
      if (ended) return 'case-closed'
      if (money.holds && patched('2026-11-money-is-decided')) return money.holds
      journal.log({ what: 'answered', step: 'withdraw', actor: m.actor, messageId: m.id })
      scope.cancel()
      return undefined
    } finally {
      for (const payment of released) payment.stay()
    }
  }
  const end = (outcome: string) => {
    cancelledAs = outcome
    scope.cancel()
  }

  setHandler(message, async m => {
    if (seen.has(m.id)) return
    seen.add(m.id)
    // news of money must not end here: told once more, to the closed case, it becomes a case of its own
    if (ended && m.kind === 'payment') return
    if (ended) return journal.answered(m.id, 'case-closed')
    if (m.kind === 'note') return takeNote(m, journal)
    if (m.kind === 'withdraw') return journal.answered(m.id, await withdraw(m))
    if (m.kind === 'payment') desk.nudge()
    if (m.kind === 'hand-over') return journal.answered(m.id, desk.handOver(m))
    if (m.kind === 'mandate') await mandateTurned(m, { desk, journal, payments: money.payments, next, end })
    if (m.kind !== 'answer') return journal.answered(m.id)
    const early = desk.isEarly(m) && patched('2026-11-early-answers')
    journal.answered(m.id, early ? await desk.keepEarly(m) : desk.take(m))
  })

  const keeping = new CancellationScope()
  const kept = keeping.run(() => journal.keep())
  // a record that cannot be written must fail the task, not be forgotten
  const fault = kept.catch((error: unknown) => {
    if (!isCancellation(error)) throw error
  })
  const how = await Promise.race([outcome, fault.then(() => outcome)])
  ended = true
  desk.refuseEarly()
  await condition(allHandlersFinished)
  keeping.cancel()
  await journal.close(how)
  return how
}
