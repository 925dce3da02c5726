import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { recheckDue } from '../../../activities/mandates/rechecking.ts'
import { mandateById } from '../../../activities/mandates/rows.ts'
import type { Mandate, OfficeMandate, OfficeMandates, Principals, ProblemDetails } from '../../../api/contract.ts'
import { databaseForTests } from '../../database.ts'
import { answerTo, decide, officer, stepOf } from '../../deciding.ts'
import { atGateway } from '../../gateway.ts'
import { keepHistory } from '../../histories.ts'
import {
  answers,
  approval,
  comesIn,
  company,
  file,
  granted,
  mandate,
  named,
  paying,
  somebody,
  TestRegisters,
  type Somebody,
} from '../../mandating.ts'
import { checkout, ended, lastWords, openPayment, plain, seen } from '../../paying.ts'
import { caseOf, holding } from '../../portal.ts'
import { clerk } from '../../residents.ts'
import { inRegister } from '../../desk.ts'
import { stack } from '../../stack.ts'
import type { Visitor } from '../../visitor.ts'
import { mandatesOf } from './room.ts'

// A mandate that is suspended and goes on, and one that the state's registers speak against while it runs.

const { controls } = stack.registers
const db = databaseForTests()
let finance: Visitor
let registry: Visitor
beforeAll(async () => {
  finance = await officer(db(), 'finance')
  registry = await officer(db(), 'registry')
})
afterEach(() => controls.behave())

const leading = [{ agenda: '_example', actions: ['view', 'file'] as const }]
const application = { reader: 'Věra Krejčí', age: 'adult' }
const suspend = (who: Visitor, id: string, reason = 'Zmocnitel ohlásil, že listinu nepodepsal.') =>
  who.post<OfficeMandate & ProblemDetails>(`/api/office/mandates/${id}/suspend`, { reason })
const resume = (who: Visitor, id: string, reason?: string) =>
  who.post<OfficeMandate & ProblemDetails>(`/api/office/mandates/${id}/resume`, reason === undefined ? {} : { reason })
const principalsOf = async (who: Visitor) => (await who.get<Principals>('/api/principals')).body.principals
const row = (id: string) => db().selectFrom('mandate').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** A power of attorney that two people and a clerk have made valid; its case keeps it. */
async function valid(principal: Somebody, agent: Somebody): Promise<{ id: string; mandate: Mandate }> {
  const view = await granted(principal, agent)
  await comesIn(agent, view)
  await answers(agent.who, view.id, 'acceptance', { accept: 'yes' })
  await decide(finance, view.id, approval)
  await seen(principal.who, view.id, ({ open }) => open[0]?.step === 'revocation')
  const [one] = await mandatesOf(principal.who)
  if (!one) throw new Error('There is no mandate.')
  return { id: view.id, mandate: one }
}

/** A case led under a mandate that waits for the agent. */
async function waiting(agent: Somebody, mother: Somebody): Promise<{ caseId: string; mandate: string }> {
  const id = await mandate(db(), mother.subject, agent, leading)
  const { body: filed } = await file(agent.who, '_example', application, mother.subject)
  await decide(registry, filed.id, { verdict: 'ask', reasons: 'Chybí adresa.' })
  await seen(agent.who, filed.id, view => view.mine)
  return { caseId: filed.id, mandate: id }
}

