import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { CaseView, Liabilities, Principals, ProblemDetails } from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { decide, officer } from '../deciding.ts'
import { keepHistory } from '../histories.ts'
import { answers, approval, file, somebody } from '../mandating.ts'
import { ended, lastWords, plain, seen } from '../paying.ts'
import { citizen } from '../portal.ts'
import { stack } from '../stack.ts'
import type { Visitor } from '../visitor.ts'

// Whom the registers of the demo city let people act for, through the whole portal.

let database: Database
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 2)
})
afterEach(() => stack.registers.controls.behave())
afterAll(() => database.close())

const asks = async (who: Visitor) => (await file(who, 'representations', { consent: true })).body
const principals = async (who: Visitor) => (await who.get<Principals>('/api/principals')).body.principals

test('a guardian finds her ward, and a restart of the question changes nothing', async () => {
  const vera = await citizen('vera-krejci')
  const first = await ended(vera, (await asks(vera)).id)
  expect([first.outcome, plain(lastWords(first))]).toEqual(['found', expect.stringContaining('Registry potvrdily')])
  const found = await principals(vera)
  expect(found).toMatchObject([{ name: 'Jaroslav Krejčí', basis: 'guardian', scope: [{ agenda: '*' }] }])
  await ended(vera, (await asks(vera)).id)
  expect(await principals(vera)).toEqual(found)
  await keepHistory(first.id, 'found')
})

test('a register that is away is waited for: the case stays open and then tells', async () => {
  await stack.registers.controls.misbehave({ register: 'everything', does: 'status' })
  const jana = await citizen('jana-mala')
  const { id } = await asks(jana)
  await seen(jana, id, view => !view.pending && view.state === 'open')
  await stack.registers.controls.behave()
  expect((await ended(jana, id)).outcome).toBe('found')
  expect((await principals(jana)).map(({ basis }) => basis)).toEqual(['statutory'])
  await keepHistory(id, 'found-after-outage')
})

test('a company by two together: each sees and pays alone, and both sign the power that lets one of them file', async () => {
  const [alena, ondrej] = [await citizen('alena-markova'), await citizen('ondrej-fiala')]
  await ended(alena, (await asks(alena)).id)
  await ended(ondrej, (await asks(ondrej)).id)
  const company = (await principals(alena)).find(({ basis }) => basis === 'statutory')
  if (!company) throw new Error('Alena acts for no company.')
  expect(company).toMatchObject({ kind: 'company', signatures: 2 })
  const { body: debts } = await alena.get<Liabilities>(`/api/liabilities?for=${company.subject}`)
  expect(debts.owed).toBeGreaterThan(0)
  expect(debts.liabilities.some(({ payable }) => payable.how === 'part')).toBe(true)

  const grant = {
    filer: 'principal',
    agent: { givenName: 'Ondřej', familyName: 'Fiala', birthDate: '1992-03-03' },
    agendas: ['fee-payment', 'public-space'],
    may: ['view', 'file'],
    validFrom: '2026-01-01',
    proof: 'online',
    consent: true,
  }
  const alone = await file(alena, 'power-of-attorney', grant, company.subject)
  expect((alone.body as unknown as ProblemDetails).code).toBe('mandate-joint')
  const coSigner = grant.agent
  const { body: filed } = await file(
    alena,
    'power-of-attorney',
    { ...grant, together: true, coSigner },
    company.subject,
  )
  const joins = async (role: string) => {
    const view = await seen(alena, filed.id, ({ parties }) => parties.some(party => party.role === role))
    const code = view.parties.find(party => party.role === role)?.code
    return ondrej.post<CaseView>(`/api/cases/${filed.id}/join`, { code })
  }
  expect((await joins('co-signer')).body.open).toMatchObject([{ step: 'coSignature', mine: true }])
  await answers(ondrej, filed.id, 'coSignature', { sign: 'yes' })
  await joins('agent')
  await answers(ondrej, filed.id, 'acceptance', { accept: 'yes' })
  await decide(await officer(database.db, 'finance'), filed.id, approval)
  await seen(alena, filed.id, ({ open }) => open[0]?.step === 'revocation')
  const powers = (await principals(ondrej)).filter(({ basis }) => basis === 'poa')
  expect(powers).toMatchObject([{ subject: company.subject, signatures: 1 }])

  // either of the two may end it, at once
  const { body: given } = await ondrej.get<{ mandates: { id: string; basis: string }[] }>('/api/mandates')
  const power = given.mandates.find(({ basis }) => basis === 'poa')
  await alena.post(`/api/mandates/${power?.id}/revoke`, { id: crypto.randomUUID() })
  expect((await principals(ondrej)).filter(({ basis }) => basis === 'poa')).toEqual([])
  expect((await ended(alena, filed.id)).outcome).toBe('revoked')
  await keepHistory(filed.id, 'signed-together')
})

test('those who act for others in the demo find them at their first sign-in', async () => {
  const [lenka, jan] = [await citizen('lenka-prochazkova'), await citizen('jan-novak-kleinerova')]
  expect(await principals(lenka)).toMatchObject([
    { name: 'Truhlářství Pokorný s.r.o.', basis: 'poa', limit: 5_000_000 },
  ])
  expect(await principals(jan)).toMatchObject([{ name: 'Josef Novák', basis: 'poa' }])
  const { body } = await jan.get<Liabilities>('/api/liabilities')
  expect(body.debtors.map(({ name }) => name)).toEqual(['Jan Novák', 'Josef Novák'])
})

test('whom one may act for by law: the portal asks, and says so when the registers name nobody', async () => {
  const { who } = await somebody(database.db)
  const { body } = await file(who, 'representations', { consent: true })
  const view = await ended(who, body.id)
  expect([view.outcome, lastWords(view)]).toEqual(['nobody', expect.stringContaining('za nikoho nejednáte')])
  await keepHistory(body.id, 'nobody')
})
