import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseView, Contacts, Guide, OfficialRecord, OfficialRecords, ProblemDetails } from '../../api/contract.ts'
import { departDue } from '../../api/officials/leaving.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { today } from '../../forms/day.ts'
import { png } from '../files.ts'
import { caseOf, holding, stranger, until } from '../portal.ts'
import { clerk, resident } from '../residents.ts'
import { stack } from '../stack.ts'
import type { Visitor } from '../visitor.ts'

let database: Database
let db: Database['db']
let admin: Visitor
let adminId: string
beforeAll(async () => {
  database = openDatabase(stack.databaseUrl, 4)
  db = database.db
  const keeper = await clerk(db, 'admin')
  admin = holding(keeper.cookie)
  adminId = keeper.id
})
afterAll(async () => {
  await db.updateTable('official').set({ active: false, supervises: [] }).where('id', 'like', 'pokus-%').execute()
  await db.updateTable('official').set({ active: false }).where('id', '=', adminId).execute()
  await database.close()
})

const word = () => randomUUID().slice(0, 6)
const data = (name: string, more: object = {}) => ({
  name,
  department: 'registry',
  position: { cs: 'matrikářka', en: 'Registrar' },
  phone: '312000199',
  email: 'pokus@kladno.example',
  door: '115',
  responsible: [{ cs: 'Žlutí koně', en: 'Yellow horses' }],
  inboxes: ['registry'],
  ...more,
})
type Told = OfficialRecord & ProblemDetails
const add = (id: string, it: object) => admin.post<Told>('/api/officials', { data: { id, ...it } })
const change = ({ id, version }: OfficialRecord, it: object) =>
  admin.send<Told>('PUT', `/api/officials/${id}`, { version, data: it })
const leave = ({ id, version }: OfficialRecord, on: string, successor: string | null) =>
  admin.post<Told>(`/api/officials/${id}/leave`, { version, on, successor })
const contacts = async () => (await stranger().get<Contacts>('/api/contacts')).body.officials
const record = async (id: string) => {
  const { body } = await admin.get<OfficialRecords>('/api/officials')
  const found = body.officials.find(one => one.id === id)
  if (!found) throw new Error(`There is no official ${id}.`)
  return found
}
async function added(name: string, more: object = {}) {
  const id = `pokus-${word()}`
  const { status, body } = await add(id, data(name, more))
  if (status !== 201) throw new Error(`${name} was not added: ${status} ${JSON.stringify(body)}`)
  return body
}
const inDays = (days: number) => today(new Date(Date.now() + days * 86_400_000))

test('who is added, changed and pictured is in contacts at once, and the history knows', async () => {
  const name = `Žaneta Zkušební ${word()}`
  const made = await added(name)
  expect(await contacts()).toContainEqual(
    expect.objectContaining({
      name,
      phone: '+420312000199',
      door: '115',
      responsible: expect.objectContaining({ cs: 'Žlutí koně' }),
    }),
  )
  const changed = await change(made, data(name, { titles: 'Mgr.', door: '7' }))
  expect([changed.status, changed.body.name]).toEqual([200, `Mgr. ${name}`])
  // somebody else had opened the same version
  const late = await change(made, data(name, { door: '8' }))
  expect([late.status, late.body.code]).toEqual([409, 'official-changed'])
  expect((await contacts()).find(({ id }) => id === made.id)).toMatchObject({ door: '7', photo: null })

  const picture = Buffer.concat([png, Buffer.alloc(64)])
  picture.writeUInt32BE(400, 16)
  picture.writeUInt32BE(500, 20)
  const put = (bytes: Uint8Array, version: string) =>
    admin.send<Told>('POST', `/api/officials/${made.id}/photo?version=${version}`, bytes)
  const small = await put(png, changed.body.version)
  expect([small.status, small.body.code]).toEqual([422, 'photo-size'])
  const { body: pictured } = await put(picture, changed.body.version)
  const shown = (await contacts()).find(({ id }) => id === made.id)?.photo ?? ''
  const { status, headers } = await stranger().get(shown)
  expect([status, headers.get('content-type')]).toEqual([200, 'image/png'])
  const bare = await admin.send<Told>('DELETE', `/api/officials/${made.id}/photo`, { version: pictured.version })
  expect([bare.status, bare.body.photo]).toEqual([200, null])

  const history = await db
    .selectFrom('audit')
    .select(['what', 'details'])
    .where('actor', '=', adminId)
    .where(sql<boolean>`details->>'official' = ${made.id}`)
    .orderBy('id')
    .execute()
  expect(history.map(({ what }) => what)).toEqual([
    'added official',
    'changed official',
    'changed photo of official',
    'removed photo of official',
  ])
  expect(history[1]?.details).toMatchObject({ changed: { door: { before: '115', after: '7' } } })
})

test('every process hears of a change that another one makes', async () => {
  const { id } = await added(`Jiná ${word()}`)
  expect((await contacts()).find(one => one.id === id)?.door).toBe('115')
  await db.updateTable('official').set({ door: '911' }).where('id', '=', id).execute()
  await until(contacts, all => all.find(one => one.id === id)?.door === '911', 3)
})

