import { sql } from 'kysely'
import Type from 'typebox'
import { owedOf, stopMail, type RemindedDebt } from '../../activities/reminders/rows.ts'
import { idOfTicket } from '../../activities/tickets.ts'
import { audit } from '../audit.ts'
import { ReminderLink, Reminders, Uuid } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { route } from '../route.ts'

const ticket = { ticket: Type.String({ pattern: '^[\\w-]{43}$' }) }
/** So long the link of a reminder shows what it was about; turning reminders off works for ever. */
const shownFor = 60 * 86_400_000
/** So many are shown at once. */
const most = 5

export const reminders = [
  route({
    method: 'get',
    path: '/api/reminders',
    summary: 'What I am reminded of in the portal: due soon or overdue, and not dismissed.',
    who: 'citizen',
    quiet: true,
    answers: { 200: Reminders },
    async handle({ who }, { db }) {
      const letters = await db
        .selectFrom('reminder_letter')
        .select(['id', 'createdAt'])
        .where('personId', '=', who.person.id)
        .where('portal', '=', true)
        .where('dismissedAt', 'is', null)
        .orderBy('createdAt', 'desc')
        .limit(most)
        .execute()
      const shown = await Promise.all(
        letters.map(async ({ id, createdAt }) => ({
          id,
          at: createdAt.toISOString(),
          debts: (await owedOf(db, id)).map(({ liability, kind, description, debtor, own, due, amount }) => ({
            ...{ liability, kind, description, due, amount },
            for: own ? null : debtor,
          })),
        })),
      )
      return { status: 200, body: { reminders: shown.filter(({ debts }) => debts.length > 0) } }
    },
  }),
  route({
    method: 'delete',
    path: '/api/reminders/:id',
    summary: 'Dismisses a reminder in the portal. The debts stay as they are.',
    who: 'citizen',
    params: { id: Uuid },
    answers: { 204: null },
    refuses: ['not-yours'],
    async handle({ who, params }, { db }) {
      const { numUpdatedRows } = await db
        .updateTable('reminder_letter')
        .set({ dismissedAt: sql<Date>`coalesce(dismissed_at, now())` })
        .where('id', '=', params.id)
        .where('personId', '=', who.person.id)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) throw new Refusal('not-yours')
      return { status: 204 }
    },
  }),
  route({
    method: 'get',
    path: '/api/reminder-links/:ticket',
    summary: 'Where the link of a reminder leads: to the addressee’s basket, or to the slips.',
    who: 'anyone',
    params: ticket,
    answers: { 200: ReminderLink },
    refuses: ['not-yours'],
    async handle({ who, params }, deps) {
      const letter = await letterOf(deps, params.ticket)
      const mine = who?.kind === 'citizen' && who.person.id === letter.personId
      const old = deps.now().getTime() - letter.createdAt.getTime() > shownFor
      const debts = old ? [] : await owedOf(deps.db, letter.id)
      return {
        status: 200,
        body: {
          mine,
          mail: letter.mail === true,
          debts: mine
            ? together(debts)
            : debts.map(({ symbol, amount, due }) => ({ symbol, amount, due, liability: null })),
        },
      }
    },
  }),
  route({
    method: 'post',
    path: '/api/reminder-links/:ticket/stop',
    summary: 'Turns reminders by e-mail off, for whoever holds one of them; signing in is not needed.',
    who: 'anyone',
    params: ticket,
    answers: { 204: null },
    refuses: ['not-yours'],
    async handle(ctx, deps) {
      const { personId } = await letterOf(deps, ctx.params.ticket)
      await deps.db.transaction().execute(async tx => {
        if (await stopMail(tx, personId))
          await audit(tx, ctx, { what: 'turned reminders by e-mail off', forPerson: personId })
      })
      return { status: 204 }
    },
  }),
]

/** Instalments of one debt are one line of a basket. */
const together = (debts: readonly RemindedDebt[]) =>
  [...Map.groupBy(debts, ({ liability }) => liability).values()].flatMap(([first, ...others]) =>
    first
      ? [
          {
            ...{ liability: first.liability, symbol: first.symbol, due: first.due },
            amount: others.reduce((sum, { amount }) => sum + amount, first.amount),
          },
        ]
      : [],
  )

/** The letter of a ticket. Throws Refusal `not-yours`. */
async function letterOf({ db, settings }: Deps, given: string) {
  const id = idOfTicket(settings.caseKey, 'reminder', given)
  const letter =
    id === null
      ? undefined
      : await db
          .selectFrom('reminder_letter as r')
          .leftJoin('reminder_choice as c', 'c.personId', 'r.personId')
          .select(['r.id', 'r.personId', 'r.createdAt', 'c.email as mail'])
          .where('r.id', '=', id)
          .executeTakeFirst()
  if (!letter) throw new Refusal('not-yours')
  return letter
}
