import { houseActor } from '../../../db/house.ts'
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createActivities } from '../../../activities/index.ts'
import { localLedger } from '../../../activities/ledger/local.ts'
import { endExpired, endMandate } from '../../../activities/mandates/ending.ts'
import { heldBy, insertMandate, mandateById } from '../../../activities/mandates/rows.ts'
import { permitted, type Act, type MandateFacts } from '../../../activities/mandates/rules.ts'
import type { MandateGrant } from '../../../activities/mandates/registering.ts'
import { mayFor } from '../../../api/acting.ts'
import { debtorsOf } from '../../../api/debtors.ts'
import { seesAsCitizen } from '../../../api/views/case-rows.ts'
import { loadCity } from '../../../city/city.ts'
import { openDatabase, type Database, type Db } from '../../../db/database.ts'
import { acts, isAllowed, mandates } from '../../mandates-model.ts'
import { caseRow, company, mandate, named, paying, TestRegisters } from '../../mandating.ts'
import { resident, residents } from '../../residents.ts'
import { stack } from '../../stack.ts'
import { caseKey } from '../../temporal.ts'

// The city's hands on the real Postgres, with registers that say what the test wants.

let database: Database
let db: Db
let registers: TestRegisters
let hands: ReturnType<typeof createActivities>
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 4)
  db = database.db
})
beforeEach(() => {
  registers = new TestRegisters()
  const nobody = () => Promise.reject(new Error('No gateway is asked here.'))
  hands = createActivities({
    db,
    ledger: localLedger(db),
    city: loadCity(),
    gateway: {
      open: nobody,
      ask: nobody,
      close: nobody,
      find: nobody,
      refund: nobody,
      askRefund: nobody,
      refundsOf: nobody,
      lostDisputes: nobody,
      async *events() {},
    },
    registers,
    portalUrl: stack.urls.portal,
    caseKey: caseKey(),
  })
})
afterAll(() => database.close())

const today = new Date().toISOString().slice(0, 10)
const grant = (agent: { name: string }, more: Partial<MandateGrant> = {}): MandateGrant => ({
  filer: 'principal',
  agent: named(agent),
  scope: [{ agenda: 'fee-payment', actions: ['view', 'pay'] }],
  limit: null,
  validFrom: '2020-01-01',
  validTo: null,
  proof: 'online',
  ...more,
})
const person = (died: string | null, limitedCapacity = false) => ({
  aifo: 'x',
  givenName: 'Zkušební',
  familyName: '',
  birthDate: '1990-01-01',
  died,
  address: null,
  limitedCapacity,
})

