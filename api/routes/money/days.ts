import { sql } from 'kysely'
import Type from 'typebox'
import { isDay } from '../../../forms/day.ts'
import { audit } from '../../audit.ts'
import type { OfficialCaller } from '../../auth/session.ts'
import { DayConfirmation, DayEntries, DayEntriesQuery, DayProposal, DayView, EventResolution } from '../../contract.ts'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../errors.ts'
import { inboxesOf } from '../../inbox/reach.ts'
import { confirmClosing, proposeClosing, withdrawClosing } from '../../money/days/closing.ts'
import { dayCsv } from '../../money/days/csv.ts'
import { entryPage, type Asked } from '../../money/days/listing.ts'
import { dayView } from '../../money/days/view.ts'
import { route } from '../../route.ts'

/** Who keeps the city's money. */
const who = { role: 'treasurer' } as const
const pageSize = 100

const payoutsOf = ({ city }: Deps) => city.cardPayouts.map(({ iban }) => iban)
const params = { day: Type.String({ pattern: '^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}$' }) }
function dayIn({ day }: { day: string }): string {
  if (!isDay(day)) throw new Refusal('not-yours')
  return day
}
const asked = (given: { day: string }, { official }: OfficialCaller, deps: Deps): Asked => ({
  day: dayIn(given),
  payouts: payoutsOf(deps),
  inboxes: inboxesOf(official),
})

export const days = [
  route({
    method: 'get',
    path: '/api/money/days/:day',
    summary: 'A day of the city’s money: gateway, orders, ledger and bank side by side, and what waits for a person.',
    who,
    params,
    answers: { 200: DayView },
    refuses: ['not-yours'],
    handle: async (ctx, deps) => ({
      status: 200,
      body: await dayView(deps.db, asked(ctx.params, ctx.who, deps), deps.now()),
    }),
  }),
  route({
    method: 'get',
    path: '/api/money/days/:day/entries',
    summary: 'Each payment, refund and movement of the account on a day, of one bucket or all.',
    who,
    params,
    query: DayEntriesQuery,
    answers: { 200: DayEntries },
    refuses: ['not-yours'],
    handle: async (ctx, deps) => ({
      status: 200,
      body: await entryPage(deps.db, asked(ctx.params, ctx.who, deps), { ...ctx.query, size: pageSize }),
    }),
  }),
  route({
    method: 'get',
    path: '/api/money/days/:day/csv',
    summary: 'The same as CSV, all of the day.',
    who,
    params,
    answers: { 200: 'file' },
    refuses: ['not-yours'],
    async handle(ctx, deps) {
      const it = asked(ctx.params, ctx.who, deps)
      const { entries } = await entryPage(deps.db, it, {})
      const headers = {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="day-${it.day}.csv"`,
        'Cache-Control': 'private, no-store',
      }
      return { status: 200, headers, body: dayCsv(entries) }
    },
  }),
  route({
    method: 'post',
    path: '/api/money/days/:day/closing',
    summary: 'Proposes that a day be closed with the totals that were seen; another treasurer confirms.',
    who,
    params,
    body: DayProposal,
    answers: { 204: null },
    refuses: ['not-yours', 'day-not-over', 'day-changed', 'day-unexplained', 'day-taken'],
    async handle(ctx, deps) {
      const closing = { day: dayIn(ctx.params), seal: ctx.body.seal, payouts: payoutsOf(deps) }
      const by = { id: ctx.who.official.id, acting: ctx }
      await proposeClosing(deps.db, { ...closing, by }, ctx.body.note ?? '', deps.now())
      return { status: 204 }
    },
  }),
  route({
    method: 'post',
    path: '/api/money/days/:day/closing/confirmation',
    summary: 'Closes a day that another treasurer has proposed to close.',
    who,
    params,
    body: DayConfirmation,
    answers: { 204: null },
    refuses: ['not-yours', 'four-eyes', 'day-changed', 'day-taken'],
    async handle(ctx, deps) {
      const closing = { day: dayIn(ctx.params), seal: ctx.body.seal, payouts: payoutsOf(deps) }
      await confirmClosing(deps.db, { ...closing, by: { id: ctx.who.official.id, acting: ctx } })
      return { status: 204 }
    },
  }),
  route({
    method: 'delete',
    path: '/api/money/days/:day/closing',
    summary: 'Takes back a proposal to close a day; one that is confirmed stays.',
    who,
    params,
    answers: { 204: null },
    refuses: ['not-yours', 'day-taken'],
    async handle(ctx, deps) {
      await withdrawClosing(deps.db, { day: dayIn(ctx.params), by: { id: ctx.who.official.id, acting: ctx } })
      return { status: 204 }
    },
  }),
  route({
    method: 'post',
    path: '/api/money/events/:id/resolution',
    summary: 'Says what a message of the gateway was that the portal did not understand.',
    who,
    // the gateway’s own id, or `unreadable_` and a hash
    params: { id: Type.String({ pattern: '^[!-}]{1,255}$' }) },
    body: EventResolution,
    answers: { 204: null },
    refuses: ['not-yours', 'event-resolved'],
    async handle(ctx, { db }) {
      const { id } = ctx.params
      await db.transaction().execute(async tx => {
        const { numUpdatedRows } = await tx
          .updateTable('gateway_event')
          .set({ resolvedAt: sql<Date>`now()`, resolvedBy: ctx.who.official.id, resolution: ctx.body.words.trim() })
          .where('id', '=', id)
          .where('state', '=', 'unknown')
          .where('resolvedAt', 'is', null)
          .executeTakeFirst()
        if (numUpdatedRows === 0n) throw new Refusal((await isUnknown(tx, id)) ? 'event-resolved' : 'not-yours')
        await audit(tx, ctx, { what: 'resolved a message of the gateway', details: { event: id } })
      })
      return { status: 204 }
    },
  }),
]

const isUnknown = (tx: Deps['db'], id: string) =>
  tx.selectFrom('gateway_event').select('id').where('id', '=', id).where('state', '=', 'unknown').executeTakeFirst()
