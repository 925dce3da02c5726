import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { ProblemDetails } from '../../../api/contract.ts'
import { databaseForTests } from '../../database.ts'
import { answerTo, decide, officer, stepOf } from '../../deciding.ts'
import { keepHistory } from '../../histories.ts'
import { answers, company, file, mandate, paying, somebody } from '../../mandating.ts'
import { ended, lastWords, seen } from '../../paying.ts'
import { caseOf } from '../../portal.ts'
import type { Visitor } from '../../visitor.ts'
import { everything, mandatesOf, owedIn, revoke } from './room.ts'

const db = databaseForTests()

describe('a running case', () => {
  const application = { reader: 'Věra Krejčí', age: 'adult' }
  const leading = [{ agenda: '_example', actions: ['view', 'file'] as const }]

  test('filed for the principal, frozen when the mandate ends, and the principal goes on', async () => {
    const [agent, mother] = [await somebody(db()), await somebody(db())]
    const id = await mandate(db(), mother.subject, agent, leading)
    const { body: filed } = await file(agent.who, '_example', application, mother.subject)
    expect(filed).toMatchObject({
      for: { subject: mother.subject, name: mother.name },
      filedBy: agent.name,
      mandate: id,
    })
    await decide(await officer(db(), 'registry'), filed.id, { verdict: 'ask', reasons: 'Chybí adresa.' })
    const open = await seen(agent.who, filed.id, view => view.mine)
    expect(open.submissions).toMatchObject([{ by: agent.name, for: mother.name }])
    expect((await caseOf(mother.who, filed.id)).mine).toBe(true)

    await revoke(mother.who, id)
    for (const path of ['', '/live']) {
      const { status, body } = await agent.who.get<ProblemDetails>(`/api/cases/${filed.id}${path}`)
      expect([status, body.code]).toEqual([404, 'mandate-ended'])
    }
    const late = answerTo(stepOf(open), { note: 'Severní 1' })
    expect((await agent.who.post(`/api/cases/${filed.id}/messages`, late)).status).toBe(404)
    expect(
      (await agent.who.post(`/api/cases/${filed.id}/messages`, { id: randomUUID(), kind: 'withdraw' })).status,
    ).toBe(404)
    const frozen = await seen(mother.who, filed.id, view => view.open[0]?.frozen === true)
    expect(frozen).toMatchObject({ mine: true, open: [{ frozen: true, mine: true }] })
    expect(lastWords(frozen)).toContain('pokračujte v něm prosím sami')

    await answers(mother.who, filed.id, 'supplement', { note: 'Severní 1' })
    await decide(await officer(db(), 'registry'), filed.id, { verdict: 'grant' })
    const done = await ended(mother.who, filed.id)
    expect(done.outcome).toBe('granted')
    expect(lastWords(done)).toContain('u pultu')
    const told = await db()
      .selectFrom('notification')
      .select('personId')
      .where('caseId', '=', filed.id)
      .where('text', '=', 'granted')
      .execute()
    expect(told).toEqual([{ personId: mother.id }])
    await keepHistory(filed.id, 'frozen-then-granted')
  })

  test('another agent takes it over', async () => {
    const [agent, next, mother] = [await somebody(db()), await somebody(db()), await somebody(db())]
    const id = await mandate(db(), mother.subject, agent, leading)
    const { body: filed } = await file(agent.who, '_example', application, mother.subject)
    await revoke(mother.who, id)
    await mandate(db(), mother.subject, next, leading)
    await decide(await officer(db(), 'registry'), filed.id, { verdict: 'ask', reasons: 'Chybí adresa.' })
    await seen(next.who, filed.id, view => view.open[0]?.frozen === true && view.mine)
    await answers(next.who, filed.id, 'supplement', { note: 'Severní 1' })
    await decide(await officer(db(), 'registry'), filed.id, { verdict: 'ask', reasons: 'A ještě podpis.' })
    const open = await seen(next.who, filed.id, view => view.open[0]?.step === 'supplement')
    expect(open.open[0]?.frozen).toBe(false)
    expect(lastWords(open)).toBe('A ještě podpis.')
    expect((await agent.who.get(`/api/cases/${filed.id}`)).status).toBe(404)
  })

  test('who may only see does not file or answer; who never had a mandate is told nothing', async () => {
    const [agent, seer, stranger, mother] = [
      await somebody(db()),
      await somebody(db()),
      await somebody(db()),
      await somebody(db()),
    ]
    await mandate(db(), mother.subject, agent, leading)
    await mandate(db(), mother.subject, seer, [{ agenda: '_example', actions: ['view'] }])
    const { body: filed } = await file(agent.who, '_example', application, mother.subject)
    await decide(await officer(db(), 'registry'), filed.id, { verdict: 'ask', reasons: 'Chybí adresa.' })
    const view = await seen(seer.who, filed.id, ({ open }) => open[0]?.step === 'supplement')
    expect(view).toMatchObject({ mine: false, open: [{ mine: false, form: null }], mayWithdraw: false })
    const codeOf = async (who: Visitor, path: string, body: object) => {
      const answer = await who.post<ProblemDetails>(path, body)
      return [answer.status, answer.body.code]
    }
    const key = answerTo(stepOf(view), { note: 'x' })
    expect(await codeOf(seer.who, `/api/cases/${filed.id}/messages`, key)).toEqual([403, 'mandate-scope'])
    expect(await codeOf(stranger.who, `/api/cases/${filed.id}/messages`, key)).toEqual([404, 'not-yours'])
    const filing = (agenda: string) => ({ id: randomUUID(), agenda, data: application, for: mother.subject })
    expect(await codeOf(seer.who, '/api/cases', filing('_example'))).toEqual([403, 'mandate-scope'])
    expect(await codeOf(stranger.who, '/api/cases', filing('_example'))).toEqual([404, 'not-yours'])
    expect(await codeOf(agent.who, '/api/cases', filing('account-pairing'))).toEqual([403, 'for-oneself-only'])
    // together means together
    const firm = await company(db())
    await mandate(db(), firm.subject, agent, everything, { basis: 'statutory', source: 'register', signatures: 2 })
    expect(await codeOf(agent.who, '/api/cases', { ...filing('_example'), for: firm.subject })).toEqual([
      403,
      'mandate-joint',
    ])
  })

  test('a mandate whose last day has passed opens nothing, though nobody has written that down', async () => {
    const [agent, mother] = [await somebody(db(), 5000), await somebody(db(), 20_000)]
    await mandate(db(), mother.subject, agent, paying, { validTo: '2020-01-02' })
    expect((await owedIn(agent.who)).debtors).toMatchObject([{ subject: null }])
    expect((await agent.who.get<ProblemDetails>(`/api/liabilities/${mother.owes[0]}`)).body.code).toBe('mandate-ended')
    expect((await mandatesOf(agent.who))[0]).toMatchObject({ state: 'expired', mayRevoke: false })
  })

  test('what a register vouches for is not ended here', async () => {
    const [director, firm] = [await somebody(db()), await company(db())]
    const id = await mandate(db(), firm.subject, director, everything, { basis: 'statutory', source: 'register' })
    const tried = await director.who.post<ProblemDetails>(`/api/mandates/${id}/revoke`, { id: randomUUID() })
    expect([tried.status, tried.body.code]).toEqual([409, 'mandate-from-register'])
    expect(tried.body.detail).toContain('určuje rejstřík')
    expect((await mandatesOf(director.who))[0]).toMatchObject({
      mayRevoke: false,
      whyNot: { cs: expect.stringContaining('rejstřík') },
    })
  })
})
