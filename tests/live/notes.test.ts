import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseView, ProblemDetails } from '../../api/contract.ts'
import { mostNotes } from '../../api/notes.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { answer, decide, officer, taskOf } from '../deciding.ts'
import { png, uploaded } from '../files.ts'
import { keepHistory } from '../histories.ts'
import { file, mandate, somebody } from '../mandating.ts'
import { freshAddress, mailsCome, mailsTo } from '../mail.ts'
import { ended, happened, openPayment, payer, seen } from '../paying.ts'
import { caseOf, holding } from '../portal.ts'
import { resident } from '../residents.ts'
import { stack } from '../stack.ts'
import type { Visitor } from '../visitor.ts'

let database: Database
let db: Database['db']
let registrar: Visitor
beforeAll(async () => {
  database = openDatabase(stack.databaseUrl, 4)
  db = database.db
  registrar = await officer(db, 'registry')
})
afterAll(() => database.close())

/** A reader with an address, whose application waits for the registry. */
async function applied() {
  const { id: person, cookie, name } = await resident(db)
  const address = freshAddress()
  await db.updateTable('person').set({ email: address }).where('id', '=', person).execute()
  const who = holding(cookie)
  const { body } = await who.post<CaseView>('/api/cases', {
    id: randomUUID(),
    agenda: '_example',
    data: { reader: 'Eva', age: 'adult' },
  })
  return { who, id: body.id, name, address }
}
const write = (who: Visitor, id: string, text: string, more: { id?: string; files?: string[] } = {}) =>
  who.post<CaseView & ProblemDetails>(`/api/cases/${id}/messages`, { id: randomUUID(), kind: 'note', text, ...more })
const read = (who: Visitor, id: string, until: string) => who.post(`/api/cases/${id}/read`, { until })
const changedAt = async (id: string) =>
  (await db.selectFrom('task').select('changedAt').where('caseId', '=', id).executeTakeFirstOrThrow()).changedAt

test('citizen and clerk write to each other; the case waits on as it was', async () => {
  const { who, id, name, address } = await applied()
  const before = await changedAt(id)
  expect(await caseOf(who, id)).toMatchObject({ notes: [], mayWrite: true, unread: false })
  const file = await uploaded(who, 'průkaz.png', png)
  const asked = await write(who, id, '  Stačí\nobčanka?  ', { files: [file.id] })
  expect(asked.status).toBe(200)
  const mine = { from: 'citizen', name, text: 'Stačí\nobčanka?', files: [file], mine: true }
  expect(asked.body).toMatchObject({ seq: 2, open: [{ step: 'verdict' }], notes: [mine], unread: false })

  // the clerk sees it before and after opening, until it is read
  const task = await taskOf(registrar, id)
  expect(task).toMatchObject({ unread: true })
  expect((await changedAt(id)).getTime()).toBeGreaterThan(before.getTime())
  const opened = await caseOf(registrar, id)
  expect(opened).toMatchObject({ unread: true, notes: [{ ...mine, mine: false }] })
  expect((await registrar.get(`/api/files/${file.id}`)).status).toBe(200)
  await write(who, id, 'A ještě: musím přijít?')
  expect((await read(registrar, id, opened.notes[0]?.at ?? '')).status).toBe(204)
  expect(await caseOf(registrar, id)).toMatchObject({ unread: true })
  expect((await read(registrar, id, (await caseOf(registrar, id)).notes.at(-1)?.at ?? '')).status).toBe(204)
  expect(await taskOf(registrar, id)).toMatchObject({ unread: false })

  await write(who, id, 'Ještě jedna.')
  const told = await write(registrar, id, 'Stačí. Přijít nemusíte.')
  expect(told.body).toMatchObject({ unread: false, notes: [{}, {}, {}, { from: 'office', mine: true }] })
  const seenByCitizen = await caseOf(who, id)
  expect(seenByCitizen.notes.at(-1)).toMatchObject({ from: 'office', text: 'Stačí. Přijít nemusíte.', mine: false })
  expect(happened(seenByCitizen).slice(-4)).toEqual(['noted', 'noted', 'noted', 'noted'])
  const letter = (await mailsCome(address, 2)).find(({ subject }) => subject.startsWith('Úřad vám napsal'))
  expect(letter?.text).toContain('Stačí. Přijít nemusíte.')
  expect((await mailsTo(address)).filter(({ subject }) => subject.startsWith('Úřad vám napsal'))).toHaveLength(1)

  await decide(registrar, id, { verdict: 'grant' })
  expect((await ended(who, id)).outcome).toBe('granted')
  const late = await write(who, id, 'Děkuji.')
  expect([late.status, late.body.code]).toEqual([409, 'case-closed'])
  await keepHistory(id, 'granted-after-notes')
})