describe('a suspended mandate', () => {
  test('allows nothing, both are told why in plain words, and resumed it allows what it did', async () => {
    const [mother, son] = [await somebody(db(), 20_000), await somebody(db())]
    const { id, mandate: made } = await valid(mother, son)
    const done = await suspend(finance, made.id)
    expect(done).toMatchObject({ status: 200, body: { state: 'suspended', maySuspend: false, mayResume: true } })
    expect(await row(made.id)).toMatchObject({
      state: 'suspended',
      suspendedBy: expect.stringContaining('test-finance'),
    })

    expect(await principalsOf(son.who)).toEqual([])
    const path = `/api/liabilities/${mother.owes[0]}`
    expect((await son.who.get<ProblemDetails>(path)).body).toMatchObject({ code: 'mandate-suspended', status: 403 })
    for (const { who } of [mother, son])
      expect((await mandatesOf(who))[0]).toMatchObject({
        state: 'suspended',
        stateTitle: { cs: 'pozastaveno' },
        reason: 'Zmocnitel ohlásil, že listinu nepodepsal.',
      })
    const told = await seen(mother.who, id, view => view.timeline.some(({ what }) => what === 'mandate-suspended'))
    expect(told.state).toBe('open')
    expect(plain(lastWords(told))).toContain('Důvod: Zmocnitel ohlásil')
    expect(plain(lastWords(await caseOf(son.who, id)))).toContain('pozastavili')
    // once more changes nothing
    expect((await suspend(finance, made.id, 'Jiný důvod.')).body.reason).toBe(
      'Zmocnitel ohlásil, že listinu nepodepsal.',
    )

    expect((await resume(finance, made.id, 'Podpis jsme ověřili.')).body).toMatchObject({
      state: 'active',
      reason: null,
    })
    expect(await row(made.id)).toMatchObject({ state: 'active', suspendedAt: null, suspendedBy: null })
    expect((await son.who.get(path)).status).toBe(200)
    await seen(mother.who, id, view => plain(lastWords(view)).includes('Podpis jsme ověřili.'))
    const deeds = await db()
      .selectFrom('audit')
      .select('what')
      .where(sql<string>`details ->> 'mandate'`, '=', made.id)
      .orderBy('id')
      .execute()
    expect(deeds.map(({ what }) => what)).toEqual(['suspended mandate', 'resumed mandate'])

    // its own end comes all the same, also out of a suspension
    await suspend(finance, made.id)
    await mother.who.post(`/api/mandates/${made.id}/revoke`, { id: randomUUID() })
    expect((await ended(mother.who, id)).outcome).toBe('revoked')
    expect((await resume(finance, made.id)).body.code).toBe('mandate-not-suspended')
    await keepHistory(id, 'suspended-resumed-revoked')
  })

  test('freezes the case led under it; resumed, the case goes on where it stood', async () => {
    const [agent, mother] = [await somebody(db()), await somebody(db())]
    const { caseId, mandate: id } = await waiting(agent, mother)
    await suspend(finance, id)
    const frozen = await seen(mother.who, caseId, view => view.open[0]?.frozen === true)
    expect(frozen.open[0]).toMatchObject({ frozenBy: 'suspended', mine: true })
    expect(frozen.open[0]?.awaited.cs).toContain('pozastavené')
    expect(lastWords(frozen)).toContain('můžete v něm pokračovat sami')
    for (const at of [`/api/cases/${caseId}`, `/api/cases/${caseId}/live`])
      expect((await agent.who.get<ProblemDetails>(at)).body.code).toBe('mandate-suspended')
    const late = answerTo(stepOf(frozen), { note: 'Severní 1' })
    expect((await agent.who.post<ProblemDetails>(`/api/cases/${caseId}/messages`, late)).body.code).toBe(
      'mandate-suspended',
    )
    const filing = { id: randomUUID(), agenda: '_example', data: application, for: mother.subject }
    expect((await agent.who.post<ProblemDetails>('/api/cases', filing)).body.code).toBe('mandate-suspended')

    await resume(finance, id)
    const open = await seen(agent.who, caseId, view => view.open[0]?.frozen === false)
    expect(lastWords(open)).toContain('zase platí')
    await answers(agent.who, caseId, 'supplement', { note: 'Severní 1' })
    await decide(registry, caseId, { verdict: 'grant' })
    expect((await ended(agent.who, caseId)).outcome).toBe('granted')
    await keepHistory(caseId, 'suspended-then-granted')
  })

  test('the principal goes on meanwhile: the case is theirs, and the end of the suspension changes nothing in it', async () => {
    const [agent, mother] = [await somebody(db()), await somebody(db())]
    const { caseId, mandate: id } = await waiting(agent, mother)
    await suspend(finance, id)
    await seen(mother.who, caseId, view => view.open[0]?.frozen === true)
    await answers(mother.who, caseId, 'supplement', { note: 'Severní 1' })
    await resume(finance, id)
    await decide(registry, caseId, { verdict: 'ask', reasons: 'A ještě podpis.' })
    const open = await seen(mother.who, caseId, view => view.open[0]?.step === 'supplement')
    expect([open.open[0]?.frozen, lastWords(open)]).toEqual([false, 'A ještě podpis.'])
  })

  test('an unpaid checkout under it is closed, nothing charged', async () => {
    const [agent, mother] = [await somebody(db()), await somebody(db(), 20_000)]
    const id = await mandate(db(), mother.subject, agent, paying)
    const view = await openPayment(agent.who, [{ liability: mother.owes[0] ?? '', amount: 20_000 }])
    await suspend(finance, id)
    expect((await ended(agent.who, view.id)).outcome).toBe('mandate-ended')
    expect(await atGateway(checkout(view))).toBe('expired')
  })

  test('is for officials who verify mandates, not in their own matter, nor what a register keeps; each search is on record', async () => {
    const [agent, mother] = [await somebody(db()), await somebody(db())]
    const id = await mandate(db(), mother.subject, agent, leading)
    expect((await suspend(registry, id)).status).toBe(403)
    expect((await suspend(mother.who, id)).status).toBe(403)
    expect((await suspend(finance, id, ' ')).status).toBe(422)
    const own = holding((await clerk(db(), 'finance', { personId: agent.id })).cookie)
    expect((await suspend(own, id)).body.code).toBe('own-matter')
    const firm = await company(db())
    const everything = [{ agenda: '*', actions: ['view', 'file'] as const }]
    const byLaw = await mandate(db(), firm.subject, agent, everything, { basis: 'statutory', source: 'register' })
    expect((await suspend(finance, byLaw)).body.code).toBe('mandate-from-register')

    const found = (await finance.get<OfficeMandates>(`/api/office/mandates?q=${encodeURIComponent(mother.name)}`)).body
    expect(found.mandates).toMatchObject([{ id, maySuspend: true, mayRevoke: false }])
    await suspend(finance, id)
    const waits = (await finance.get<OfficeMandates>('/api/office/mandates')).body.mandates
    expect(waits[0]).toMatchObject({ id, state: 'suspended' })
  })
})

