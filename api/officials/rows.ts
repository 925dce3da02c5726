import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'

/** All officials, those who left among them, without their pictures. */
export const officialRows = (db: Db) =>
  db
    .selectFrom('official')
    .select(['id', 'name', 'titles', 'department', 'position', 'phone', 'email', 'door', 'responsible'])
    .select(['roles', 'supervises', 'active', 'leftOn', 'successorId', 'changedAt'])
    .select(sql<boolean>`photo is not null`.as('hasPhoto'))

export type OfficialRow = Awaited<ReturnType<ReturnType<typeof officialRows>['execute']>>[number]
