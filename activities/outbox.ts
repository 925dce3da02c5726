import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { City } from '../city/city.ts'
import type { Db } from '../db/database.ts'
import { dueDocument } from './documents/facts.ts'
import { renderDocument } from './documents/render.ts'
import { invitationCode } from './invitations.ts'
import { textOf } from './notifications/house.ts'
import { letter } from './notifications/letter.ts'
import type { Mailer } from './notifications/mail.ts'
import { slipAgenda, slipUrl } from './payments/slip-ticket.ts'

export interface OutboxDeps {
  db: Db
  city: City
  mailer: Mailer
  portalUrl: string
  /** The key of the cases, from which invitations get their codes and slips their tickets. */
  caseKey: Buffer
}

/** Wait before the next try: 5 s, 10 s, 20 s … at most an hour. */
export const later = (attempts: number) =>
  sql<Date>`now() + make_interval(secs => ${Math.min(3600, 5 * 2 ** attempts)})`

interface Due {
  document: boolean
  letter: boolean
  notice: boolean
  reminder: boolean
}

/** Whether a document, a letter, a notice to an official or a reminder waits for its turn: one statement, so that an empty outbox costs no transactions. */
export async function dueNow(db: Db): Promise<Due> {
  const { rows } = await sql<Due>`
    select exists (select from document where state = 'pending' and next_at <= now()) as document,
           exists (select from notification where state = 'pending' and next_at <= now()) as letter,
           exists (select from official_notice where state = 'pending' and next_at <= now()) as notice,
           exists (select from reminder_letter where state = 'pending' and next_at <= now()) as reminder`.execute(db)
  return rows[0] ?? { document: false, letter: false, notice: false, reminder: false }
}

/** Makes the next document that waits. Gives false when there is none. A failed one waits its turn again; it is never dropped. */
export async function makeNextDocument(
  { db, city }: OutboxDeps,
  failed: (error: unknown, id: string) => void,
): Promise<boolean> {
  return db.transaction().execute(async tx => {
    const due = await dueDocument(tx)
    if (!due) return false
    try {
      const bytes = await renderDocument(db, city, { ...due, language: readIn(due) })
      await tx
        .updateTable('document')
        .set({ state: 'ready', bytes, sha256: createHash('sha256').update(bytes).digest('hex') })
        .where('id', '=', due.id)
        .execute()
      await sql`select pg_notify('case', (select case_id::text from document where id = ${due.id}))`.execute(tx)
    } catch (error) {
      failed(error, due.id)
      await tx
        .updateTable('document')
        .set({ attempts: due.attempts + 1, nextAt: later(due.attempts) })
        .where('id', '=', due.id)
        .execute()
    }
    return true
  })
}

/** Sends the next notification whose documents are ready. Gives false when there is none. */
export async function sendNextNotification(
  deps: OutboxDeps,
  failed: (error: unknown, id: string) => void,
): Promise<boolean> {
  const { db, city, mailer } = deps
  return db.transaction().execute(async tx => {
    const due = await tx
      .selectFrom('notification as n')
      .leftJoin('person as p', 'p.id', 'n.personId')
      .leftJoin('case_party as a', join => join.onRef('a.caseId', '=', 'n.caseId').onRef('a.role', '=', 'n.party'))
      .innerJoin('case as c', 'c.id', 'n.caseId')
      .innerJoin('definition as f', 'f.hash', 'c.definition')
      .select([
        'n.id',
        'n.text',
        'n.values',
        'n.documents',
        'n.attempts',
        'n.party',
        'n.personId',
        'p.email',
        'p.language',
        'a.email as partyEmail',
        'a.joinedAt',
        'c.id as caseId',
        'c.number',
        'c.agenda',
        'f.content',
      ])
      .where('n.state', '=', 'pending')
      .where('n.nextAt', '<=', sql<Date>`now()`)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('document as d')
              .select('d.id')
              .whereRef(sql`d.id::text`, '=', sql`any(n.documents)`)
              .where('d.state', '=', 'pending'),
          ),
        ),
      )
      .orderBy('n.nextAt')
      .limit(1)
      .forUpdate('n')
      .skipLocked()
      .executeTakeFirst()
    if (!due) return false
    const finish = (state: 'sent' | 'no-address') =>
      tx
        .updateTable('notification')
        .set({ state, sentAt: state === 'sent' ? sql<Date>`now()` : null })
        .where('id', '=', due.id)
        .execute()
    const own = typeof due.values['email'] === 'string' ? due.values['email'] : due.email
    const address = due.party === null ? own : (due.email ?? due.partyEmail)
    const text = textOf(due.content, due.text)
    if (!address || !text) {
      await finish('no-address')
      return true
    }
    try {
      const language = readIn(due)
      const mail = letter(city, {
        language,
        text,
        values: due.values,
        caseNumber: due.number,
        ...wayIn(deps, language, due),
      })
      await mailer.send({ id: due.id, to: address, ...mail, attachments: await attachments(tx, due.documents) })
      await finish('sent')
    } catch (error) {
      failed(error, due.id)
      await tx
        .updateTable('notification')
        .set({ attempts: due.attempts + 1, nextAt: later(due.attempts) })
        .where('id', '=', due.id)
        .execute()
    }
    return true
  })
}

/** The addressee's language; what goes to somebody without an account names it itself. */
const readIn = ({ values, language }: { values: Record<string, unknown>; language: string | null }): 'cs' | 'en' =>
  (values['language'] ?? language) === 'en' ? 'en' : 'cs'

/** The case's address; a slip's payer has a ticket to their page; for somebody invited who has not come yet, with the code that lets them in. */
function wayIn(
  { portalUrl, caseKey }: OutboxDeps,
  language: 'cs' | 'en',
  { caseId, agenda, party, joinedAt }: { caseId: string; agenda: string; party: string | null; joinedAt: Date | null },
): { caseUrl: string; code?: string } {
  if (agenda === slipAgenda) return { caseUrl: slipUrl({ portalUrl, caseKey }, language, caseId) }
  const caseUrl = `${portalUrl}/${language}/cases/${caseId}`
  if (party === null || joinedAt !== null) return { caseUrl }
  const code = invitationCode(caseKey, caseId, party)
  return { caseUrl: `${caseUrl}?code=${code}`, code }
}

async function attachments(tx: Db, ids: string[]): Promise<{ filename: string; content: Buffer }[]> {
  if (ids.length === 0) return []
  const documents = await tx
    .selectFrom('document')
    .select(['number', 'bytes'])
    .where('id', 'in', ids)
    .where('state', '=', 'ready')
    .execute()
  return documents.flatMap(d =>
    d.bytes ? [{ filename: `${d.number.replaceAll('/', '-')}.pdf`, content: Buffer.from(d.bytes) }] : [],
  )
}
