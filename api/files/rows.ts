import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { Actor } from '../../db/tables/cases.ts'
import type { FileInfo } from '../contract.ts'
import { Refusal } from '../errors.ts'
import type { FileType } from './kinds.ts'

const megabyte = 1024 * 1024
/** Bytes of one file. */
export const largestFile = 10 * megabyte
/** Bytes that one person may have uploaded without sending them. */
const mostLoose = 50 * megabyte
/** A file that nobody has sent with a form for so long is thrown away. */
const looseDays = 7

/** Keeps an uploaded file for its owner until they send it. Throws Refusal `files-too-many`. */
export async function keepFile(
  db: Db,
  owner: string,
  { name, type, bytes }: { name: string; type: FileType; bytes: Buffer },
): Promise<FileInfo> {
  const file = { id: randomUUID(), name, type, size: bytes.length }
  await db.transaction().execute(async tx => {
    // uploads of one person take turns, or together they would pass the limit
    await sql`select pg_advisory_xact_lock(hashtextextended(${`files ${owner}`}, 0))`.execute(tx)
    const { size } = await tx
      .selectFrom('file')
      .select(sql<number>`coalesce(sum(size), 0)`.as('size'))
      .where('owner', '=', owner)
      .where('caseId', 'is', null)
      .executeTakeFirstOrThrow()
    if (Number(size) + bytes.length > mostLoose)
      throw new Refusal('files-too-many', { values: { limit: mostLoose / megabyte } })
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await tx
      .insertInto('file')
      .values({ ...file, owner, sha256, bytes })
      .execute()
  })
  return file
}

/** What is known of files of these owners, by their ids. */
export async function fileFacts(db: Db, owners: readonly string[], ids: readonly string[]): Promise<FileInfo[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('file')
    .select(['id', 'name', 'type', 'size'])
    .where('id', 'in', ids)
    .where('owner', 'in', owners)
    .execute()
}

/** A file that a message brings: its id, where in the data it stands, and what its sender is told if it cannot be taken. */
export interface Brought {
  id: string
  path: string
  otherwise: string
}

/**
 * Makes files part of a case, in the transaction of the message that brings them. A file belongs to one case and to whom it was
 * uploaded by. Throws Refusal `invalid` with the places of files that are gone or sent already.
 */
export async function attachFiles(
  tx: Db,
  caseId: string,
  { id: sender, assistedBy }: Actor,
  brought: readonly Brought[],
): Promise<void> {
  if (brought.length === 0) return
  const attached = await tx
    .updateTable('file')
    .set({ caseId, attachedAt: sql<Date>`now()` })
    .where(
      'id',
      'in',
      brought.map(({ id }) => id),
    )
    .where('owner', 'in', [sender, ...(assistedBy ? [assistedBy.id] : [])])
    .where('caseId', 'is', null)
    .returning('id')
    .execute()
  const missing = brought.filter(({ id }) => !attached.some(file => file.id === id))
  if (missing.length > 0)
    throw new Refusal('invalid', {
      problems: missing.map(({ path, otherwise }) => ({ path, rule: 'file-gone', message: otherwise })),
    })
}

/** Throws away what was uploaded and never sent. */
export async function sweepFiles(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('file')
    .where('caseId', 'is', null)
    .where('createdAt', '<', new Date(now.getTime() - looseDays * 86_400_000))
    .execute()
}
