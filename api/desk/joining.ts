import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { Refusal } from '../errors.ts'

/**
 * Makes one account of two that are one person: what belongs to `from` moves to `to`, and `from` is no more. An account with cases,
 * mandates or an office of its own cannot move, as running cases and signed documents name it.
 * @throws {Refusal} `two-accounts` when it owns such things, or both are paired with different subjects
 */
export async function joinAccounts(tx: Db, from: string, to: string): Promise<void> {
  if (from === to) return
  if (await ownsThings(tx, from)) throw new Refusal('two-accounts')
  // both rows at once, in one order: two joins cannot wait for each other
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'subjectId', 'pairedAt', 'pairedBy', 'email', 'phone'])
    .where('id', 'in', [from, to])
    .orderBy('id')
    .forUpdate()
    .execute()
  const [old, kept] = [rows.find(({ id }) => id === from), rows.find(({ id }) => id === to)]
  if (!old || !kept) throw new Refusal('not-yours')
  if (old.subjectId !== null && kept.subjectId !== null) throw new Refusal('two-accounts')
  for (const table of ['identity', 'session', 'passkey', 'identity_check'] as const)
    await tx.updateTable(table).set({ personId: to }).where('personId', '=', from).execute()
  await moveCodes(tx, from, to)
  await moveDrafts(tx, from, to)
  await tx.deleteFrom('passkey_challenge').where('personId', '=', from).execute()
  // a subject has one account at most, so the old one lets go of it first
  await tx.deleteFrom('person').where('id', '=', from).execute()
  await tx
    .updateTable('person')
    .set({
      ...(kept.subjectId === null && { subjectId: old.subjectId, pairedAt: old.pairedAt, pairedBy: old.pairedBy }),
      email: kept.email ?? old.email,
      phone: kept.phone ?? old.phone,
      updatedAt: sql<Date>`now()`,
    })
    .where('id', '=', to)
    .execute()
}

/** One person has one living code: the other account's is void. */
async function moveCodes(tx: Db, from: string, to: string): Promise<void> {
  await tx
    .updateTable('desk_code')
    .set({ voidAt: sql<Date>`now()` })
    .where('personId', '=', from)
    .where('usedAt', 'is', null)
    .where('voidAt', 'is', null)
    .execute()
  await tx.updateTable('desk_code').set({ personId: to }).where('personId', '=', from).execute()
}

/** Where both have begun the same form, the newer draft stays. */
async function moveDrafts(tx: Db, from: string, to: string): Promise<void> {
  await sql`
    delete from draft old using draft newer
    where old.key = newer.key and old.owner in (${from}, ${to}) and newer.owner in (${from}, ${to})
      and (old.updated_at, old.owner) < (newer.updated_at, newer.owner)`.execute(tx)
  await tx.updateTable('draft').set({ owner: to }).where('owner', '=', from).execute()
}

async function ownsThings(tx: Db, person: string): Promise<boolean> {
  const { rows } = await sql<{ owns: boolean }>`
    select exists (select from "case" where person_id = ${person})
        or exists (select from case_party where person_id = ${person})
        or exists (select from mandate_agent where person_id = ${person})
        or exists (select from official where person_id = ${person}) as owns`.execute(tx)
  return rows[0]?.owns ?? true
}
