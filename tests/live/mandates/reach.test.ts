import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { databaseForTests } from '../../database.ts'
import { file } from '../../mandating.ts'
import { holding } from '../../portal.ts'
import { resident } from '../../residents.ts'
import { bornYearsAgo } from './room.ts'

const db = databaseForTests()

test('a minor with their own sign-in reads and asks in personal matters, but does not file', async () => {
  const child = await resident(db(), { owes: [] })
  await db()
    .updateTable('person')
    .set({ birthDate: bornYearsAgo(16) })
    .where('id', '=', child.id)
    .execute()
  const who = holding(child.cookie)
  expect((await who.get('/api/liabilities')).status).toBe(200)
  const tried = await file(who, '_example', { reader: 'Eliška', age: 'adult' })
  expect(tried.body).toMatchObject({ code: 'minor', status: 403 })
  expect((await who.get('/api/session')).body).toMatchObject({ user: { minor: true } })
})

test('whom I act for is found by an index, however many mandates there are', async () => {
  const { rows } = await db()
    .transaction()
    .execute(async tx => {
      await sql`set local enable_seqscan = off`.execute(tx)
      return sql<{ 'QUERY PLAN': string }>`explain select * from mandate m where m.id in
      (select mandate_id from mandate_agent where person_id = ${randomUUID()}) and m.state = 'active'`.execute(tx)
    })
  expect(rows.map(row => row['QUERY PLAN']).join('\n')).toContain('mandate_agent_person')
})