test('while the citizen is on the move, words reach the next task', async () => {
  const { who, id } = await applied()
  await decide(registrar, id, { verdict: 'ask', reasons: 'Chybí adresa.' })
  await write(who, id, 'Kde adresu najdu?')
  await write(registrar, id, 'Na občance.')
  await write(who, id, 'Děkuji, našla jsem.')
  const { open } = await caseOf(who, id)
  await answer(who, id, open[0]?.key ?? '', { note: 'Severní 1' })
  expect(await taskOf(registrar, id)).toMatchObject({ unread: true })
})

test('one message sent again counts once, its file as well', async () => {
  const { who, id } = await applied()
  const file = await uploaded(who, 'a.png', png)
  const message = randomUUID()
  const send = () => write(who, id, 'Jednou', { id: message, files: [file.id] })
  const answers = [...(await Promise.all([send(), send(), send()])), await send()]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect((await caseOf(who, id)).notes).toHaveLength(1)
})

test('what cannot be taken is refused in words', async () => {
  const { who, id } = await applied()
  const empty = await write(who, id, ' \n ')
  expect([empty.status, empty.body.problems]).toMatchObject([422, [{ path: '/text' }]])
  expect((await write(who, id, 'á'.repeat(2001))).status).toBe(422)
  expect((await write(who, id, 'á'.repeat(2000))).status).toBe(200)
  const foreign = await uploaded(holding((await resident(db)).cookie), 'b.png', png)
  const stolen = await write(who, id, 'Cizí', { files: [foreign.id] })
  expect([stolen.status, stolen.body.problems]).toMatchObject([422, [{ path: '/files/0', rule: 'file-gone' }]])

  const { who: paying, debts } = await payer(db, 78_000)
  const { id: payment } = await openPayment(paying, [{ liability: debts[0] ?? '', amount: 78_000 }])
  expect(await seen(paying, payment, view => view.open.length > 0)).toMatchObject({ mayWrite: false })
  const unread = await write(paying, payment, 'Haló?')
  expect([unread.status, unread.body.code]).toEqual([409, 'nobody-reads'])
})

test('one who acts for another writes as “X for Y”, and the office’s words reach everybody who takes part and may see', async () => {
  const [agent, mother, former] = [await somebody(db), await somebody(db), await somebody(db)]
  for (const one of [agent, mother, former])
    await db.updateTable('person').set({ email: freshAddress() }).where('id', '=', one.id).execute()
  await mandate(db, mother.subject, agent, [{ agenda: '_example', actions: ['view', 'file'] }])
  const { body: filed } = await file(agent.who, '_example', { reader: 'Eva', age: 'adult' }, mother.subject)
  const written = await write(agent.who, filed.id, 'Stačí občanka?')
  expect(written.body.notes).toMatchObject([{ name: agent.name, for: mother.name, mine: true }])
  await write(mother.who, filed.id, 'Já se ptám také.')
  const told = await write(registrar, filed.id, 'Stačí.')
  expect(told.body.notes).toMatchObject([{ for: mother.name }, { name: mother.name }, { from: 'office', for: null }])
  const letters = await db
    .selectFrom('notification')
    .select(['personId', 'text'])
    .where('caseId', '=', filed.id)
    .execute()
  const about = letters.filter(({ text }) => text === 'house/note').map(({ personId }) => personId)
  expect(about).toHaveLength(2)
  expect(new Set(about)).toEqual(new Set([agent.id, mother.id]))
  await decide(registrar, filed.id, { verdict: 'grant' })
  expect((await ended(agent.who, filed.id)).outcome).toBe('granted')
  await keepHistory(filed.id, 'notes-for-another')
})

test('so many messages a day are enough from one side of a case; the other side may still answer', async () => {
  const { who, id } = await applied()
  const day = (text: string) => write(who, id, text)
  for (let n = 0; n < mostNotes; n++) expect((await day(`Zpráva ${n}`)).status).toBeLessThan(300)
  const stopped = await day('Ještě jedna')
  expect([stopped.status, stopped.body.code]).toEqual([429, 'too-many-notes'])
  expect((await write(registrar, id, 'Zavolejte mi prosím.')).status).toBe(200)
  await db
    .updateTable('message')
    .set({ at: new Date(Date.now() - 86_400_000) })
    .where('caseId', '=', id)
    .where('kind', '=', 'note')
    .execute()
  expect((await day('Další den')).status).toBe(200)
})