describe('registering', () => {
  test('a principal whom the city does not know is founded and paired; doing it again changes nothing', async () => {
    const [newcomer, agent] = await residents(db, 2, { paired: false })
    if (!newcomer || !agent) throw new Error('Nobody was made.')
    const caseId = await caseRow(db, newcomer.id)
    const first = await hands.registerMandate({ caseId, grant: grant(agent) })
    expect(await hands.registerMandate({ caseId, grant: grant(agent) })).toEqual(first)
    const { subjectId } = await db
      .selectFrom('person')
      .select('subjectId')
      .where('id', '=', newcomer.id)
      .executeTakeFirstOrThrow()
    const made = 'mandate' in first ? await mandateById(db, first.mandate) : undefined
    expect(made).toMatchObject({ principal: subjectId, state: 'submitted', verified: false, source: 'portal' })
  })

  test.each([
    ['principal-dead', '2026-01-01', false],
    ['principal-incapable', null, true],
  ])('%s, says the register', async (flaw, died, limited) => {
    const [principal, agent] = [await resident(db), await resident(db)]
    registers.people.set(named(principal).familyName, person(died, limited))
    expect(await hands.registerMandate({ caseId: await caseRow(db, principal.id), grant: grant(agent) })).toEqual({
      flaw,
    })
  })

  test('a company: dissolved, unknown, by one where two must sign, by somebody who is not of its body', async () => {
    const [director, other, agent] = [await resident(db), await resident(db), await resident(db)]
    const firm = await company(db)
    const right = await mandate(db, firm.subject, director, all, {
      basis: 'statutory',
      source: 'register',
      signatures: 2,
    })
    const caseId = await caseRow(db, director.id, { subjectId: firm.subject, mandateId: right })
    const asked = (coSigner?: MandateGrant['coSigner']) =>
      hands.registerMandate({ caseId, grant: grant(agent, coSigner && { coSigner }) })
    expect(await asked()).toEqual({ flaw: 'principal-unknown' })
    registers.register(firm, 2, [director, other], '2026-01-01')
    expect(await asked(named(other))).toEqual({ flaw: 'company-dissolved' })
    registers.register(firm, 2, [director, other])
    expect(await asked()).toEqual({ flaw: 'joint-signature' })
    expect(await asked(named(agent))).toEqual({ flaw: 'co-signer-not-of-body' })
    expect(await asked(named(other))).toHaveProperty('mandate')
  })

  test('by an agent with a paper: themselves, nobody in the records, several; a clerk may say which', async () => {
    const [agent, mother] = [await resident(db), await resident(db)]
    const caseId = await caseRow(db, agent.id)
    const paper = (principal: MandateGrant['principal'], subject?: string) =>
      hands.registerMandate({
        caseId,
        grant: {
          ...grant(agent),
          filer: 'agent',
          proof: 'legalisation',
          ...(principal && { principal }),
          ...(subject && { subject }),
        },
      })
    expect(await paper({ kind: 'person', ...named(agent) })).toEqual({ flaw: 'agent-is-principal' })
    expect(await paper({ kind: 'company', companyId: '99999999' })).toEqual({ flaw: 'principal-unknown' })
    expect(await paper({ kind: 'person', ...named(mother) }, agent.subject)).toEqual({ flaw: 'agent-is-principal' })
    const found = await paper({ kind: 'person', ...named(mother) })
    const made = 'mandate' in found ? await mandateById(db, found.mandate) : undefined
    expect(made).toMatchObject({
      principal: mother.subject,
      source: 'paper',
      agents: [{ person: agent.id, accepted: true }],
    })
  })

  test('registers that are away are asked again: nothing is decided without them', async () => {
    const [principal, agent] = [await resident(db), await resident(db)]
    registers.away = true
    const caseId = await caseRow(db, principal.id)
    await expect(hands.registerMandate({ caseId, grant: grant(agent) })).rejects.toThrow('does not answer')
    registers.away = false
    expect(await hands.registerMandate({ caseId, grant: grant(agent) })).toHaveProperty('mandate')
  })
})

describe('making it valid', () => {
  async function registered(more: Partial<MandateGrant> = {}) {
    const [principal, agent] = [await resident(db), await resident(db)]
    const caseId = await caseRow(db, principal.id)
    const made = await hands.registerMandate({ caseId, grant: grant(agent, more) })
    if ('flaw' in made) throw new Error(made.flaw)
    await db
      .insertInto('case_party')
      .values({
        caseId,
        role: 'agent',
        name: agent.name,
        birthDate: '1990-01-01',
        personId: agent.id,
        joinedAt: new Date(),
      })
      .execute()
    const check = { mandate: made.mandate, proof: 'online' as const, scans: 0, readable: true, signatureVerified: true }
    return {
      principal,
      agent,
      caseId,
      mandate: made.mandate,
      activate: (seen = {}) => hands.activateMandate({ caseId, check: { ...check, ...seen } }),
    }
  }

  test('not before the agent has accepted, not on a paper without its signature, not after it has ended', async () => {
    const { caseId, mandate: id, activate } = await registered()
    expect(await activate()).toEqual({ flaw: 'not-accepted' })
    expect(await hands.acceptMandate({ caseId, mandate: id })).toBeNull()
    expect(await activate({ proof: 'conversion', scans: 1, signatureVerified: false })).toEqual({
      flaw: 'signature-not-verified',
    })
    expect(await activate({ proof: 'conversion', scans: 1, readable: false })).toEqual({ flaw: 'unreadable-scan' })
    expect(await activate({ proof: 'conversion' })).toEqual({ flaw: 'no-scan' })
    expect(await activate()).toEqual({ notice: null })
    expect(await activate()).toEqual({ notice: null })
    await hands.endMandate({ mandate: id, how: 'expired' })
    expect(await activate()).toEqual({ flaw: 'ended-already' })
  })

  test('the principal cannot be their own agent by another name', async () => {
    const { principal, caseId, mandate: id } = await registered()
    await db.updateTable('case_party').set({ personId: principal.id }).where('caseId', '=', caseId).execute()
    expect(await hands.acceptMandate({ caseId, mandate: id })).toBe('agent-is-principal')
  })

  test('Postgres itself holds that there is one agent in a matter at a time', async () => {
    const [principal, one, two] = [await resident(db), await resident(db), await resident(db)]
    const filing = [{ agenda: 'dog-fee', actions: ['file' as const] }]
    const first = await mandate(db, principal.subject, one, filing, { validTo: '2030-12-31' })
    await expect(mandate(db, principal.subject, two, filing)).rejects.toMatchObject({ code: '23P01' })
    // seeing, other matters, later days and mandates by law are free
    await mandate(db, principal.subject, two, [{ agenda: 'dog-fee', actions: ['view'] }])
    await mandate(db, principal.subject, two, [{ agenda: 'grant', actions: ['file'] }])
    await mandate(db, principal.subject, two, filing, { validFrom: '2031-01-01' })
    await mandate(db, principal.subject, two, all, { basis: 'guardian', source: 'register' })
    await db.transaction().execute(tx => endMandate(tx, { mandate: first, how: 'revoked', by: houseActor, reason: '' }))
    await mandate(db, principal.subject, two, filing, { validTo: '2030-12-31' })
  })

  test('what has ended never comes back', async () => {
    const [principal, agent] = [await resident(db), await resident(db)]
    const id = await mandate(db, principal.subject, agent, paying)
    await db.transaction().execute(tx => endMandate(tx, { mandate: id, how: 'revoked', by: houseActor, reason: '' }))
    const back = db.updateTable('mandate').set({ state: 'active', endedAt: null }).where('id', '=', id).execute()
    await expect(back).rejects.toThrow('has ended')
  })
})

