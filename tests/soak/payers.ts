import { setTimeout } from 'node:timers/promises'
import type { CaseView } from '../../api/contract.ts'
import type { Db } from '../../db/database.ts'
import { payAtDesk } from '../debts.ts'
import { gatewayClient } from '../gateway.ts'
import { cards, comeBack, file, payer, withdraw } from '../paying.ts'
import { caseOf } from '../portal.ts'
import { stack } from '../stack.ts'
import type { Move, Schedule } from './schedule.ts'
import type { Visitor } from '../visitor.ts'

const { controls } = stack.gateway

/** One payer of a wave, before anything breaks. */
export interface Payer {
  schedule: Schedule
  who: Visitor
  debt: string
  /** Disputes that were opened, each with how it ends. */
  disputes: { id: string; verdict: 'won' | 'lost' }[]
}

export async function payerOf(db: Db, schedule: Schedule): Promise<Payer> {
  const { who, debts } = await payer(db, schedule.amount)
  return { schedule, who, debt: debts[0] ?? '', disputes: [] }
}

/** A payer does what stands in the schedule. What is refused, or fails because something is down, is left as it is. */
export async function act(db: () => Db, one: Payer): Promise<void> {
  let sessions: string[] = []
  let current: string | undefined
  const { who, debt, schedule } = one
  const begin = async () => {
    const { body } = await file(who, [{ liability: debt, amount: schedule.amount }])
    if (typeof body.id === 'string') current = body.id
  }
  const page = async (): Promise<string | undefined> => {
    for (let tries = 0; tries < 10 && current; tries++) {
      const view: Partial<CaseView> = await caseOf(who, current)
      const session = view.payment?.url?.split('/').at(-1)
      if (session) {
        sessions = [...sessions, session]
        return session
      }
      await setTimeout(100)
    }
    return sessions.at(-1)
  }
  const attempt = (work: () => Promise<unknown>) => work().catch(() => undefined)

  // whoever meets an outage tries again
  for (let tries = 0; tries < 8 && current === undefined; tries++) {
    await attempt(begin)
    if (current === undefined) await setTimeout(250)
  }
  for (const move of schedule.moves) await attempt(() => make(move, { db, one, page, current: () => current, begin }))
}

interface Hands {
  db: () => Db
  one: Payer
  page(): Promise<string | undefined>
  current(): string | undefined
  begin(): Promise<void>
}

async function make(move: Move, { db, one, page, current, begin }: Hands): Promise<void> {
  const { who, debt, schedule, disputes } = one
  const session = 'wait' === move.do ? undefined : await page()
  switch (move.do) {
    case 'wait':
      await setTimeout(move.ms)
      return
    case 'pay':
      if (session) await controls.pay(session, cards[move.card])
      return
    case 'bring-other':
      if (session) await controls.bringOther(session, move)
      return
    case 'come-back':
      await comeBack(who, current() ?? '')
      return
    case 'withdraw':
      await withdraw(who, current() ?? '')
      return
    case 'pay-at-desk':
      await payAtDesk(db(), debt, schedule.amount)
      return
    case 'file-again':
      await begin()
      return
    case 'dispute':
      if (session) disputes.push({ id: await controls.dispute(session), verdict: move.verdict })
      return
    case 'refund-outside': {
      if (!session) return
      const { payment_intent: intent, amount_total: total } = await gatewayClient().checkout.sessions.retrieve(session)
      const amount = Math.max(1, Math.floor(((total ?? 0) * move.percent) / 100))
      if (typeof intent === 'string') await gatewayClient().refunds.create({ payment_intent: intent, amount })
    }
  }
}
