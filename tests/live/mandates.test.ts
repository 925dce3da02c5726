import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Liabilities, Mandate, MandateDetail, Mandates, Principals, ProblemDetails } from '../../api/contract.ts'
import { openDatabase, type Database, type Db } from '../../db/database.ts'
import { balances } from '../debts.ts'
import { answerTo, decide, officer, stepOf } from '../deciding.ts'
import { atGateway } from '../gateway.ts'
import { pdf, uploaded } from '../files.ts'
import { keepHistory } from '../histories.ts'
import { freshAddress, mailsCome } from '../mail.ts'
import {
  answers,
  approval,
  comesIn,
  company,
  file,
  granted,
  grantTo,
  mandate,
  named,
  paying,
  somebody,
  type Somebody,
} from '../mandating.ts'
import { agree } from '../money.ts'
import { checkout, ended, lastWords, openPayment, payByCard, plain, seen } from '../paying.ts'
import { caseOf, holding } from '../portal.ts'
import { resident } from '../residents.ts'
import { stack } from '../stack.ts'
import { skipTime } from '../temporal.ts'
import type { Visitor } from '../visitor.ts'

let database: Database
let db: Db
let finance: Visitor
beforeAll(async () => {
  database = openDatabase(stack.databaseUrl, 4)
  db = database.db
  finance = await officer(db, 'finance')
})
afterAll(() => database.close())

const mandatesOf = async (who: Visitor) => (await who.get<Mandates>('/api/mandates')).body.mandates
const owedIn = async (who: Visitor, query = '') => (await who.get<Liabilities>(`/api/liabilities${query}`)).body
const revoke = (who: Visitor, id: string, reason?: string) =>
  who.post<MandateDetail>(`/api/mandates/${id}/revoke`, { id: randomUUID(), ...(reason && { reason }) })

/** A power of attorney that two people and a clerk have made valid. */
async function valid(
  principal: Somebody,
  agent: Somebody,
  more: object = {},
): Promise<{ id: string; mandate: Mandate }> {
  const view = await granted(principal, agent, more)
  await comesIn(agent, view)
  await answers(agent.who, view.id, 'acceptance', { accept: 'yes' })
  await decide(finance, view.id, approval)
  await seen(principal.who, view.id, ({ open }) => open[0]?.step === 'revocation')
  const [one] = await mandatesOf(principal.who)
  if (!one) throw new Error('There is no mandate.')
  return { id: view.id, mandate: one }
}

