import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  AddressSuggestions,
  CaseView,
  DeskMatters,
  DeskPerson,
  DeskState,
  Inbox,
  ProblemDetails,
  TaskView,
} from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { filedAtDesk } from '../../api/desk/filing.ts'
import { loadCity } from '../../city/city.ts'
import { deskClerk, founded, newcomer, printed, withPasskey } from '../desk.ts'
import { decide, officer, stepOf } from '../deciding.ts'
import { png, uploaded } from '../files.ts'
import { textOf } from '../pdf.ts'
import { caseOf, holding, until } from '../portal.ts'
import { clerk, resident } from '../residents.ts'
import { stack } from '../stack.ts'
import type { Visitor } from '../visitor.ts'

let database: Database
let desk: Awaited<ReturnType<typeof deskClerk>>
beforeAll(async () => {
  database = openDatabase(stack.databaseUrl, 3)
  desk = await deskClerk(database.db)
})
afterAll(() => database.close())

/** Somebody at the desk who owes the city 78 000 haléře. */
async function debtor(): Promise<{ person: DeskPerson; birthDate: string }> {
  const owner = await resident(database.db, { owes: [78_000, 12_050], paired: false })
  const who = newcomer()
  const { id } = await founded(desk, who)
  const { body } = await desk.post<DeskPerson>(`/api/desk/people/${id}/pair`, { subject: owner.subject })
  return { person: body, birthDate: who.birthDate }
}
// the library card stands for any agenda that asks for a form alone; it is filed though the page does not list examples
const filing = (id: string = crypto.randomUUID()) => ({
  id,
  agenda: '_example',
  data: { reader: 'Eva Nová', age: 'adult' },
})
const file = (by: Visitor, person: string, body = filing()) =>
  by.post<CaseView>(`/api/desk/people/${person}/cases`, body)

