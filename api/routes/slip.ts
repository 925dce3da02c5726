import { houseActor } from '../../db/house.ts'
import Type from 'typebox'
import { Puzzle, Slip, SlipPayment } from '../contract.ts'
import { Refusal } from '../errors.ts'
import { fileMessage } from '../filing.ts'
import { receive } from '../receiving.ts'
import { route } from '../route.ts'
import { changesOf } from '../live-events.ts'
import { fileSlip } from '../slip/filing.ts'
import { newPuzzle } from '../slip/puzzle.ts'
import { caseOfPayer, receiptOf, slipView } from '../slip/view.ts'

const ticket = { ticket: Type.String({ pattern: '^[\\w-]{43}$' }) }

/** Paying what a slip (složenka) says, without signing in. */
export const slip = [
  route({
    method: 'get',
    path: '/api/slip/puzzle',
    summary: 'A puzzle for the machine of whoever wants to pay a slip, instead of pictures for people.',
    who: 'anyone',
    quiet: true,
    answers: { 200: Puzzle },
    handle: async (_, { settings, now }) => ({ status: 200, body: newPuzzle(settings.caseKey, now()) }),
  }),
  route({
    method: 'post',
    path: '/api/slip',
    summary:
      'Begins the payment of the debt whose slip says this symbol and amount. Whatever does not fit is answered alike: the portal does not say why.',
    who: 'anyone',
    limit: 'slip',
    body: Slip,
    answers: { 201: SlipPayment, 202: SlipPayment },
    refuses: ['slip-unknown', 'slip-puzzle', 'slip-too-many'],
    async handle(ctx, deps) {
      const id = await fileSlip(deps, ctx)
      const done = await receive(deps, ctx, id, ctx.body.id)
      return { status: done ? 201 : 202, body: await slipView(deps, id) }
    },
  }),
  route({
    method: 'get',
    path: '/api/slip/:ticket',
    summary: 'The payment of a slip, for whoever holds its ticket.',
    who: 'anyone',
    params: ticket,
    answers: { 200: SlipPayment },
    refuses: ['not-yours'],
    handle: async ({ params }, deps) => ({ status: 200, body: await slipView(deps, caseOfPayer(deps, params.ticket)) }),
  }),
  route({
    method: 'get',
    path: '/api/slip/:ticket/live',
    summary: 'Server-sent events: `changed` after each record of the payment’s case.',
    who: 'anyone',
    quiet: true,
    params: ticket,
    answers: { 200: 'events' },
    refuses: ['not-yours'],
    async handle({ params }, deps) {
      const id = caseOfPayer(deps, params.ticket)
      await slipView(deps, id)
      return { status: 200, stream: changesOf(deps, id) }
    },
  }),
  route({
    method: 'post',
    path: '/api/slip/:ticket/return',
    summary: 'The payer is back from the card page: the gateway is asked, so that nobody need wait for its webhook.',
    who: 'anyone',
    params: ticket,
    answers: { 200: SlipPayment },
    refuses: ['not-yours'],
    async handle(ctx, deps) {
      const caseId = caseOfPayer(deps, ctx.params.ticket)
      const view = await slipView(deps, caseId)
      if (view.pending || (view.state !== 'open' && view.state !== 'connecting')) return { status: 200, body: view }
      const id = crypto.randomUUID()
      const data = { because: 'returned' }
      await fileMessage(deps.db, { id, caseId, kind: 'payment', actor: houseActor, data })
      await receive(deps, ctx, caseId, id)
      return { status: 200, body: await slipView(deps, caseId) }
    },
  }),
  route({
    method: 'get',
    path: '/api/slip/:ticket/receipt',
    summary: 'The receipt of a paid slip as PDF. It names neither the debtor nor the debt.',
    who: 'anyone',
    params: ticket,
    answers: { 200: 'pdf' },
    refuses: ['not-yours', 'document-not-ready'],
    async handle({ params }, deps) {
      const id = caseOfPayer(deps, params.ticket)
      await slipView(deps, id)
      const receipt = await receiptOf(deps.db, id)
      if (!receipt?.bytes) throw new Refusal(receipt ? 'document-not-ready' : 'not-yours')
      const name = `receipt-${receipt.number}`.replace(/[^\w.-]+/g, '-')
      const headers = { 'Content-Disposition': `attachment; filename="${name}.pdf"` }
      return { status: 200, headers, body: Buffer.from(receipt.bytes) }
    },
  }),
]