describe('a power of attorney by two people', () => {
  test('granted, accepted with the code from the letter, verified, used, revoked: then nothing is seen any more', async () => {
    const [mother, son, stranger] = [await somebody(db, 78_000), await somebody(db), await somebody(db)]
    const email = freshAddress()
    const view = await granted(mother, son, { agent: { ...named(son), email }, limit: 50_000 })
    expect(view).toMatchObject({
      mine: false,
      role: null,
      parties: [{ role: 'agent', name: son.name, joinedAt: null }],
    })

    // nothing is open to the agent before they come, and nothing to anybody else with the code
    const code = view.parties[0]?.code ?? ''
    expect((await son.who.get(`/api/cases/${view.id}`)).status).toBe(404)
    const [letter] = await mailsCome(email)
    expect(letter?.text).toContain(`/cs/cases/${view.id}?code=${code}`)
    const other = await stranger.who.post<ProblemDetails>(`/api/cases/${view.id}/join`, { code })
    expect([other.status, other.body.code]).toEqual([404, 'invitation-wrong'])

    const typed = { number: ` ${view.number.toLowerCase()} `, code: code.toLowerCase().replaceAll('-', ' ') }
    expect((await son.who.post('/api/invitations', typed)).body).toEqual({ case: view.id })
    expect((await comesIn(son, view)).body).toMatchObject({ role: 'agent', mine: true })
    await answers(son.who, view.id, 'acceptance', { accept: 'yes' })
    expect((await owedIn(son.who)).debtors.map(debtor => debtor.name)).not.toContain(mother.name)
    await decide(finance, view.id, approval)
    await seen(mother.who, view.id, ({ open }) => open[0]?.step === 'revocation')

    const { body: principals } = await son.who.get<Principals>('/api/principals')
    expect(principals.principals).toMatchObject([{ subject: mother.subject, basis: 'poa', limit: 50_000 }])
    expect(await owedIn(son.who, `?for=${mother.subject}`)).toMatchObject({
      owed: 78_000,
      liabilities: [{ id: mother.owes[0], for: mother.subject, debtor: mother.name, payable: { how: 'part' } }],
    })
    const [given] = await mandatesOf(mother.who)
    expect(given).toMatchObject({ given: true, state: 'active', source: 'portal', mayRevoke: true, case: view.id })
    expect(given?.verification?.cs).toContain('podle přihlášení zmocnitele')

    const paid = await openPayment(son.who, [{ liability: mother.owes[0] ?? '', amount: 20_000 }])
    await payByCard(paid)
    await ended(son.who, paid.id)
    const acts = await mother.who.get<MandateDetail>(`/api/mandates/${given?.id}`)
    expect(acts.body.acts).toMatchObject([{ who: son.name, case: null }])
    expect(acts.body.acts[0]?.what.cs).toContain('Platba')

    const done = await revoke(mother.who, given?.id ?? '', 'Už to není třeba.')
    expect(done.body).toMatchObject({ state: 'revoked', mayRevoke: false, reason: 'Už to není třeba.' })
    for (const path of [`/api/liabilities/${mother.owes[0]}`, `/api/liabilities/${mother.owes[0]}/qr.svg`])
      expect((await son.who.get<ProblemDetails>(path)).body).toMatchObject({ code: 'mandate-ended', status: 404 })
    expect((await son.who.get<Principals>('/api/principals')).body.principals).toEqual([])
    expect((await owedIn(son.who)).liabilities).toEqual([])
    expect((await ended(mother.who, view.id)).outcome).toBe('revoked')
    expect(plain(lastWords(await caseOf(son.who, view.id)))).toContain('bylo odvoláno')
    // what was done before stands
    expect(await balances(db, mother.owes[0] ?? '')).toEqual([58_000])
    expect((await revoke(mother.who, given?.id ?? '')).body.state).toBe('revoked')
    await keepHistory(view.id, 'revoked')
  })

  test('five wrong codes lock the invitation, for the one it names; others learn nothing and lock nothing', async () => {
    const [mother, son, stranger] = [await somebody(db), await somebody(db), await somebody(db)]
    const view = await granted(mother, son)
    const join = (who: Visitor, code: string) => who.post<ProblemDetails>(`/api/cases/${view.id}/join`, { code })
    for (let n = 0; n < 7; n++) expect((await join(stranger.who, 'WRONG-CODE')).body.code).toBe('invitation-wrong')
    for (const code of [
      'invitation-wrong',
      'invitation-wrong',
      'invitation-wrong',
      'invitation-wrong',
      'invitation-locked',
    ])
      expect((await join(son.who, 'WRONG-CODE')).body.code).toBe(code)
    expect((await join(son.who, view.parties[0]?.code ?? '')).body).toMatchObject({
      code: 'invitation-locked',
      status: 403,
    })
    expect((await join(son.who, view.parties[0]?.code ?? '')).status).toBe(403)
  })

  test('an agent who declines; a clerk who refuses: it comes to nothing, and both hear why', async () => {
    const [mother, son] = [await somebody(db), await somebody(db)]
    const declined = await granted(mother, son)
    await comesIn(son, declined)
    await answers(son.who, declined.id, 'acceptance', { accept: 'no' })
    expect((await ended(mother.who, declined.id)).outcome).toBe('declined')
    await keepHistory(declined.id, 'declined')

    const refused = await granted(mother, son)
    await comesIn(son, refused)
    await answers(son.who, refused.id, 'acceptance', { accept: 'yes' })
    await decide(finance, refused.id, { verdict: 'refuse', reasons: 'Údaje nesouhlasí.' })
    const view = await ended(mother.who, refused.id)
    expect([view.outcome, lastWords(view)]).toEqual(['refused', 'Údaje nesouhlasí.'])
    expect((await mandatesOf(mother.who)).map(({ state }) => state)).toEqual(['rejected', 'rejected'])
    await keepHistory(refused.id, 'refused')
  })

  test('a paper of somebody who does not sign in: scanned, completed, found in the records by the clerk, verified', async () => {
    const [son, mother] = [await somebody(db), await resident(db, { owes: [30_000], paired: false })]
    const scan = await uploaded(son.who, 'plna-moc.pdf', await pdf())
    const { filer: _, agent: __, ...rest } = grantTo(son)
    const { status, body: filed } = await file(son.who, 'power-of-attorney', {
      ...rest,
      filer: 'agent',
      principal: { kind: 'person', ...named(mother) },
      proof: 'legalisation',
      clause: { number: 'CzP 12/2026', day: '2026-01-02', office: 'Česká pošta' },
      scans: [scan],
    })
    expect(status).toBe(201)
    await decide(finance, filed.id, { verdict: 'ask', reasons: 'Doložka není vidět.' })
    await answers(son.who, filed.id, 'supplement', { note: 'Posílám celou listinu.' })
    await decide(finance, filed.id, { ...approval, subject: mother.subject })
    await seen(son.who, filed.id, ({ open }) => open[0]?.step === 'revocation')
    const [held] = await mandatesOf(son.who)
    expect(held).toMatchObject({ given: false, source: 'paper', principal: mother.name, state: 'active' })
    expect(plain(held?.verification?.cs)).toContain('podle úředně ověřeného podpisu')
    expect(await owedIn(son.who, `?for=${mother.subject}`)).toMatchObject({ owed: 30_000 })
    // the agent gives notice; there is nobody with an account to tell but them
    await revoke(son.who, held?.id ?? '')
    expect((await ended(son.who, filed.id)).outcome).toBe('revoked')
    await keepHistory(filed.id, 'by-paper')
  })

  test('it runs out on its last day: both are told a month before and on the day', async () => {
    const [mother, son] = [await somebody(db, 10_000), await somebody(db)]
    const { id, mandate: given } = await valid(mother, son, { validFrom: '2026-01-01', validTo: nextYear })
    await skipTime(id)
    const over = await ended(mother.who, id)
    expect(over.outcome).toBe('expired')
    const told = over.timeline.filter(event => event.what === 'notified').map(event => event.title.cs)
    expect(told.map(plain)).toEqual(['Zmocnění platí', 'Zmocnění brzy skončí', 'Platnost zmocnění skončila'])
    expect((await mandatesOf(son.who))[0]).toMatchObject({ id: given.id, state: 'expired', mayRevoke: false })
    expect((await owedIn(son.who)).debtors.map(debtor => debtor.subject)).toEqual([null])
    await keepHistory(id, 'expired')
  })

  test('the agent may give notice, and the step of the case does the same as the list', async () => {
    const [mother, son] = [await somebody(db), await somebody(db)]
    const noticed = await valid(mother, son)
    expect((await revoke(son.who, noticed.mandate.id, 'Stěhuji se.')).body).toMatchObject({
      state: 'revoked',
      given: false,
    })
    const view = await ended(mother.who, noticed.id)
    expect(lastWords(view)).toContain('vypověděl')
    const again = await valid(mother, son)
    await answers(mother.who, again.id, 'revocation', { reason: 'Rozmyslela jsem si to.' })
    expect((await ended(mother.who, again.id)).outcome).toBe('revoked')
  })

  test('each bad grant is refused at its place, with its reason', async () => {
    const [mother, son, daughter] = [await somebody(db), await somebody(db), await somebody(db)]
    const refusal = async (who: Visitor, data: object, inNameOf?: string) => {
      const { status, body } = await file(who, 'power-of-attorney', data, inNameOf)
      const { problems } = body as unknown as ProblemDetails
      return [status, problems?.map(({ path, rule }) => `${path} ${rule}`).join(', ')]
    }
    expect(await refusal(mother.who, grantTo(mother))).toEqual([422, '/agent agent-is-principal'])
    expect(await refusal(mother.who, grantTo(son, { validTo: '2021-01-01' }))).toEqual([422, '/validTo ended-already'])
    expect(await refusal(mother.who, grantTo(son, { agendas: ['*'] }))).toEqual([422, '/agendas/0 oneOf'])
    expect(
      await refusal(
        mother.who,
        grantTo({ name: 'Zkušební Dítě' }, { agent: { ...named(son), birthDate: '2015-01-01' } }),
      ),
    ).toEqual([422, '/agent/birthDate ageAtLeast'])
    const scan = { id: randomUUID(), name: 'plna-moc.pdf', size: 10, type: 'application/pdf' }
    const clause = { number: '1', day: '2026-01-01', office: 'Pošta' }
    expect(await refusal(mother.who, grantTo(son, { proof: 'legalisation', clause, scans: [scan] }))).toEqual([
      422,
      '/scans/0 file-gone',
    ])
    await mandate(db, mother.subject, son, [{ agenda: 'dog-fee', actions: ['file'] }])
    const second = grantTo(daughter, { agendas: ['dog-fee'], may: ['file'] })
    expect(await refusal(mother.who, second)).toEqual([422, '/agendas another-agent'])
    // for a company whose body acts together
    const firm = await company(db)
    await mandate(db, firm.subject, mother, everything, { basis: 'statutory', source: 'register', signatures: 2 })
    expect((await file(mother.who, 'power-of-attorney', grantTo(son), firm.subject)).body).toMatchObject({
      code: 'mandate-joint',
    })
    expect(await refusal(mother.who, grantTo(son, { together: true, coSigner: named(mother) }), firm.subject)).toEqual([
      422,
      '/coSigner co-signer-is-not-another',
    ])
  })

  test('two grants to two agents in one matter at once: one becomes valid', async () => {
    const [mother, one, two] = [await somebody(db), await somebody(db), await somebody(db)]
    const more = { agendas: ['dog-fee'], may: ['view', 'file'] }
    const cases = await Promise.all([one, two].map(agent => granted(mother, agent, more)))
    for (const [n, agent] of [one, two].entries()) {
      const view = cases[n]
      if (!view) throw new Error('There is no case.')
      await comesIn(agent, view)
      await answers(agent.who, view.id, 'acceptance', { accept: 'yes' })
    }
    await Promise.all(cases.map(view => decide(finance, view.id, approval)))
    const views = await Promise.all(
      cases.map(({ id }) =>
        seen(mother.who, id, view => view.state === 'closed' || view.open[0]?.step === 'revocation'),
      ),
    )
    expect(views.map(view => view.outcome ?? 'valid').toSorted()).toEqual(['refused', 'valid'])
    const loser = views.find(view => view.outcome === 'refused')
    expect(loser && lastWords(loser)).toContain('jiného zmocněnce')
    if (loser) await keepHistory(loser.id, 'another-agent')
  })
})

