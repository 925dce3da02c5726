import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { json } from '../db/json.ts'
import { markNotes } from './notes.ts'
import { derivedId } from './ids.ts'
import type { CaseRecord } from './records.ts'
import { freshEvents, moveCase, type FreshEvent, type ToldRecord } from './retelling.ts'
import { announcing, type TaskNews } from './task-news.ts'
import { writeTasks } from './tasks.ts'

/** The channel on which a recorded case is announced, payload `caseId`: it wakes the waiting request and feeds live pages. */
export const CASE_CHANNEL = 'case'

/**
 * Writes what happened in a case: case row, events, tasks, messages answered, notifications and documents to make, in one transaction.
 * A record that was written already changes nothing; one whose workflow task had to begin anew adds what it knows more.
 */
export async function recordCase(db: Db, record: CaseRecord): Promise<void> {
  await db.transaction().execute(async tx => {
    const found = await moveCase(tx, record)
    if (!found) return
    const fresh = await freshEvents(tx, record, found)
    await writeEvents(tx, record.caseId, found.seq, fresh)
    const told = { ...record, fresh, again: found.again }
    const news = [...(await writeTasks(tx, told)), ...(await markNotes(tx, record.caseId, fresh))]
    await answerMessages(tx, record)
    await writeParties(tx, told)
    await writeNotifications(tx, told)
    await writeDocuments(tx, told)
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

async function writeEvents(tx: Db, caseId: string, seq: number, events: readonly FreshEvent[]): Promise<void> {
  if (events.length === 0) return
  await tx
    .insertInto('case_event')
    .values(
      events.map((event, n) => ({
        caseId,
        seq,
        n,
        ordinal: event.ordinal,
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

/** People invited; one whose step lapsed may be invited again, by a new name. Who was told of before may have joined meanwhile. */
async function writeParties(tx: Db, { caseId, invited = [], again }: ToldRecord): Promise<void> {
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
      oc
        .columns(['caseId', 'role'])
        .doUpdateSet(eb => ({
          name: eb.ref('excluded.name'),
          birthDate: eb.ref('excluded.birthDate'),
          email: eb.ref('excluded.email'),
          personId: eb.ref('excluded.personId'),
          joinedAt: eb.ref('excluded.joinedAt'),
          wrongCodes: 0,
        }))
        .where(eb =>
          again
            ? eb.or([
                eb('case_party.name', 'is distinct from', eb.ref('excluded.name')),
                eb('case_party.birthDate', 'is distinct from', eb.ref('excluded.birthDate')),
              ])
            : sql<boolean>`true`,
        ),
    )
    .execute()
}

/**
 * A message without an addressee of its own goes to the citizen of the case; when nobody with an account is that, to nobody by mail. One
 * that waits to be sent says what holds now; beside one that went out with other words another goes out.
 */
async function writeNotifications(tx: Db, record: ToldRecord): Promise<void> {
  if (record.notifications.length === 0) return
  const joined = await joinedParties(tx, record)
  const gone = record.again ? await sentOtherwise(tx, record) : new Set<string>()
  await tx
    .insertInto('notification')
    .values(
      record.notifications.map(n => ({
        id: gone.has(n.id) ? derivedId('told again', n.id) : n.id,
        caseId: record.caseId,
        personId: n.to ?? (n.party === undefined ? record.personId : (joined.get(n.party) ?? null)),
        party: n.party ?? (n.to === undefined && record.personId === null ? 'principal' : null),
        text: n.text,
        values: json(n.values),
        documents: n.documents,
        state: 'pending',
      })),
    )
    .onConflict(oc =>
      oc
        .column('id')
        .doUpdateSet(eb => ({
          text: eb.ref('excluded.text'),
          values: eb.ref('excluded.values'),
          documents: eb.ref('excluded.documents'),
          personId: eb.ref('excluded.personId'),
          party: eb.ref('excluded.party'),
        }))
        .where('notification.state', '=', 'pending'),
    )
    .execute()
}

async function sentOtherwise(tx: Db, { notifications }: CaseRecord): Promise<Set<string>> {
  const texts = new Map(notifications.map(({ id, text }) => [id, text]))
  const rows = await tx
    .selectFrom('notification')
    .select(['id', 'text'])
    .where('id', 'in', [...texts.keys()])
    .where('state', '<>', 'pending')
    .execute()
  return new Set(rows.filter(({ id, text }) => texts.get(id) !== text).map(({ id }) => id))
}

async function joinedParties(tx: Db, { caseId, notifications }: CaseRecord): Promise<Map<string, string | null>> {
  if (notifications.every(n => n.party === undefined)) return new Map()
  const parties = await tx.selectFrom('case_party').select(['role', 'personId']).where('caseId', '=', caseId).execute()
  return new Map(parties.map(({ role, personId }) => [role, personId]))
}

/** A number is taken for a new document alone; one that waits to be made is made of what holds now. */
async function writeDocuments(tx: Db, record: ToldRecord): Promise<void> {
  for (const document of record.documents) {
    const { id, kind } = document
    const values = json(document.values)
    if (record.again) {
      const known = await tx.selectFrom('document').select('state').where('id', '=', id).executeTakeFirst()
      if (known?.state === 'pending')
        await tx.updateTable('document').set({ kind, values }).where('id', '=', id).execute()
      if (known) continue
    }
    const number = await nextNumber(tx, 'document')
    await tx
      .insertInto('document')
      .values({
        id,
        caseId: record.caseId,
        personId: record.personId ?? (eb => eb.selectFrom('case').select('personId').where('id', '=', record.caseId)),
        kind,
        number: `PO-D-${number.value}/${number.year}`,
        values,
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
