import type { Static } from 'typebox'
import type { Acting } from '../../audit.ts'
import type { OfficialCaller } from '../../auth/session.ts'
import { Month, MonthConfirmation, MonthProposal, MonthView, UnclosedDays } from '../../contract.ts'
import type { Deps } from '../../deps.ts'
import { confirmMonth, proposeMonth, withdrawMonth } from '../../money/months/closing.ts'
import { unclosedDays } from '../../money/months/unclosed.ts'
import { monthView } from '../../money/months/view.ts'
import { route } from '../../route.ts'

/** Who keeps the city's money. */
const who = { role: 'treasurer' } as const
const params = { month: Month }

const payoutsOf = ({ city }: Deps) => city.cardPayouts.map(({ iban }) => iban)
const closing = (
  ctx: Acting & { who: OfficialCaller; params: { month: string }; body: Static<typeof MonthConfirmation> },
  deps: Deps,
) => ({
  ...{ month: ctx.params.month, seal: ctx.body.seal, payouts: payoutsOf(deps) },
  by: { id: ctx.who.official.id, acting: ctx },
})

export const months = [
  route({
    method: 'get',
    path: '/api/money/days',
    summary: 'Days with money that are over and not closed, the oldest first, with what differs; and the months.',
    who,
    answers: { 200: UnclosedDays },
    handle: async (_, deps) => ({ status: 200, body: await unclosedDays(deps.db, payoutsOf(deps), deps.now()) }),
  }),
  route({
    method: 'get',
    path: '/api/money/months/:month',
    summary: 'A month of the city’s money: its days, how the closing of each stands, and control totals.',
    who,
    params,
    answers: { 200: MonthView },
    handle: async (ctx, deps) => ({
      status: 200,
      body: await monthView(deps.db, ctx.params.month, payoutsOf(deps), deps.now()),
    }),
  }),
  route({
    method: 'post',
    path: '/api/money/months/:month/closing',
    summary: 'Proposes that a month be closed, once each of its days with money is; another treasurer confirms.',
    who,
    params,
    body: MonthProposal,
    answers: { 204: null },
    refuses: ['month-not-over', 'month-open-days', 'month-changed', 'month-unexplained', 'month-taken'],
    async handle(ctx, deps) {
      await proposeMonth(deps.db, closing(ctx, deps), ctx.body.note ?? '', deps.now())
      return { status: 204 }
    },
  }),
  route({
    method: 'post',
    path: '/api/money/months/:month/closing/confirmation',
    summary: 'Closes a month that another treasurer has proposed to close.',
    who,
    params,
    body: MonthConfirmation,
    answers: { 204: null },
    refuses: ['four-eyes', 'month-changed', 'month-taken'],
    async handle(ctx, deps) {
      await confirmMonth(deps.db, closing(ctx, deps))
      return { status: 204 }
    },
  }),
  route({
    method: 'delete',
    path: '/api/money/months/:month/closing',
    summary: 'Takes back a proposal to close a month; one that is confirmed stays.',
    who,
    params,
    answers: { 204: null },
    refuses: ['month-taken'],
    async handle(ctx, deps) {
      await withdrawMonth(deps.db, { month: ctx.params.month, by: { id: ctx.who.official.id, acting: ctx } })
      return { status: 204 }
    },
  }),
]
