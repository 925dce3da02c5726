import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { ticketOf } from '../../../activities/tickets.ts'
import type { CaseView } from '../../../api/contract.ts'
import type { Db } from '../../../db/database.ts'
import { answerTo, stepOf } from '../../deciding.ts'
import { png, uploaded } from '../../files.ts'
import { grantTo, mandate, paying as payingScope } from '../../mandating.ts'
import { caseOf, closed, holding, until } from '../../portal.ts'
import { clerk, resident, type Clerk, type Resident } from '../../residents.ts'
import { quiet } from '../../rows.ts'
import { checkoutOf, openSlip, paperOf, slipSeen } from '../../slips.ts'
import { stack } from '../../stack.ts'
import { caseKey } from '../../temporal.ts'
import type { Visitor } from '../../visitor.ts'

/** All that is somebody's: the victim's own things, and those of the clerk who has a case of theirs. */
export interface Things {
  victim: Resident
  citizen: Resident
  clerk: Clerk
  outsider: Clerk
  /** Cases of the victim: a payment at the gateway, a paid one, one before a clerk, one before the victim again. */
  paying: CaseView
  /** Id of the message by which the victim filed the first of them. */
  filed: string
  paid: CaseView
  atClerk: CaseView
  atVictim: CaseView
  document: string
  task: string
  /** An absence of the clerk, to come. */
  absence: string
  /** Files of the victim: one not sent, one in the case before the clerk. */
  loose: string
  attached: string
  passkey: string
  /** A mandate that the victim has given to somebody else, and a power of attorney to which the one named has not come yet. */
  mandate: string
  inviting: CaseView
  /** The ticket of a slip of the victim's that somebody has paid without signing in. */
  ticket: string
  /** A reminder of the victim's, and the ticket of its link. */
  letter: string
  reminder: string
}

export const library = { reader: 'Eva Tajná', age: 'adult' }

export async function file(who: Visitor, agenda: string, data: unknown, id: string = randomUUID()): Promise<CaseView> {
  const { status, body } = await who.post<CaseView>('/api/cases', { id, agenda, data })
  expect([201, 202], JSON.stringify(body)).toContain(status)
  return until(
    () => caseOf(who, body.id),
    view => !view.pending && (view.open.length > 0 || closed(view)),
  )
}

/** A passkey in the table, of a device that nobody has. */
async function passkeyOf(db: Db, personId: string): Promise<string> {
  const id = randomUUID()
  const key = { publicKey: Buffer.from('key'), counter: 0, transports: [], label: 'Tajný klíč' }
  await db
    .insertInto('passkey')
    .values({ id, personId, ...key, assurance: 'substantial' })
    .execute()
  return id
}

/** Makes them through the API as far as it goes, and waits until the house has done all that follows. */
export async function makeThings(db: Db): Promise<Things> {
  const [victim, citizen] = [
    await resident(db, { owes: [78_000, 50_000, 120_000, 33_000] }),
    await resident(db, { owes: [9_900] }),
  ]
  const [right, outsider] = [await clerk(db, 'registry'), await clerk(db, 'building')]
  const who = holding(victim.cookie)

  const filed = randomUUID()
  const paying = await file(who, 'fee-payment', { items: [{ liability: victim.owes[0], amount: 78_000 }] }, filed)
  const toPay = await file(who, 'fee-payment', { items: [{ liability: victim.owes[1], amount: 50_000 }] })
  const order = await db
    .selectFrom('payment_order')
    .select('checkoutId')
    .where('caseId', '=', toPay.id)
    .executeTakeFirstOrThrow()
  await stack.gateway.controls.pay(order.checkoutId ?? '')
  const paid = await until(
    () => caseOf(who, toPay.id),
    view => closed(view) && view.documents.every(d => d.ready),
  )

  await db.updateTable('official').set({ photo: png, photoType: 'image/png' }).where('id', '=', right.id).execute()
  const loose = await uploaded(who, 'tajné.png', png)
  const attached = await uploaded(who, 'doklad.png', png)
  const atClerk = await file(who, '_example', { ...library, attachments: [attached] })
  const asked = await file(who, '_example', library)
  await holding(right.cookie).post(
    `/api/cases/${asked.id}/messages`,
    answerTo(stepOf(asked), { verdict: 'ask', reasons: 'Chybí doklad.' }),
  )
  const atVictim = await until(
    () => caseOf(who, asked.id),
    view => view.open[0]?.step === 'supplement',
  )
  const [agent, invited] = [await resident(db), await resident(db)]
  const given = await mandate(db, victim.subject, agent, payingScope)
  const inviting = await file(who, 'power-of-attorney', grantTo(invited))
  const draft = await who.send('PUT', '/api/drafts/basket', { data: { secret: 'rozepsáno' }, version: 0 })
  if (draft.status !== 200) throw new Error(`The draft was not kept: ${draft.status}`)
  const task = `${atClerk.id}:${stepOf(atClerk)}`
  const letter = randomUUID()
  const state = { personId: victim.id, portal: true, state: 'not-wanted' }
  await db
    .insertInto('reminder_letter')
    .values({ id: letter, ...state })
    .execute()
  const line = { liabilityId: victim.owes[2] ?? '', kind: 'before', personId: victim.id, letterId: letter }
  await db.insertInto('reminder').values(line).execute()
  await db.insertInto('reminder_choice').values({ personId: victim.id, email: false, portal: true }).execute()
  const slip = await openSlip(await paperOf(db, victim.owes[3] ?? ''))
  await stack.gateway.controls.pay(checkoutOf(slip))
  await slipSeen(slip.ticket, ({ state, receipt }) => state === 'posted' && receipt)
  const absence = randomUUID()
  await db
    .insertInto('absence')
    .values({
      ...{ id: absence, officialId: right.id, substituteId: (await clerk(db, 'registry')).id, createdBy: right.id },
      ...{ fromDay: '2099-01-01', toDay: '2099-01-05' },
    })
    .execute()
  const things = {
    victim,
    citizen,
    clerk: right,
    outsider,
    paying,
    filed,
    paid,
    atClerk,
    atVictim,
    document: paid.documents[0]?.id ?? '',
    task,
    absence,
    loose: loose.id,
    attached: attached.id,
    passkey: await passkeyOf(db, victim.id),
    mandate: given,
    inviting,
    ticket: slip.ticket,
    letter,
    reminder: ticketOf(caseKey(), 'reminder', letter),
  }
  await quiet(db)
  return things
}