describe('by law', () => {
  const bornYearsAgo = (years: number) => `${Number(today.slice(0, 4)) - years}-01-01`
  const child = (years: number) => ({
    id: `child-${randomUUID()}`,
    register: 'ROB' as const,
    basis: 'parent' as const,
    principal: {
      kind: 'person' as const,
      givenName: 'Dítě',
      familyName: randomUUID().slice(0, 8),
      birthDate: bornYearsAgo(years),
      address: null,
    },
    signatures: 1,
    validFrom: bornYearsAgo(years),
    validTo: null,
    agendas: ['*'],
  })

  test('a parent until the eighteenth birthday; what the register no longer says, ends', async () => {
    const parent = await resident(db)
    const caseId = await caseRow(db, parent.id)
    const [small, grown] = [child(7), child(18)]
    registers.represents = [small, grown]
    const found = await hands.findPrincipals({ caseId, person: parent.id })
    expect(found.map(({ name }) => name)).toEqual([`Dítě ${small.principal.familyName}`])
    const [held] = await heldBy(db, parent.id, today)
    expect(held).toMatchObject({
      basis: 'parent',
      source: 'register',
      validTo: `${Number(small.principal.birthDate.slice(0, 4)) + 17}-12-31`,
    })
    await hands.findPrincipals({ caseId, person: parent.id })
    expect(await heldBy(db, parent.id, today)).toHaveLength(1)
    registers.away = true
    await expect(hands.findPrincipals({ caseId, person: parent.id })).rejects.toThrow('does not answer')
    expect(await heldBy(db, parent.id, today)).toHaveLength(1)
    Object.assign(registers, { away: false, represents: [] })
    expect(await hands.findPrincipals({ caseId, person: parent.id })).toEqual([])
    expect(await heldBy(db, parent.id, today)).toEqual([])
  })

  test('a company by its body, found in the records by its number', async () => {
    const [director, firm] = [await resident(db), await company(db)]
    registers.represents = [
      {
        ...child(1),
        register: 'ROS',
        basis: 'statutory',
        principal: { kind: 'company', companyId: firm.companyId, name: firm.name, address: { city: 'Kladno' } },
        signatures: 2,
      },
    ]
    await hands.findPrincipals({ caseId: await caseRow(db, director.id), person: director.id })
    expect(await heldBy(db, director.id, today)).toMatchObject([
      { principal: firm.subject, signatures: 2, basis: 'statutory' },
    ])
  })

  test('the house ends what has run out, and tells the cases led under it', async () => {
    const [principal, agent] = [await resident(db), await resident(db)]
    const id = await mandate(db, principal.subject, agent, paying, { validTo: '2024-12-31' })
    const caseId = await caseRow(db, agent.id, { subjectId: principal.subject, mandateId: id })
    await endExpired(db, today)
    expect(await mandateById(db, id)).toMatchObject({ state: 'expired' })
    const told = await db.selectFrom('message').select(['kind', 'data']).where('caseId', '=', caseId).execute()
    expect(told).toMatchObject([
      { kind: 'mandate', data: { mandate: id, how: 'expired', own: false, tell: [principal.id] } },
    ])
    await db.updateTable('message').set({ state: 'done' }).where('caseId', '=', caseId).execute()
  })
})