describe('paying for others', () => {
  test('one basket pays what the payer, a relative and a company owe; each line by its right', async () => {
    const [payer, mother, firm] = [
      await somebody(db, 10_000),
      await somebody(db, 20_000, 70_000),
      await company(db, 40_000),
    ]
    const poa = await mandate(db, mother.subject, payer, paying, { limit: 60_000 })
    await mandate(db, firm.subject, payer, everything, { basis: 'statutory', source: 'register' })
    const { debtors, owed } = await owedIn(payer.who)
    expect(debtors.map(({ name, owed: each, limit }) => [name, each, limit])).toEqual([
      [payer.name, 10_000, null],
      ...[
        [mother.name, 90_000, 60_000],
        [firm.name, 40_000, null],
      ].toSorted(([a], [b]) => String(a).localeCompare(String(b), 'cs')),
    ])
    expect(owed).toBe(140_000)

    const line = (liability = '', amount = 0) => ({ liability, amount })
    const beyond = [line(mother.owes[0], 20_000), line(mother.owes[1], 40_001)]
    const refused = await file(payer.who, 'fee-payment', { items: beyond })
    expect((refused.body as unknown as ProblemDetails).problems).toMatchObject([
      { path: '/items/1/amount', rule: 'mandate-limit' },
    ])

    const items = [
      line(payer.owes[0], 10_000),
      line(mother.owes[0], 20_000),
      line(mother.owes[1], 40_000),
      line(firm.owes[0], 40_000),
    ]
    const view = await openPayment(payer.who, items)
    expect(view.payment?.items.map(({ debtor }) => debtor).toSorted()).toEqual(
      [payer.name, mother.name, mother.name, firm.name].toSorted(),
    )
    const kept = await db
      .selectFrom('payment_order_item')
      .select('mandateId')
      .where('orderId', '=', view.payment?.order ?? '')
      .where('liabilityId', 'in', [payer.owes[0] ?? '', mother.owes[0] ?? ''])
      .orderBy('amount')
      .execute()
    expect(kept).toEqual([{ mandateId: null }, { mandateId: poa }])
    await payByCard(view)
    await ended(payer.who, view.id)
    expect(await agree(db, view.id)).toMatchObject({ ledger: 110_000 })
    const audited = await db
      .selectFrom('audit')
      .select(['what', 'details'])
      .where('caseId', '=', view.id)
      .orderBy('id')
      .execute()
    expect(
      audited.map(({ what, details }) => [what, (details?.['for'] as { name: string } | undefined)?.name]),
    ).toEqual(
      expect.arrayContaining([
        ['filed fee-payment', undefined],
        ['pays', mother.name],
        ['pays', firm.name],
      ]),
    )
  })

  test('what a mandate only lets one see cannot be paid; what it does not reach is not seen', async () => {
    const [agent, mother] = [await somebody(db), await somebody(db, 20_000)]
    await mandate(db, mother.subject, agent, [{ agenda: 'fee-payment', actions: ['view'] }])
    const [line] = (await owedIn(agent.who)).liabilities
    expect(line).toMatchObject({ for: mother.subject, payable: { how: 'no' } })
    const tried = await file(agent.who, 'fee-payment', { items: [{ liability: mother.owes[0], amount: 20_000 }] })
    expect(tried.status).toBe(422)
    const [clerk, father] = [await somebody(db), await somebody(db, 30_000)]
    await mandate(db, father.subject, clerk, [{ agenda: 'dog-fee', actions: ['view', 'file'] }])
    expect((await owedIn(clerk.who)).debtors.map(({ subject }) => subject)).toEqual([null])
    expect((await clerk.who.get(`/api/liabilities/${father.owes[0]}`)).status).toBe(404)
  })

  test('revoked while the page is open: closed at the gateway, nothing charged, the debt free again, both told', async () => {
    const [agent, mother] = [await somebody(db), await somebody(db, 20_000)]
    const id = await mandate(db, mother.subject, agent, paying)
    const view = await openPayment(agent.who, [{ liability: mother.owes[0] ?? '', amount: 20_000 }])
    expect((await revoke(mother.who, id)).body.state).toBe('revoked')
    const over = await ended(agent.who, view.id)
    expect(over).toMatchObject({ outcome: 'mandate-ended', payment: { state: 'expired', url: null } })
    expect(lastWords(over)).toContain('nic jsme vám nestrhli')
    expect(await atGateway(checkout(view))).toBe('expired')
    expect(await payByCard(view)).toMatchObject({ outcome: 'closed' })
    expect(await agree(db, view.id)).toMatchObject({ gateway: 0 })
    const letters = await db
      .selectFrom('notification')
      .select(['personId', 'text'])
      .where('caseId', '=', view.id)
      .execute()
    expect(letters).toEqual(
      expect.arrayContaining([
        { personId: mother.id, text: 'house/payment-stopped' },
        { personId: agent.id, text: 'mandate-ended' },
      ]),
    )
    const next = await openPayment(mother.who, [{ liability: mother.owes[0] ?? '', amount: 20_000 }])
    expect(next.payment?.state).toBe('open')
    await keepHistory(view.id, 'mandate-ended')
  })

  test('paid a moment before the revocation: the payment stays', async () => {
    const [agent, mother] = [await somebody(db), await somebody(db, 20_000)]
    const id = await mandate(db, mother.subject, agent, paying)
    const view = await openPayment(agent.who, [{ liability: mother.owes[0] ?? '', amount: 20_000 }])
    await payByCard(view)
    expect((await revoke(mother.who, id)).body.state).toBe('revoked')
    expect((await ended(agent.who, view.id)).outcome).toBe('paid')
    expect(await balances(db, mother.owes[0] ?? '')).toEqual([0])
  })
})

