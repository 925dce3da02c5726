import type { Db } from '../../db/database.ts'
import { idOfTicket } from '../../activities/tickets.ts'
import { payAtDesk } from '../debts.ts'
import { checkoutOf, openSlip, slipOf, slipSeen } from '../slips.ts'
import { stack } from '../stack.ts'
import { caseKey, skipTime } from '../temporal.ts'

const { controls } = stack.gateway

/** Tickets of slips, each brought to one state and left there. */
export interface SlipScenes {
  open: string
  posted: string
  review: string
  expired: string
}

/** Brings slips of made-up debtors to the states that their payers see. */
export async function slipScenes(db: Db): Promise<SlipScenes> {
  const [open, posted, review, expired] = await Promise.all([begun(db), begun(db), begun(db), begun(db)])
  await controls.pay(checkoutOf(posted.view))
  await payAtDesk(db, review.slip.debt, review.slip.amount)
  await controls.pay(checkoutOf(review.view))
  await skipTime(idOfTicket(caseKey(), 'slip', expired.view.ticket) ?? '')
  await slipSeen(posted.view.ticket, ({ state, receipt }) => state === 'posted' && receipt)
  await slipSeen(review.view.ticket, ({ state, receipt }) => state === 'review' && receipt)
  await slipSeen(expired.view.ticket, ({ state }) => state === 'expired')
  return {
    open: open.view.ticket,
    posted: posted.view.ticket,
    review: review.view.ticket,
    expired: expired.view.ticket,
  }
}

async function begun(db: Db) {
  const slip = await slipOf(db)
  return { slip, view: await openSlip(slip) }
}
