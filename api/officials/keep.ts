import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { City } from '../../city/city.ts'
import type { Text } from '../../city/schema.ts'
import type { Db } from '../../db/database.ts'
import { json } from '../../db/json.ts'

/** An official as the portal gets to know them. */
export interface NewOfficialRow {
  id: string
  name: string
  titles: string
  department: string
  /** Null for somebody who stands in no contacts. */
  position: Text | null
  phone: string | null
  email: string | null
  door: string | null
  responsible: readonly Text[]
  /** Inboxes and duties. */
  roles: string[]
  /** Departments they head. */
  supervises: string[]
  photo: { bytes: Buffer; type: string } | null
}

/** An official of the city's folder: their department's inbox, their duties, what they head, their contact. */
export function officialOf(city: City, official: City['officials'][number]): NewOfficialRow {
  const { id, name, titles, role, department, phone, email, door, responsible, duties = [], photo } = official
  return {
    ...{ id, name, titles, department, position: role, phone, email, door: door || null, responsible },
    roles: [department, ...duties],
    supervises: city.departments.filter(one => one.head === id).map(one => one.id),
    photo:
      photo === null
        ? null
        : { bytes: readFileSync(join(city.dir, photo)), type: photo.endsWith('.png') ? 'image/png' : 'image/jpeg' },
  }
}

/** Adds officials whom the database does not know; of those it knows it rules alone. Gives how many were added. */
export async function addOfficials(db: Db, officials: readonly NewOfficialRow[]): Promise<number> {
  if (officials.length === 0) return 0
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('official')
    .values(
      officials.map(({ position, responsible, photo, ...plain }) => ({
        ...plain,
        position: position && json(position),
        responsible: json([...responsible]),
        photo: photo?.bytes ?? null,
        photoType: photo?.type ?? null,
        active: true,
      })),
    )
    .onConflict(oc => oc.column('id').doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows)
}

/** Takes the officials of the city's folder over into the database at the start of the portal, those it does not know yet. */
export async function keepOfficials(db: Db, city: City): Promise<void> {
  const known = new Set((await db.selectFrom('official').select('id').execute()).map(({ id }) => id))
  await addOfficials(
    db,
    city.officials.filter(({ id }) => !known.has(id)).map(official => officialOf(city, official)),
  )
}