describe('a running case', () => {
  const application = { reader: 'Věra Krejčí', age: 'adult' }
  const leading = [{ agenda: '_example', actions: ['view', 'file'] as const }]

  test('filed for the principal, frozen when the mandate ends, and the principal goes on', async () => {
    const [agent, mother] = [await somebody(db), await somebody(db)]
    const id = await mandate(db, mother.subject, agent, leading)
    const { body: filed } = await file(agent.who, '_example', application, mother.subject)
    expect(filed).toMatchObject({
      for: { subject: mother.subject, name: mother.name },
      filedBy: agent.name,
      mandate: id,
    })
    await decide(await officer(db, 'registry'), filed.id, { verdict: 'ask', reasons: 'Chybí adresa.' })
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
    await decide(await officer(db, 'registry'), filed.id, { verdict: 'grant' })
    const done = await ended(mother.who, filed.id)
    expect(done.outcome).toBe('granted')
    expect(lastWords(done)).toContain('u pultu')
    const told = await db
      .selectFrom('notification')
      .select('personId')
      .where('caseId', '=', filed.id)
      .where('text', '=', 'granted')
      .execute()
    expect(told).toEqual([{ personId: mother.id }])
    await keepHistory(filed.id, 'frozen-then-granted')
  })

  test('another agent takes it over', async () => {
    const [agent, next, mother] = [await somebody(db), await somebody(db), await somebody(db)]
    const id = await mandate(db, mother.subject, agent, leading)
    const { body: filed } = await file(agent.who, '_example', application, mother.subject)
    await revoke(mother.who, id)
    await mandate(db, mother.subject, next, leading)
    await decide(await officer(db, 'registry'), filed.id, { verdict: 'ask', reasons: 'Chybí adresa.' })
    await seen(next.who, filed.id, view => view.open[0]?.frozen === true && view.mine)
    await answers(next.who, filed.id, 'supplement', { note: 'Severní 1' })
    await decide(await officer(db, 'registry'), filed.id, { verdict: 'ask', reasons: 'A ještě podpis.' })
    const open = await seen(next.who, filed.id, view => view.open[0]?.step === 'supplement')
    expect(open.open[0]?.frozen).toBe(false)
    expect(lastWords(open)).toBe('A ještě podpis.')
    expect((await agent.who.get(`/api/cases/${filed.id}`)).status).toBe(404)
  })

  test('who may only see does not file or answer; who never had a mandate is told nothing', async () => {
    const [agent, seer, stranger, mother] = [
      await somebody(db),
      await somebody(db),
      await somebody(db),
      await somebody(db),
    ]
    await mandate(db, mother.subject, agent, leading)
    await mandate(db, mother.subject, seer, [{ agenda: '_example', actions: ['view'] }])
    const { body: filed } = await file(agent.who, '_example', application, mother.subject)
    await decide(await officer(db, 'registry'), filed.id, { verdict: 'ask', reasons: 'Chybí adresa.' })
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
    const firm = await company(db)
    await mandate(db, firm.subject, agent, everything, { basis: 'statutory', source: 'register', signatures: 2 })
    expect(await codeOf(agent.who, '/api/cases', { ...filing('_example'), for: firm.subject })).toEqual([
      403,
      'mandate-joint',
    ])
  })

  test('a mandate whose last day has passed opens nothing, though nobody has written that down', async () => {
    const [agent, mother] = [await somebody(db, 5000), await somebody(db, 20_000)]
    await mandate(db, mother.subject, agent, paying, { validTo: '2020-01-02' })
    expect((await owedIn(agent.who)).debtors).toMatchObject([{ subject: null }])
    expect((await agent.who.get<ProblemDetails>(`/api/liabilities/${mother.owes[0]}`)).body.code).toBe('mandate-ended')
    expect((await mandatesOf(agent.who))[0]).toMatchObject({ state: 'expired', mayRevoke: false })
  })

  test('what a register vouches for is not ended here', async () => {
    const [director, firm] = [await somebody(db), await company(db)]
    const id = await mandate(db, firm.subject, director, everything, { basis: 'statutory', source: 'register' })
    const tried = await director.who.post<ProblemDetails>(`/api/mandates/${id}/revoke`, { id: randomUUID() })
    expect([tried.status, tried.body.code]).toEqual([409, 'mandate-from-register'])
    expect(tried.body.detail).toContain('určuje rejstřík')
    expect((await mandatesOf(director.who))[0]).toMatchObject({
      mayRevoke: false,
      whyNot: { cs: expect.stringContaining('rejstřík') },
    })
  })
})

