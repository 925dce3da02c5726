import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { json } from '../db/json.ts'
import type { OpenStep } from '../db/tables/cases.ts'
import type { CaseRecord } from './records.ts'

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
    await writeTasks(tx, record)
    await markNotes(tx, record)
    await answerMessages(tx, record)
    await writeNotifications(tx, record)
    await writeDocuments(tx, record)
    await announce(tx, record)
  })
}

/** Wakes whoever waits for the case, and the outbox if there is something to make or send. */
async function announce(tx: Db, { caseId, notifications, documents }: CaseRecord): Promise<void> {
  const outbox = notifications.length + documents.length > 0 ? sql`, pg_notify('outbox', '')` : sql``
  await sql`select pg_notify(${CASE_CHANNEL}, ${caseId})${outbox}`.execute(tx)
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

/** Open clerk steps are tasks; a task whose step is no longer open is done (by whom the answer says) or cancelled. */
async function writeTasks(tx: Db, record: CaseRecord): Promise<void> {
  const tasks = record.open.filter(step => step.kind === 'clerk')
  const touched = record.events.some(
    e => e.what === 'opened' || e.what === 'answered' || e.what === 'late' || e.what === 'closed',
  )
  if (!touched) return
  const id = (step: OpenStep) => `${record.caseId}:${step.key}`
  if (tasks.length > 0)
    await tx
      .insertInto('task')
      .values(
        tasks.map(step => ({
          id: id(step),
          caseId: record.caseId,
          agenda: record.agenda,
          step: step.step,
          stepKey: step.key,
          role: step.by,
          state: 'open',
          due: step.due ?? null,
          late: step.late ?? false,
          not: step.not ?? [],
          openedAt: new Date(step.since),
          closedAt: null,
          decidedBy: null,
        })),
      )
      .onConflict(oc => oc.column('id').doUpdateSet(eb => ({ late: eb.ref('excluded.late') })))
      .execute()
  if (!record.events.some(e => e.what === 'answered' || e.what === 'closed')) return
  const decided = record.events.find(e => e.what === 'answered' && e.actor?.kind === 'official')
  await tx
    .updateTable('task')
    .set(eb => ({
      state: eb
        .case()
        .when('step', '=', decided?.step ?? '')
        .then('done')
        .else('cancelled')
        .end(),
      decidedBy: eb
        .case()
        .when('step', '=', decided?.step ?? '')
        .then(decided?.actor?.id ?? null)
        .else(null)
        .end(),
      closedAt: sql<Date>`now()`,
    }))
    .where('caseId', '=', record.caseId)
    .where('state', '=', 'open')
    .$if(tasks.length > 0, q => q.where('id', 'not in', tasks.map(id)))
    .execute()
}

/** What the citizen wrote is unread until somebody at the office reads it; what the office wrote shows that it was read. */
async function markNotes(tx: Db, { caseId, events }: CaseRecord): Promise<void> {
  const notes = events.filter(event => event.what === 'noted')
  const last = notes.at(-1)
  if (!last) return
  const unread = last.actor?.kind !== 'official'
  await tx
    .updateTable('case')
    .set(eb => ({ unreadSince: unread ? eb.fn.coalesce('unreadSince', eb.val(new Date(last.at))) : null }))
    .where('id', '=', caseId)
    .execute()
  if (unread)
    await tx
      .updateTable('task')
      .set({ changedAt: sql<Date>`now()` })
      .where('caseId', '=', caseId)
      .where('state', '=', 'open')
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

async function writeNotifications(tx: Db, record: CaseRecord): Promise<void> {
  if (record.notifications.length === 0) return
  await tx
    .insertInto('notification')
    .values(
      record.notifications.map(n => ({
        id: n.id,
        caseId: record.caseId,
        personId: record.personId,
        text: n.text,
        values: json(n.values),
        documents: n.documents,
        state: 'pending',
      })),
    )
    .onConflict(oc => oc.column('id').doNothing())
    .execute()
}

async function writeDocuments(tx: Db, record: CaseRecord): Promise<void> {
  for (const document of record.documents) {
    const number = await nextNumber(tx, 'document')
    await tx
      .insertInto('document')
      .values({
        id: document.id,
        caseId: record.caseId,
        personId: record.personId,
        kind: document.kind,
        number: `PO-D-${number.value}/${number.year}`,
        values: json(document.values),
        state: 'pending',
      })
      .onConflict(oc => oc.column('id').doNothing())
      .execute()
  }
}

/** The next number of a yearly series (číselná řada), gapless: it is taken back when the transaction is. The year is Prague's. */
export async function nextNumber(tx: Db, name: string): Promise<{ value: number; year: number }> {
  const year = Number(new Intl.DateTimeFormat('en', { timeZone: 'Europe/Prague', year: 'numeric' }).format(new Date()))
  const { value } = await tx
    .insertInto('counter')
    .values({ name, year, value: 1 })
    .onConflict(oc => oc.columns(['name', 'year']).doUpdateSet(eb => ({ value: eb('counter.value', '+', 1) })))
    .returning('value')
    .executeTakeFirstOrThrow()
  return { value, year }
}