test('an order is not opened by a mandate that has ended since the basket was filed, nor above its limit', async () => {
  const [agent, mother] = [await resident(db), await resident(db, { owes: [20_000] })]
  const id = await mandate(db, mother.subject, agent, paying, { limit: 10_000 })
  const caseId = await caseRow(db, agent.id)
  const order = (amount: number) =>
    hands.openOrder({
      id: randomUUID(),
      caseId,
      personId: agent.id,
      language: 'cs',
      items: [{ liability: mother.owes[0] ?? '', amount }],
      expiresAt: new Date(Date.now() + 60_000).toISOString(),
    })
  expect(await order(10_001)).toEqual({ state: 'mandate-ended' })
  await db.transaction().execute(tx => endMandate(tx, { mandate: id, how: 'revoked', by: houseActor, reason: '' }))
  expect(await order(5000)).toEqual({ state: 'mandate-ended' })
})

test('nobody sees or does anything through the database that no valid mandate allows', async () => {
  const people = await residents(db, 3)
  const principals = await residents(db, 3)
  const world = {
    people: people.map(({ id }) => id),
    principals: principals.map(({ subject }) => subject),
    agendas: ['fee-payment', '_example', 'account-pairing'],
  }
  await fc.assert(
    fc.asyncProperty(mandates(world), acts(world), async (given, asked) => {
      await db
        .transaction()
        .execute(async tx => {
          const kept = await keep(tx, given)
          for (const act of asked) await agrees(tx, kept, act)
          throw new RolledBack()
        })
        .catch((error: unknown) => {
          if (!(error instanceof RolledBack)) throw error
        })
    }),
    { numRuns: 60 },
  )
})
class RolledBack extends Error {}

/** Writes random mandates as they are; one that Postgres does not let be beside another is left out. */
async function keep(tx: Db, given: MandateFacts[]): Promise<MandateFacts[]> {
  const kept: MandateFacts[] = []
  for (const one of given) {
    if (kept.some(other => rival(one, other))) continue
    const alive = one.state === 'active'
    await insertMandate(tx, {
      id: one.id,
      caseId: null,
      basis: one.basis,
      source: 'desk',
      principal: one.principal,
      limit: one.limit,
      signatures: one.signatures,
      validFrom: one.validFrom,
      validTo: one.validTo,
      scope: one.scope,
      agents: one.agents.map(({ person: who, accepted }) => ({ person: who, name: 'x', birthDate: null, accepted })),
      ...(one.verified && { verified: { by: 'test', verification: { kind: 'original' as const } } }),
    })
    if (!alive)
      await tx
        .updateTable('mandate')
        .set({
          state: one.state,
          ...(['revoked', 'expired', 'rejected'].includes(one.state) && { endedAt: new Date() }),
          ...(one.state === 'suspended' && { suspendedAt: new Date(), suspendedBy: 'test', reason: 'x' }),
        })
        .where('id', '=', one.id)
        .execute()
    kept.push(one)
  }
  return kept
}
const files = ({ basis, scope }: MandateFacts) =>
  basis === 'poa' ? scope.filter(({ actions }) => actions.includes('file')).map(({ agenda }) => agenda) : []
const rival = (one: MandateFacts, other: MandateFacts) =>
  one.principal === other.principal && files(one).some(agenda => files(other).includes(agenda))

/** What the database gives, judged by the rules, is what the law's one sentence says: for acts, debts and cases alike. */
async function agrees(tx: Db, given: MandateFacts[], act: Act): Promise<void> {
  const held = await heldBy(tx, act.person, act.day)
  const allowed = given.some(one => isAllowed(one, act))
  expect('mandate' in permitted(held, act), JSON.stringify(act)).toBe(allowed)
  const reach = { person: act.person, subject: null, day: act.day, held }
  const may = (agenda: string, action: Act['action']) =>
    given.some(one => isAllowed(one, { person: act.person, principal: act.principal, day: act.day, agenda, action }))
  expect(mayFor(reach, act.principal, act.agenda, act.action)).toBe(may(act.agenda, act.action))
  const debtor = debtorsOf(reach).find(({ subject }) => subject === act.principal)
  expect(debtor !== undefined).toBe(may('fee-payment', 'view'))
  expect(debtor?.mayPay ?? false).toBe(may('fee-payment', 'pay'))
  const filed = { personId: act.person, subjectId: act.principal, agenda: act.agenda }
  expect(seesAsCitizen(reach, filed)).toBe(may(act.agenda, 'view'))
}

const all = [{ agenda: '*', actions: ['view', 'pay', 'file', 'receive', 'revoke', 'sub-delegate'] as const }]