test('a minor with their own sign-in reads and asks in personal matters, but does not file', async () => {
  const child = await resident(db, { owes: [] })
  await db
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

test('whom one may act for by law: the portal asks, and says so when the registers name nobody', async () => {
  const { who } = await somebody(db)
  const { body } = await file(who, 'representations', { consent: true })
  const view = await ended(who, body.id)
  expect([view.outcome, lastWords(view)]).toEqual(['nobody', expect.stringContaining('za nikoho nejednáte')])
  await keepHistory(body.id, 'nobody')
})

test('whom I act for is found by an index, however many mandates there are', async () => {
  const { rows } = await db.transaction().execute(async tx => {
    await sql`set local enable_seqscan = off`.execute(tx)
    return sql<{ 'QUERY PLAN': string }>`explain select * from mandate m where m.id in
      (select mandate_id from mandate_agent where person_id = ${randomUUID()}) and m.state = 'active'`.execute(tx)
  })
  expect(rows.map(row => row['QUERY PLAN']).join('\n')).toContain('mandate_agent_person')
})

const everything = [{ agenda: '*', actions: ['view', 'pay', 'file', 'receive', 'revoke', 'sub-delegate'] as const }]
const year = new Date().getUTCFullYear()
const nextYear = `${year + 1}-12-31`
const bornYearsAgo = (years: number) => `${year - years}-01-01`
