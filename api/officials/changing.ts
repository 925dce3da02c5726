import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { audit, type Acting } from '../audit.ts'
import { Refusal } from '../errors.ts'
import { duties } from '../inbox/reach.ts'
import type { OfficialData } from './form.ts'
import { addOfficials } from './keep.ts'
import { officialRows, type OfficialRow } from './rows.ts'

/** One change of officials at a time: they depend on each other (successors, the last keeper of contacts). */
export const inTurn = (tx: Db) => sql`select pg_advisory_xact_lock(hashtext('officials'))`.execute(tx)

/** The official as they stand now. Throws Refusal `not-yours`, or `official-changed` when they are not at `version` (an ISO instant). */
export async function officialAt(tx: Db, id: string, version: string): Promise<OfficialRow> {
  const row = await officialRows(tx).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-yours')
  if (row.changedAt.getTime() !== new Date(version).getTime()) throw new Refusal('official-changed')
  return row
}

/** Somebody must be able to keep the contacts. Throws Refusal `last-admin`. */
export async function keepAnAdmin(tx: Db): Promise<void> {
  const admin = await tx
    .selectFrom('official')
    .select('id')
    .where('active', '=', true)
    .where('leftOn', 'is', null)
    .where(sql<boolean>`'admin' = any(roles)`)
    .limit(1)
    .executeTakeFirst()
  if (!admin) throw new Refusal('last-admin')
}

/** Adds an official. Throws Refusal `official-exists`. */
export async function addOfficial(tx: Db, by: Acting, id: string, data: OfficialData): Promise<void> {
  await inTurn(tx)
  const added = await addOfficials(tx, [{ id, ...columnsOf(data), photo: null }])
  if (added === 0) throw new Refusal('official-exists')
  await audit(tx, by, { what: 'added official', details: { official: id, ...data } })
}

/** Changes an official, if they are as the one who changes them has seen. Throws Refusal `official-changed`, `last-admin`. */
export async function changeOfficial(
  tx: Db,
  by: Acting,
  id: string,
  version: string,
  data: OfficialData,
): Promise<void> {
  await inTurn(tx)
  const before = await officialAt(tx, id, version)
  const { position, responsible, ...plain } = columnsOf(data)
  await tx
    .updateTable('official')
    .set({ ...plain, position: json(position), responsible: json(responsible) })
    .where('id', '=', id)
    .execute()
  await keepAnAdmin(tx)
  await audit(tx, by, { what: 'changed official', details: { official: id, changed: changes(dataOf(before), data) } })
}

/** What changed, field by field: before and after. */
function changes(before: OfficialData, after: OfficialData): Record<string, unknown> {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  const [was, is] = [new Map<string, unknown>(Object.entries(before)), new Map<string, unknown>(Object.entries(after))]
  return Object.fromEntries(
    [...keys]
      .filter(key => JSON.stringify(was.get(key)) !== JSON.stringify(is.get(key)))
      .map(key => [key, { before: was.get(key) ?? null, after: is.get(key) ?? null }]),
  )
}

function columnsOf({ titles, name, department, position, phone, email, door, ...rest }: OfficialData) {
  const { responsible = [], inboxes = [], duties: own = [], supervises = [] } = rest
  return {
    ...{ name, department, position, phone, email, supervises },
    titles: titles ?? '',
    door: door ?? null,
    responsible: responsible.map(({ cs, en }) => ({ cs, en })),
    roles: [...inboxes, ...own],
  }
}

/** An official as the form holds one. */
export function dataOf(row: OfficialRow): OfficialData {
  const inboxes = row.roles.filter(role => !duties.includes(role))
  const own = row.roles.filter(role => duties.includes(role))
  return {
    ...(row.titles !== '' && { titles: row.titles }),
    ...{ name: row.name, department: row.department },
    position: { cs: row.position?.cs ?? '', en: row.position?.en ?? '' },
    phone: row.phone ?? '',
    email: row.email ?? '',
    ...(row.door !== null && { door: row.door }),
    ...(row.responsible.length > 0 && { responsible: row.responsible.map(({ cs, en }) => ({ cs, en })) }),
    ...(inboxes.length > 0 && { inboxes }),
    ...(row.supervises.length > 0 && { supervises: row.supervises }),
    ...(own.length > 0 && { duties: own.filter(duty => duty === 'desk' || duty === 'admin' || duty === 'treasurer') }),
  }
}