describe('what the registers say of a mandate that runs', () => {
  const longAgo = (id: string) =>
    db()
      .updateTable('mandate')
      .set({ checkedAt: new Date(Date.now() - 25 * 3_600_000) })
      .where('id', '=', id)
      .execute()
  const registered = (registers: TestRegisters, who: Somebody, more: { died?: string; limitedCapacity?: boolean }) => {
    const { familyName, ...rest } = named(who)
    const person = {
      aifo: randomUUID(),
      ...rest,
      familyName,
      address: null,
      died: null,
      limitedCapacity: false,
      ...more,
    }
    registers.people.set(familyName, person)
  }

  test('the principal has died: the next act under it is refused, the mandate ends, the agent is told', async () => {
    const [mother, son] = [await somebody(db(), 20_000), await somebody(db())]
    const { id, mandate: made } = await valid(mother, son)
    const aifo = await inRegister(named(mother))
    await longAgo(made.id)
    const pay = () => file(son.who, 'fee-payment', { items: [{ liability: mother.owes[0], amount: 20_000 }] })
    // an outage stops nobody
    await controls.misbehave({ register: 'ROB', does: 'status' })
    const view = await openPayment(son.who, [{ liability: mother.owes[0] ?? '', amount: 10_000 }])
    expect(view.payment?.state).toBe('open')
    await son.who.post(`/api/cases/${view.id}/messages`, { id: randomUUID(), kind: 'withdraw' })
    await ended(son.who, view.id)
    await controls.behave()
    await controls.died(aifo, '2026-01-05')
    expect((await pay()).status).toBe(422)
    expect(await row(made.id)).toMatchObject({ state: 'expired', found: 'principal-died', endedBy: 'portal' })
    const over = await ended(mother.who, id)
    expect([over.outcome, over.outcomeTitle?.cs]).toEqual(['ended', 'zaniklo'])
    expect(plain(lastWords(await caseOf(son.who, id)))).toContain('soustrast')
    expect((await mandatesOf(son.who))[0]?.found?.cs).toContain('§ 448')
    const letters = await db()
      .selectFrom('notification')
      .select(['personId', 'text'])
      .where('caseId', '=', id)
      .execute()
    expect(letters).toContainEqual({ personId: son.id, text: 'house/mandate-principal-died' })
    expect(letters).not.toContainEqual({ personId: mother.id, text: 'house/mandate-principal-died' })
    await keepHistory(id, 'principal-died')
  })

  test('filing and answering ask, too; once a day is enough', async () => {
    const [mother, agent] = [await somebody(db()), await somebody(db())]
    const { caseId, mandate: id } = await waiting(agent, mother)
    const aifo = await inRegister(named(agent))
    await answers(agent.who, caseId, 'supplement', { note: 'Severní 1' })
    await decide(registry, caseId, { verdict: 'ask', reasons: 'A podpis.' })
    const open = await seen(agent.who, caseId, view => view.mine)
    expect((await controls.asked()).filter(one => one.case === id)).toEqual([])
    await longAgo(id)
    await controls.died(aifo, '2026-01-05')
    const reply = answerTo(stepOf(open), { note: 'Tady.' })
    const refused = await agent.who.post<ProblemDetails>(`/api/cases/${caseId}/messages`, reply)
    expect([refused.status, refused.body.code]).toEqual([404, 'mandate-ended'])
    await seen(mother.who, caseId, view => view.open[0]?.frozen === true)
    expect((await controls.asked()).filter(one => one.case === id).length).toBeGreaterThan(0)
  })

  test('the sweep: a dissolved company ends it; limited capacity is a doubt for a clerk; who has looked is not asked again', async () => {
    const registers = new TestRegisters()
    const [agent, mother, firm] = [await somebody(db()), await somebody(db()), await company(db())]
    const ofFirm = await mandate(db(), firm.subject, agent, paying)
    const ofMother = await mandate(db(), mother.subject, agent, paying)
    registers.register(firm, 1, [agent], '2026-02-01')
    registered(registers, mother, { limitedCapacity: true })
    for (const id of [ofFirm, ofMother]) await longAgo(id)
    registers.away = true
    expect(await recheckDue({ db: db(), registers })).toBe(0)
    registers.away = false
    expect(await recheckDue({ db: db(), registers })).toBe(2)
    expect(await mandateById(db(), ofFirm)).toMatchObject({ state: 'expired', found: 'company-dissolved' })
    expect(await mandateById(db(), ofMother)).toMatchObject({ state: 'suspended', found: 'principal-incapable' })
    expect((await resume(finance, ofMother)).body.state).toBe('active')
    await longAgo(ofMother)
    expect(await recheckDue({ db: db(), registers })).toBe(0)
    expect(await mandateById(db(), ofMother)).toMatchObject({ state: 'active' })
  })

  test('a child and a ward are represented although they do not act themselves', async () => {
    const registers = new TestRegisters()
    const [guardian, ward] = [await somebody(db()), await somebody(db())]
    const id = await mandate(db(), ward.subject, guardian, paying, { basis: 'guardian', source: 'register' })
    registered(registers, ward, { limitedCapacity: true })
    await longAgo(id)
    await recheckDue({ db: db(), registers })
    expect(await mandateById(db(), id)).toMatchObject({ state: 'active' })
  })

  test('whose turn it is, is found by an index', async () => {
    const { rows } = await db()
      .transaction()
      .execute(async tx => {
        await sql`set local enable_seqscan = off`.execute(tx)
        return sql<{ 'QUERY PLAN': string }>`explain select id from mandate where state = 'active'
        and checked_at < now() - interval '24 hours' order by checked_at limit 200`.execute(tx)
      })
    expect(rows.map(row => row['QUERY PLAN']).join('\n')).toContain('mandate_unchecked')
  })
})
