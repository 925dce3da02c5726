import type { Db } from '../../../db/database.ts'
import type { Resident } from '../../residents.ts'

/** The time of their sessions is over. */
export const expire = (db: Db, who: Resident) =>
  db
    .updateTable('session')
    .set({ expiresAt: new Date(Date.now() - 1000) })
    .where('personId', '=', who.id)
    .execute()