test('whoever leaves is replaced everywhere at once', async () => {
  const [leaver, heir] = [
    await added(`Odcházející ${word()}`, {
      supervises: ['registry'],
      responsible: [{ cs: 'Odchody', en: 'Leavings' }],
    }),
    await added(`Nástupce ${word()}`, { supervises: [], inboxes: ['registry'] }),
  ]
  const away = await added(`Nemocná ${word()}`)
  await db.updateTable('official').set({ supervises: [] }).where('id', '=', 'lenka-vankova').execute()
  const session = await signedIn(leaver.id)
  const reader = holding((await resident(db)).cookie)
  const apply = async () =>
    (
      await reader.post<CaseView>('/api/cases', {
        id: randomUUID(),
        agenda: '_example',
        data: { reader: 'Eva', age: 'adult' },
      })
    ).body
  const [own, barred] = [await apply(), await apply()]
  expect(own.official?.id).toBe(leaver.id)
  const now = new Date()
  await db
    .updateTable('task')
    .set({ assignee: leaver.id, assignedAt: now })
    .where('caseId', 'in', [own.id, barred.id])
    .execute()
  await db
    .updateTable('task')
    .set({ not: [heir.id] })
    .where('caseId', '=', barred.id)
    .execute()
  const absence = randomUUID()
  await db
    .insertInto('absence')
    .values({
      id: absence,
      officialId: away.id,
      substituteId: leaver.id,
      fromDay: today(),
      toDay: inDays(5),
      createdBy: adminId,
    })
    .execute()

  expect((await leave(leaver, today(), heir.id)).body).toMatchObject({
    active: false,
    leftOn: today(),
    successor: { id: heir.id },
  })
  expect((await session.get('/api/inbox')).status).toBe(401)
  expect((await contacts()).map(({ id }) => id)).not.toContain(leaver.id)
  expect((await caseOf(reader, own.id)).official).toMatchObject({
    id: heir.id,
    responsible: { cs: 'Žlutí koně; Odchody' },
  })
  const tasks = await db
    .selectFrom('task')
    .select(['caseId', 'assignee'])
    .where('caseId', 'in', [own.id, barred.id])
    .execute()
  expect(Object.fromEntries(tasks.map(({ caseId, assignee }) => [caseId, assignee]))).toEqual({
    [own.id]: heir.id,
    [barred.id]: null,
  })
  const moves = await db.selectFrom('task_move').select('what').where('taskId', 'like', `${own.id}%`).execute()
  expect(moves).toEqual([{ what: 'assigned' }])
  const [substitution] = await db.selectFrom('absence').select('substituteId').where('id', '=', absence).execute()
  expect(substitution).toEqual({ substituteId: heir.id })

  // and back again, without taking anything from the successor
  const back = await admin.send<Told>('DELETE', `/api/officials/${leaver.id}/leave`, {
    version: (await record(leaver.id)).version,
  })
  expect(back.body).toMatchObject({ active: true, leftOn: null, successor: null })
  await db
    .updateTable('official')
    .set({ supervises: ['registry'] })
    .where('id', '=', 'lenka-vankova')
    .execute()
})

test('guides name the successor, in their words as well', async () => {
  const heir = await added(`Nový Nájemník ${word()}`, { department: 'property', inboxes: ['property'] })
  const guide = async () => (await stranger().get<Guide>('/api/guides/rents')).body
  expect((await guide()).html.cs).toContain('Ondřej Černý')
  const left = await leave(await record('ondrej-cerny'), today(), heir.id)
  expect((await guide()).html.cs).toContain(`${heir.name}, dveře číslo 115`)
  await admin.send('DELETE', '/api/officials/ondrej-cerny/leave', { version: left.body.version })
  expect((await guide()).html.cs).toContain('Ondřej Černý')
})

test('a departure to come changes nothing until its day', async () => {
  const planned = await added(`Plánovaný ${word()}`)
  const { body } = await leave(planned, inDays(3), null)
  expect(body).toMatchObject({ active: true, leftOn: inDays(3) })
  await departDue(db, new Date(Date.now() + 2 * 86_400_000))
  expect((await record(planned.id)).active).toBe(true)
  await Promise.all([1, 2].map(() => departDue(db, new Date(Date.now() + 3 * 86_400_000))))
  expect((await record(planned.id)).active).toBe(false)
})

test('what makes no sense is refused in words', async () => {
  const one = await added(`Jediný ${word()}`)
  const again = await add(one.id, data('Dvojník'))
  expect([again.status, again.body.code]).toEqual([409, 'official-exists'])
  const wrong = await add(`pokus-${word()}`, data('', { phone: 'volejte', department: 'kuchyně' }))
  expect([wrong.status, wrong.body.problems?.map(({ path }) => path).toSorted()]).toEqual([
    422,
    ['/department', '/name', '/phone'],
  ])
  for (const successor of [one.id, 'nikdo']) {
    const told = await leave(one, today(), successor)
    expect([told.status, told.body.code]).toEqual([409, 'no-successor'])
  }
  const others = db.updateTable('official').where('id', '<>', adminId)
  const without = sql<string[]>`array_remove(roles, 'admin')`
  await others
    .where(sql<boolean>`'admin' = any(roles)`)
    .set({ roles: without })
    .execute()
  const me = await record(adminId)
  const last = await change(me, data('Správce', { inboxes: ['registry'] }))
  expect([last.status, last.body.code]).toEqual([409, 'last-admin'])
  expect((await leave(me, inDays(9), null)).body.code).toBe('last-admin')
  await db
    .updateTable('official')
    .set({ roles: ['finance', 'admin'] })
    .where('id', '=', 'dana-stecova')
    .execute()
})

/** Somebody at the office who has a session. */
async function signedIn(id: string): Promise<Visitor> {
  const other = await clerk(db, 'registry')
  await db.updateTable('session').set({ officialId: id }).where('officialId', '=', other.id).execute()
  await db.updateTable('official').set({ active: false }).where('id', '=', other.id).execute()
  return holding(other.cookie)
}
