import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { today as todayAt } from '../../forms/day.ts'
import { audit, type Acting } from '../audit.ts'
import { Refusal } from '../errors.ts'
import { inTurn, keepAnAdmin, officialAt } from './changing.ts'
import { passTasksOn } from './tasks.ts'

/**
 * An official leaves the office: at once when `on`, the first day without them, has come, else on that day by itself. Whoever takes
 * over must be at the office. Throws Refusal `official-changed`, `no-successor`, `last-admin`.
 */
export async function leave(
  tx: Db,
  by: Acting,
  {
    id,
    version,
    on,
    successor,
    today,
  }: { id: string; version: string; on: string; successor: string | null; today: string },
): Promise<void> {
  await inTurn(tx)
  const { active } = await officialAt(tx, id, version)
  if (successor !== null && (successor === id || !(await isActive(tx, successor)))) throw new Refusal('no-successor')
  await tx.updateTable('official').set({ leftOn: on, successorId: successor }).where('id', '=', id).execute()
  await keepAnAdmin(tx)
  await audit(tx, by, { what: 'official leaves', details: { official: id, on, successor } })
  // a successor named late takes over at once
  if (on <= today || !active) await depart(tx, id, today)
}

/** Takes a departure back, before its day or after it; what has passed to others stays with them. Throws Refusal `official-changed`. */
export async function stay(tx: Db, by: Acting, id: string, version: string): Promise<void> {
  await inTurn(tx)
  await officialAt(tx, id, version)
  await tx.updateTable('official').set({ active: true, leftOn: null, successorId: null }).where('id', '=', id).execute()
  await audit(tx, by, { what: 'official stays', details: { official: id } })
}

/** Lets all go whose day has come; any number of processes may ask. */
export async function departDue(db: Db, now: Date): Promise<void> {
  const today = todayAt(now)
  const due = db.selectFrom('official').select('id').where('active', '=', true).where('leftOn', '<=', today)
  if (!(await due.limit(1).executeTakeFirst())) return
  await db.transaction().execute(async tx => {
    await inTurn(tx)
    for (const { id } of await tx
      .selectFrom('official')
      .select('id')
      .where('active', '=', true)
      .where('leftOn', '<=', today)
      .orderBy('leftOn')
      .execute())
      await depart(tx, id, today)
  })
}

/**
 * From now on the official is gone: they cannot sign in, and everything that led to them leads to the successor, or where there is
 * none at the office, back to everybody.
 */
async function depart(tx: Db, id: string, today: string): Promise<void> {
  const left = await tx
    .updateTable('official')
    .set({ active: false })
    .where('id', '=', id)
    .returning(['name', 'successorId', 'supervises', 'responsible'])
    .executeTakeFirstOrThrow()
  await tx.deleteFrom('session').where('officialId', '=', id).execute()
  const successor = left.successorId !== null && (await isActive(tx, left.successorId)) ? left.successorId : null
  if (successor !== null) await inherit(tx, successor, left)
  await passTasksOn(tx, { id, name: left.name }, successor)
  await endAbsences(tx, id, successor, today)
}

async function isActive(tx: Db, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('official')
    .select('id')
    .where('id', '=', id)
    .where('active', '=', true)
    .executeTakeFirst()
  return row !== undefined
}

/** The successor heads what the one who left headed, and is found by what they were responsible for. */
async function inherit(
  tx: Db,
  successor: string,
  left: { supervises: string[]; responsible: { cs: string; en: string }[] },
): Promise<void> {
  const own = await tx
    .selectFrom('official')
    .select(['supervises', 'responsible'])
    .where('id', '=', successor)
    .executeTakeFirstOrThrow()
  const responsible = new Map([...own.responsible, ...left.responsible].map(matter => [matter.cs, matter]))
  await tx
    .updateTable('official')
    .set({
      supervises: [...new Set([...own.supervises, ...left.supervises])],
      responsible: json([...responsible.values()]),
    })
    .where('id', '=', successor)
    .execute()
}

/** Absences of the one who left end; where they were to stand in, the successor does, unless it is the successor who is away. */
async function endAbsences(tx: Db, id: string, successor: string | null, today: string): Promise<void> {
  const coming = tx.updateTable('absence').where('cancelledAt', 'is', null).where('toDay', '>=', today)
  if (successor !== null)
    await coming
      .set({ substituteId: successor })
      .where('substituteId', '=', id)
      .where('officialId', '<>', successor)
      .execute()
  await coming
    .set({ cancelledAt: sql<Date>`now()` })
    .where(eb => eb.or([eb('officialId', '=', id), eb('substituteId', '=', id)]))
    .execute()
}
