import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Mandate, MandateDetail, Principals, ProblemDetails } from '../../../api/contract.ts'
import { databaseForTests } from '../../database.ts'
import { balances } from '../../debts.ts'
import { decide, officer } from '../../deciding.ts'
import { pdf, uploaded } from '../../files.ts'
import { keepHistory } from '../../histories.ts'
import { freshAddress, mailsCome } from '../../mail.ts'
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
  somebody,
  type Somebody,
} from '../../mandating.ts'
import { ended, lastWords, openPayment, payByCard, plain, seen } from '../../paying.ts'
import { caseOf } from '../../portal.ts'
import { resident } from '../../residents.ts'
import { skipTime } from '../../temporal.ts'
import type { Visitor } from '../../visitor.ts'
import { everything, mandatesOf, nextYear, owedIn, revoke } from './room.ts'

const db = databaseForTests()
let finance: Visitor
beforeAll(async () => {
  finance = await officer(db(), 'finance')
})

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
    const [mother, son, stranger] = [await somebody(db(), 78_000), await somebody(db()), await somebody(db())]
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
    expect(await balances(db(), mother.owes[0] ?? '')).toEqual([58_000])
    expect((await revoke(mother.who, given?.id ?? '')).body.state).toBe('revoked')
    await keepHistory(view.id, 'revoked')
  })

  test('five wrong codes lock the invitation, for the one it names; others learn nothing and lock nothing', async () => {
    const [mother, son, stranger] = [await somebody(db()), await somebody(db()), await somebody(db())]
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
    const [mother, son] = [await somebody(db()), await somebody(db())]
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
    const [son, mother] = [await somebody(db()), await resident(db(), { owes: [30_000], paired: false })]
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
    const [mother, son] = [await somebody(db(), 10_000), await somebody(db())]
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
    const [mother, son] = [await somebody(db()), await somebody(db())]
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
    const [mother, son, daughter] = [await somebody(db()), await somebody(db()), await somebody(db())]
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
    await mandate(db(), mother.subject, son, [{ agenda: 'dog-fee', actions: ['file'] }])
    const second = grantTo(daughter, { agendas: ['dog-fee'], may: ['file'] })
    expect(await refusal(mother.who, second)).toEqual([422, '/agendas another-agent'])
    // for a company whose body acts together
    const firm = await company(db())
    await mandate(db(), firm.subject, mother, everything, { basis: 'statutory', source: 'register', signatures: 2 })
    expect((await file(mother.who, 'power-of-attorney', grantTo(son), firm.subject)).body).toMatchObject({
      code: 'mandate-joint',
    })
    expect(await refusal(mother.who, grantTo(son, { together: true, coSigner: named(mother) }), firm.subject)).toEqual([
      422,
      '/coSigner co-signer-is-not-another',
    ])
  })

  test('two grants to two agents in one matter at once: one becomes valid', async () => {
    const [mother, one, two] = [await somebody(db()), await somebody(db()), await somebody(db())]
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