describe('assisted service', () => {
  test('files a case that is the person’s own, marked with who helped, in the timeline, the task and the audit', async () => {
    const who = newcomer()
    const { id } = await founded(desk, who)
    const message = filing()
    const { status, body } = await file(desk, id, message)
    expect(status).toBe(201)
    expect(body.assistedBy).toBe(desk.name)
    expect(body.timeline[0]?.body?.cs).toContain(desk.name)
    const answered = body.timeline.find(({ what }) => what === 'answered')
    expect(answered?.actor).toBe(`${who.givenName} ${who.familyName} (+ ${desk.name})`)
    // once more does nothing twice
    expect((await file(desk, id, message)).body.id).toBe(body.id)

    const row = await database.db
      .selectFrom('case')
      .select(['personId', 'assistedBy'])
      .where('id', '=', body.id)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ personId: id, assistedBy: desk.id })
    const stored = await database.db
      .selectFrom('message')
      .select('actor')
      .where('id', '=', message.id)
      .executeTakeFirstOrThrow()
    expect(stored.actor).toMatchObject({
      kind: 'person',
      id,
      assurance: 'substantial',
      assistedBy: { id: desk.id, name: desk.name },
    })
    const audit = await database.db
      .selectFrom('audit')
      .select(['actor', 'actorKind', 'what', 'details'])
      .where('caseId', '=', body.id)
      .execute()
    expect(audit).toContainEqual({
      actor: desk.id,
      actorKind: 'official',
      what: 'filed _example at the desk',
      details: { person: id },
    })

    const registrar = holding((await clerk(database.db, 'registry')).cookie)
    const task = (await registrar.get<Inbox>('/api/inbox')).body.tasks.find(one => one.case === body.id)
    const view = await registrar.get<TaskView>(`/api/tasks/${encodeURIComponent(task?.id ?? '')}`)
    expect(view.body.caseView.assistedBy).toBe(desk.name)

    // the person sees it at home as theirs
    const { who: citizen } = await withPasskey(await printed(desk, id), who.birthDate)
    expect(await caseOf(citizen, body.id)).toMatchObject({ id: body.id, assistedBy: desk.name, mayWithdraw: true })
  })

  test('answers a later step with the person present: theirs, marked with who helped, with a file of the official’s', async () => {
    const who = newcomer()
    const { id } = await founded(desk, who)
    const { body: filed } = await file(desk, id)
    const registrar = await officer(database.db, 'registry')
    await decide(registrar, filed.id, { verdict: 'ask', reasons: 'Chybí adresa.' })
    const path = `/api/desk/people/${id}/cases/${filed.id}`
    const open = await until(
      async () => (await desk.get<CaseView>(path)).body,
      view => view.mine,
    )
    const stepKey = stepOf(open)
    const scan = await uploaded(desk, 'sken.png', png)
    const message = { id: crypto.randomUUID(), stepKey, data: { note: 'Severní 1', attachments: [scan] } }
    const done = await desk.post<CaseView>(`${path}/messages`, message)
    expect(done.status).toBe(200)
    expect(done.body.timeline.findLast(({ what }) => what === 'answered')?.actor).toBe(
      `${who.givenName} ${who.familyName} (+ ${desk.name})`,
    )
    expect((await desk.post<CaseView>(`${path}/messages`, message)).status).toBe(200)
    const again = await desk.post<ProblemDetails>(`${path}/messages`, { ...message, id: crypto.randomUUID() })
    expect(again.body.code).toBe('already-answered')
    const { actor } = await database.db
      .selectFrom('message')
      .select('actor')
      .where('id', '=', message.id)
      .executeTakeFirstOrThrow()
    expect(actor).toMatchObject({ kind: 'person', id, assistedBy: { id: desk.id } })
    const deeds = await database.db
      .selectFrom('audit')
      .select(['actor', 'what'])
      .where('caseId', '=', filed.id)
      .execute()
    expect(deeds).toContainEqual({ actor: desk.id, what: `answered ${stepKey} at the desk` })

    // a clerk's step is not the person's, and nobody is served who has left
    await decide(registrar, filed.id, { verdict: 'ask', reasons: 'A podpis.' })
    const next = await until(
      async () => (await desk.get<CaseView>(path)).body,
      view => view.mine,
    )
    const judged = { id: crypto.randomUUID(), stepKey: stepOf(next), data: {} }
    expect((await desk.post<ProblemDetails>(`${path}/messages`, judged)).status).toBe(422)
    await desk.post(`/api/desk/people/${id}/leave`, undefined)
    expect((await desk.post<ProblemDetails>(`${path}/messages`, judged)).body.code).toBe('not-present')
  })

  test('shows what the person owes and has filed, and prints how to pay it', async () => {
    const { person } = await debtor()
    const filed = await file(desk, person.id)
    const { body } = await desk.get<DeskMatters>(`/api/desk/people/${person.id}/matters`)
    expect(body).toMatchObject({ owed: 90_050, cases: [{ id: filed.body.id }] })
    const own = await desk.get<CaseView>(`/api/desk/people/${person.id}/cases/${filed.body.id}`)
    expect(own.body.number).toBe(filed.body.number)
    const response = await fetch(`${stack.urls.portal}/api/desk/people/${person.id}/payment-details`, {
      headers: { cookie: `portal_session=${desk.cookie}`, 'accept-language': 'cs' },
    })
    const text = textOf(Buffer.from(await response.arrayBuffer()))
    expect(text).toMatch(/780\sKč/)
    for (const { variableSymbol } of body.liabilities) expect(text).toContain(variableSymbol)
  })

  test('ends with the person: nothing is filed for somebody who has left, nor for anybody else', async () => {
    const first = await founded(desk, newcomer())
    const second = await founded(desk, newcomer())
    const cases = () =>
      database.db.selectFrom('case').select('id').where('personId', 'in', [first.id, second.id]).execute()
    expect((await file(desk, first.id)).body as unknown as ProblemDetails).toMatchObject({ code: 'not-present' })
    await desk.post(`/api/desk/people/${second.id}/leave`, undefined)
    expect((await file(desk, second.id)).body as unknown as ProblemDetails).toMatchObject({ code: 'not-present' })
    expect(await cases()).toEqual([])
    // a case of somebody else is not shown beside the person present
    const { person } = await debtor()
    const theirs = await file(desk, person.id)
    const next = await founded(desk, newcomer())
    expect((await desk.get(`/api/desk/people/${next.id}/cases/${theirs.body.id}`)).status).toBe(404)
  })

  test('judges the form as for anybody, and leaves payments to the sheet', async () => {
    const { id } = await founded(desk, newcomer())
    const wrong = await file(desk, id, { ...filing(), data: { reader: 'Eva', age: 'old' } as never })
    expect(wrong).toMatchObject({ status: 422, body: { code: 'invalid' } })
    const pay = await file(desk, id, { ...filing(), agenda: 'fee-payment' })
    expect(pay).toMatchObject({ status: 404, body: { code: 'unknown-agenda' } })
    const offered = (await desk.get<DeskState>('/api/desk')).body.agendas.map(one => one.id)
    const all = filedAtDesk({ settings: { environment: 'test' } as never, city: loadCity(), now: () => new Date() })
    expect(offered).toEqual(all.map(one => one.id))
    expect(offered).not.toContain('fee-payment')
  })
})

describe('addresses', () => {
  test('are suggested to whoever is signed in; a register that is away is said, and costs nothing', async () => {
    const who = holding((await resident(database.db)).cookie)
    const ask = () => who.get<AddressSuggestions>('/api/addresses?q=vrchlic%202345')
    expect((await ask()).body.addresses[0]).toMatchObject({
      ruianCode: '99000001',
      street: 'Vrchlického',
      municipality: 'Kladno',
    })
    await stack.registers.controls.misbehave({ register: 'RÚIAN', does: 'reset', times: 1 })
    expect(await ask()).toMatchObject({ status: 503, body: { code: 'register-away' } })
    expect((await ask()).status).toBe(200)
  })
})
