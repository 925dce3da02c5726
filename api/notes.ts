import { sql } from 'kysely'
import { CASE_CHANNEL } from '../activities/cases.ts'
import { newsOf } from '../activities/notes.ts'
import { announcing } from '../activities/task-news.ts'
import type { Db } from '../db/database.ts'
import type { Actor, OpenStep } from '../db/tables/cases.ts'
import { beginningOf } from '../workflows/deadline.ts'
import { todayOf } from './acting.ts'
import type { FileInfo, Language, NewMessage, Note } from './contract.ts'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'
import { goneWords } from './files/brought.ts'
import { fileFacts, type Brought } from './files/rows.ts'
import { readersOf } from './note-readers.ts'
import { ownerOf } from './owner.ts'
import type { Caller } from './route.ts'
import type { CaseRow } from './views/case-rows.ts'

/** What a note is stored as; the files are told as they were when it was sent. */
interface NoteData {
  text: string
  files: FileInfo[]
  /** Of the office's words: the accounts that get a letter about them. */
  tell?: string[]
}
type NewNote = Extract<NewMessage, { kind: 'note' }>

/** So many a day from each side of a case: more is a talk, for which there is the telephone. */
export const mostNotes = 20

/**
 * Words to the other side, judged: what to store, and the files they bring. Throws Refusal `case-closed`, `nobody-reads`,
 * `too-many-notes` or `invalid`.
 */
export async function judgeNote(
  deps: Pick<Deps, 'db' | 'now'>,
  { who, body, language }: { who: Caller; body: NewNote; language: Language },
  row: CaseRow,
): Promise<{ data: NoteData; files: Brought[] }> {
  const { db } = deps
  if (row.state === 'closed') throw new Refusal('case-closed')
  if (!hasClerk(row.open) && !(await clerkHasActed(db, row.id))) throw new Refusal('nobody-reads')
  const text = body.text.trim()
  if (text === '')
    throw new Refusal('invalid', { problems: [{ path: '/text', rule: 'minLength', message: empty[language] }] })
  if ((await notesToday(deps, row.id, who.kind)) >= mostNotes)
    throw new Refusal('too-many-notes', { values: { most: mostNotes } })
  const files = (body.files ?? []).map((id, at) => ({ id, path: `/files/${at}`, otherwise: goneWords[language] }))
  const known = await fileFacts(
    db,
    [ownerOf(who)],
    files.map(({ id }) => id),
  )
  const missing = files.filter(({ id }) => !known.some(file => file.id === id))
  if (missing.length > 0)
    throw new Refusal('invalid', {
      problems: missing.map(({ path, otherwise }) => ({ path, rule: 'file-gone', message: otherwise })),
    })
  const told = who.kind === 'official' ? { tell: await readersOf(deps, row) } : {}
  return { data: { text, files: files.flatMap(({ id }) => known.find(file => file.id === id) ?? []), ...told }, files }
}

const empty = { cs: 'Napište prosím zprávu.', en: 'Please write a message.' }

/** How much a side has written in a case today. */
async function notesToday(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  caseId: string,
  side: Caller['kind'],
): Promise<number> {
  const { count } = await db
    .selectFrom('message')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('caseId', '=', caseId)
    .where('kind', '=', 'note')
    .where('state', '<>', 'refused')
    .where(eb => eb(eb.ref('actor', '->>').key('kind'), '=', side === 'official' ? 'official' : 'person'))
    .where('at', '>=', new Date(beginningOf(todayOf({ now }))))
    .executeTakeFirstOrThrow()
  return Number(count)
}

const hasClerk = (open: readonly OpenStep[]) => open.some(step => step.kind === 'clerk')

async function clerkHasActed(db: Db, caseId: string): Promise<boolean> {
  const deed = await db
    .selectFrom('message')
    .select('id')
    .where('caseId', '=', caseId)
    .where(eb => eb(eb.ref('actor', '->>').key('kind'), '=', 'official'))
    .limit(1)
    .executeTakeFirst()
  return deed !== undefined
}

/** Keeps that the citizen's words up to an instant have been read; later ones wait on. The page of every other clerk hears of it. */
export async function markRead(db: Db, caseId: string, until: Date): Promise<void> {
  const later = db
    .selectFrom('message')
    .select(eb => eb.fn.min('at').as('at'))
    .where('caseId', '=', caseId)
    .where('kind', '=', 'note')
    .where('state', '<>', 'refused')
    .where(eb => eb(eb.ref('actor', '->>').key('kind'), '<>', 'official'))
    // pages know instants by the millisecond, the table by the microsecond
    .where(sql<Date>`date_trunc('milliseconds', at)`, '>', until)
  const { numUpdatedRows } = await db
    .updateTable('case')
    .set({ unreadSince: later })
    .where('id', '=', caseId)
    .where('unreadSince', 'is not', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  const tasks = await db
    .selectFrom('task')
    .select(['id', 'role', 'assignee'])
    .where('caseId', '=', caseId)
    .where(eb => eb.or([eb('state', '=', 'open'), eb('waitingSince', 'is not', null)]))
    .execute()
  const news = announcing(tasks.map(task => newsOf(caseId, task)))
  await sql`select pg_notify(${CASE_CHANNEL}, ${caseId}), ${news}`.execute(db)
}

interface MessageRow {
  kind: string
  data: unknown
  at: Date
  state: string
  actor: Actor
}

/** Whether somebody at the office reads what is written in a case: a clerk is on the move, or has been. */
export const isRead = (open: readonly OpenStep[], messages: readonly MessageRow[]): boolean =>
  hasClerk(open) || messages.some(({ actor }) => actor.kind === 'official')

/** The correspondence of a case, from its messages, oldest first. */
export const notesOf = (messages: readonly MessageRow[], reader: string): Note[] =>
  messages.flatMap(({ kind, data, at, state, actor }) =>
    kind === 'note' && state !== 'refused' && isNoteData(data)
      ? [
          {
            at: at.toISOString(),
            from: actor.kind === 'official' ? ('office' as const) : ('citizen' as const),
            name: actor.name,
            for: actor.for?.name ?? null,
            text: data.text,
            files: data.files,
            mine: actor.id === reader,
          },
        ]
      : [],
  )

const isNoteData = (data: unknown): data is NoteData =>
  typeof data === 'object' &&
  data !== null &&
  'text' in data &&
  typeof data.text === 'string' &&
  'files' in data &&
  Array.isArray(data.files)
