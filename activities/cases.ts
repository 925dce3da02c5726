import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { json } from '../db/json.ts'
import { markNotes } from './notes.ts'
import type { CaseRecord } from './records.ts'
import { announcing, type TaskNews } from './task-news.ts'
import { writeTasks } from './tasks.ts'

/** The channel on which a recorded case is announced, payload `caseId`: it wakes the waiting request and feeds live pages. */
export const CASE_CHANNEL = 'case'

/**
 * Writes what happened in a case: case row, events, tasks, messages answered, notifications and documents to make, in one transaction.
 * A record that was written already changes nothing; a case's state never moves back.
 */
export async function recordCase(db: Db, record: CaseRecord): Promise<void> {
  await db.transaction().execute(async tx => {
    const moved = await tx
      .updateTable('case')
      .set({
        seq: record.seq,
        state: record.state,
        outcome: record.outcome ?? null,
        open: json(record.open),
        changedAt: sql<Date>`now()`,
        closedAt: record.state === 'closed' ? sql<Date>`now()` : null,
      })
      .where('id', '=', record.caseId)
      .where('seq', '<', record.seq)
      .executeTakeFirst()
    if (moved.numUpdatedRows === 0n) return
    await writeEvents(tx, record)
    const news = [...(await writeTasks(tx, record)), ...(await markNotes(tx, record))]
    await answerMessages(tx, record)
    await writeParties(tx, record)
    await writeNotifications(tx, record)
    await writeDocuments(tx, record)
    await announce(tx, record, news)
  })
}

/** Wakes whoever waits for the case, the inboxes it stands in, and the outbox if there is something to make or send. */
async function announce(tx: Db, record: CaseRecord, news: readonly TaskNews[]): Promise<void> {
  const { caseId, notifications, documents } = record
  const outbox = notifications.length + documents.length > 0 ? sql`, pg_notify('outbox', '')` : sql``
  const tasks = news.length > 0 ? sql`, ${announcing(news)}` : sql``
  await sql`select pg_notify(${CASE_CHANNEL}, ${caseId})${tasks}${outbox}`.execute(tx)
}

async function writeEvents(tx: Db, { caseId, seq, events }: CaseRecord): Promise<void> {
  if (events.length === 0) return
  await tx
    .insertInto('case_event')
    .values(
      events.map((event, n) => ({
        caseId,
        seq,
        n,
        at: new Date(event.at),
        what: event.what,
        step: event.step ?? null,
        actor: event.actor ? json(event.actor) : null,
        messageId: event.messageId ?? null,
        values: event.values ? json(event.values) : null,
      })),
    )
    .execute()
}

async function answerMessages(tx: Db, { answered }: CaseRecord): Promise<void> {
  const done = answered.filter(m => m.state === 'done').map(m => m.id)
  if (done.length > 0) await tx.updateTable('message').set({ state: 'done' }).where('id', 'in', done).execute()
  for (const { id, reason } of answered.filter(m => m.state === 'refused'))
    await tx
      .updateTable('message')
      .set({ state: 'refused', reason: reason ?? null })
      .where('id', '=', id)
      .execute()
}

/** People invited; one whose step lapsed may be invited again, by a new name. */
async function writeParties(tx: Db, { caseId, invited = [] }: CaseRecord): Promise<void> {
  if (invited.length === 0) return
  await tx
    .insertInto('case_party')
    .values(
      invited.map(({ role, name, birthDate, email, person }) => ({
        ...{ caseId, role, name, birthDate, email: email ?? null },
        ...(person !== undefined && { personId: person, joinedAt: sql<Date>`now()` }),
      })),
    )
    .onConflict(oc =>
      oc.columns(['caseId', 'role']).doUpdateSet(eb => ({
        name: eb.ref('excluded.name'),
        birthDate: eb.ref('excluded.birthDate'),
        email: eb.ref('excluded.email'),
        personId: eb.ref('excluded.personId'),
        joinedAt: eb.ref('excluded.joinedAt'),
        wrongCodes: 0,
      })),
    )
    .execute()
}

/** A message without an addressee of its own goes to the citizen of the case; when nobody with an account is that, to nobody by mail. */
async function writeNotifications(tx: Db, record: CaseRecord): Promise<void> {
  if (record.notifications.length === 0) return
  const joined = await joinedParties(tx, record)
  await tx
    .insertInto('notification')
    .values(
      record.notifications.map(n => ({
        id: n.id,
        caseId: record.caseId,
        personId: n.to ?? (n.party === undefined ? record.personId : (joined.get(n.party) ?? null)),
        party: n.party ?? (n.to === undefined && record.personId === null ? 'principal' : null),
        text: n.text,
        values: json(n.values),
        documents: n.documents,
        state: 'pending',
      })),
    )
    .onConflict(oc => oc.column('id').doNothing())
    .execute()
}

async function joinedParties(tx: Db, { caseId, notifications }: CaseRecord): Promise<Map<string, string | null>> {
  if (notifications.every(n => n.party === undefined)) return new Map()
  const parties = await tx.selectFrom('case_party').select(['role', 'personId']).where('caseId', '=', caseId).execute()
  return new Map(parties.map(({ role, personId }) => [role, personId]))
}

async function writeDocuments(tx: Db, record: CaseRecord): Promise<void> {
  for (const document of record.documents) {
    const number = await nextNumber(tx, 'document')
    await tx
      .insertInto('document')
      .values({
        id: document.id,
        caseId: record.caseId,
        personId: record.personId ?? (eb => eb.selectFrom('case').select('personId').where('id', '=', record.caseId)),
        kind: document.kind,
        number: `PO-D-${number.value}/${number.year}`,
        values: json(document.values),
        state: 'pending',
      })
      .onConflict(oc => oc.column('id').doNothing())
      .execute()
  }
}

/**
 * The next number of a yearly series (číselná řada), gapless: it is taken back when the transaction is. The year is Prague's. Of
 * `count` numbers taken at once it is the last.
 */
export async function nextNumber(tx: Db, name: string, count = 1): Promise<{ value: number; year: number }> {
  const year = Number(new Intl.DateTimeFormat('en', { timeZone: 'Europe/Prague', year: 'numeric' }).format(new Date()))
  const { value } = await tx
    .insertInto('counter')
    .values({ name, year, value: count })
    .onConflict(oc => oc.columns(['name', 'year']).doUpdateSet(eb => ({ value: eb('counter.value', '+', count) })))
    .returning('value')
    .executeTakeFirstOrThrow()
  return { value, year }
}
