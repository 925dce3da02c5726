import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { localLedger } from '../../activities/ledger/local.ts'
import { findSubject, subjectForCompany, type VerifiedPerson } from '../../activities/ledger/pairing.ts'
import type { IncomingPayment, Ledger } from '../../activities/ledger/port.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { json } from '../../db/json.ts'

let database: Database
let ledger: Ledger

beforeAll(() => {
  database = openDatabase(inject('stack').databaseUrl, 25)
  ledger = localLedger(database.db)
})
afterAll(() => database.close())

interface SubjectRow {
  kind?: string
  givenName?: string
  familyName?: string
  birthDate?: string
  birthNumber?: string
  companyId?: string
  note?: string
  ruianCode?: string
}

async function subject({ ruianCode, ...row }: SubjectRow = {}): Promise<string> {
  const id = randomUUID()
  const address = { city: 'Kladno', ...(ruianCode ? { ruianCode } : {}) }
  const name = `${row.givenName ?? 'Jana'} ${row.familyName ?? 'Zkušební'}`
  await database.db
    .insertInto('subject')
    .values({ id, kind: 'person', name, ...row, address: json(address) })
    .execute()
  return id
}

interface LiabilityRow {
  principal?: number
  accessories?: number
  paid?: number
  writtenOff?: number
  state?: string
  kind?: string
  year?: number
  due?: string
}

async function liability(subjectId: string, row: LiabilityRow = {}): Promise<string> {
  const id = randomUUID()
  await database.db
    .insertInto('liability')
    .values({
      id,
      subjectId,
      number: `TEST-${id}`,
      kind: 'waste',
      world: 'tax',
      year: 2026,
      period: '2026',
      instalment: 1,
      instalments: 1,
      description: json({ cs: 'Poplatek za komunální odpad 2026', en: 'Municipal waste fee 2026' }),
      legalBasis: json({ cs: 'Obecně závazná vyhláška', en: 'Ordinance' }),
      issued: '2026-01-15',
      due: '2026-04-15',
      variableSymbol: '1234567890',
      account: 'CZ6301000000196750510277',
      principal: 78_000,
      accessories: 0,
      paid: 0,
      writtenOff: 0,
      currency: 'CZK',
      state: 'open',
      asOf: new Date('2026-03-31T02:00:00Z'),
      changedAt: new Date(),
      ...row,
    })
    .execute()
  return id
}

/** An order that is still open, with the person and the case it needs. */
async function order(): Promise<string> {
  const [id, caseId, personId, hash] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await sql`
    with someone as (insert into person (id, given_name, family_name) values (${personId}, 'Jana', 'Zkušební')),
      form as (insert into definition (hash, agenda, content) values (${hash}, 'ledger-test', '{}')),
      spis as (insert into "case" (id, number, agenda, definition, person_id, state)
        values (${caseId}, ${`TEST-${caseId}`}, 'ledger-test', ${hash}, ${personId}, 'open'))
    insert into payment_order (id, case_id, person_id, state, amount, expires_at)
      values (${id}, ${caseId}, ${personId}, 'open', 50000, now() + interval '1 hour')`.execute(database.db)
  return id
}

const payment = (items: IncomingPayment['items'], change: Partial<IncomingPayment> = {}): IncomingPayment => ({
  externalId: `pi_${randomUUID()}`,
  channel: 'card',
  payer: 'Jana Zkušební',
  amount: items.reduce((sum, item) => sum + item.amount, 0),
  currency: 'CZK',
  paidAt: '2026-04-01T10:00:00.000Z',
  cardBrand: 'visa',
  cardLast4: '4242',
  items,
  ...change,
})

const paid = async (id: string) => {
  const found = await ledger.get(id)
  if (!found) throw new Error(`The debt ${id} has vanished.`)
  expect(found.payments.reduce((sum, { amount }) => sum + amount, 0)).toBe(found.paid)
  return { paid: found.paid, balance: found.balance, state: found.state }
}

describe('a payment', () => {
  test('is registered once under twenty calls at once, and each is told the same', async () => {
    const [a, b] = [await liability(await subject()), await liability(await subject(), { principal: 12_000 })]
    const once = payment([
      { liability: a, amount: 50_000 },
      { liability: b, amount: 12_000 },
    ])
    const answers = await Promise.all(Array.from({ length: 20 }, () => ledger.registerPayment(once)))

    expect(answers.filter(answer => !answer.already)).toHaveLength(1)
    const allocations = [
      { liability: a, amount: 50_000 },
      { liability: b, amount: 12_000 },
    ].sort((x, y) => (x.liability < y.liability ? -1 : 1))
    for (const answer of answers) expect(answer).toMatchObject({ id: answers[0]?.id, allocations, unallocated: 0 })
    expect(await paid(a)).toEqual({ paid: 50_000, balance: 28_000, state: 'open' })
    expect(await paid(b)).toEqual({ paid: 12_000, balance: 0, state: 'settled' })
  })

  test('of a debt that another pays at the same time leaves the rest unallocated, never a debt paid twice', async () => {
    const id = await liability(await subject())
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => ledger.registerPayment(payment([{ liability: id, amount: 50_000 }]))),
    )
    const unallocated = answers.reduce((sum, answer) => sum + answer.unallocated, 0)
    expect(unallocated).toBe(8 * 50_000 - 78_000)
    expect(await paid(id)).toEqual({ paid: 78_000, balance: 0, state: 'settled' })
  })

  test('of baskets with the same debts in opposite order does not deadlock', async () => {
    const owner = await subject()
    const ids = await Promise.all(Array.from({ length: 6 }, () => liability(owner)))
    const items = ids.map(id => ({ liability: id, amount: 1_000 }))
    await Promise.all(
      Array.from({ length: 20 }, (_, at) => ledger.registerPayment(payment(at % 2 ? items : items.toReversed()))),
    )
    for (const id of ids) expect(await paid(id)).toMatchObject({ paid: 20_000, balance: 58_000 })
  })

  test('of what is settled, cancelled or unknown is kept, unallocated', async () => {
    const owner = await subject()
    const settled = await liability(owner, { paid: 78_000, state: 'settled' })
    const cancelled = await liability(owner, { state: 'cancelled' })
    const items = [settled, cancelled, randomUUID()].map(id => ({ liability: id, amount: 78_000 }))
    expect(await ledger.registerPayment(payment(items))).toMatchObject({ allocations: [], unallocated: 3 * 78_000 })
    expect((await ledger.get(cancelled))?.state).toBe('cancelled')
  })

  test('of a debt in enforcement counts; the debt stays there until it is paid whole', async () => {
    const id = await liability(await subject(), { state: 'enforcement', accessories: 2_000 })
    await ledger.registerPayment(payment([{ liability: id, amount: 78_000 }]))
    expect(await paid(id)).toEqual({ paid: 78_000, balance: 2_000, state: 'enforcement' })
    await ledger.registerPayment(payment([{ liability: id, amount: 2_000 }]))
    expect(await paid(id)).toMatchObject({ balance: 0, state: 'settled' })
  })

  test('inside the caller’s transaction is undone with it', async () => {
    const id = await liability(await subject())
    const lost = payment([{ liability: id, amount: 78_000 }])
    const broken = database.db.transaction().execute(async tx => {
      await localLedger(tx).registerPayment(lost)
      throw new Error('the caller failed')
    })
    await expect(broken).rejects.toThrow('the caller failed')
    expect(await paid(id)).toMatchObject({ paid: 0, state: 'open' })
    expect(await ledger.registerPayment(lost)).toMatchObject({ already: false, unallocated: 0 })
  })

  test('of an order that another payment has paid is kept too, without the order', async () => {
    const id = await liability(await subject())
    const orderId = await order()
    const first = payment([{ liability: id, amount: 50_000 }], { orderId })
    const second = payment([{ liability: id, amount: 50_000 }], { orderId })
    expect(await ledger.registerPayment(first)).toMatchObject({ unallocated: 0 })
    expect(await ledger.registerPayment(second)).toMatchObject({ unallocated: 22_000, already: false })
    expect(await ledger.registerPayment(first)).toMatchObject({ unallocated: 0, already: true })
    const stored = await database.db
      .selectFrom('payment')
      .select(['externalId', 'orderId'])
      .where('externalId', 'in', [first.externalId, second.externalId])
      .execute()
    expect(new Map(stored.map(row => [row.externalId, row.orderId]))).toEqual(
      new Map([
        [first.externalId, orderId],
        [second.externalId, null],
      ]),
    )
  })

  test('that makes no sense is refused before anything is written', async () => {
    const id = await liability(await subject())
    for (const amount of [0, -1, 0.5, Number.NaN]) {
      await expect(ledger.registerPayment(payment([{ liability: id, amount }]))).rejects.toThrow(RangeError)
    }
    const short = payment([{ liability: id, amount: 78_000 }], { amount: 77_999 })
    await expect(ledger.registerPayment(short)).rejects.toThrow(RangeError)
    expect(await paid(id)).toMatchObject({ paid: 0 })
  })
})

describe('Postgres itself refuses', () => {
  test('a debt paid over what is owed, settled with something left, or of an unknown kind, world or state', async () => {
    const owner = await subject()
    await expect(liability(owner, { paid: 78_001 })).rejects.toThrow('liability_check')
    await expect(liability(owner, { paid: 77_999, state: 'settled' })).rejects.toThrow('liability_check')
    await expect(liability(owner, { principal: -1 })).rejects.toThrow('liability_')
    await expect(liability(owner, { kind: 'parking' })).rejects.toThrow('kind')
    await expect(liability(owner, { state: 'overdue' })).rejects.toThrow('state')
  })

  test('a second allocation of one payment to one debt, and a payment without money', async () => {
    const id = await liability(await subject())
    const { id: paymentId } = await ledger.registerPayment(payment([{ liability: id, amount: 1_000 }]))
    const again = database.db
      .insertInto('allocation')
      .values({ paymentId, liabilityId: id, amount: 1, at: new Date() })
      .execute()
    await expect(again).rejects.toThrow('allocation_pkey')
    const nothing = database.db.updateTable('payment').set({ unallocated: 2_000 }).where('id', '=', paymentId).execute()
    await expect(nothing).rejects.toThrow('payment_check')
  })
})

describe('the list', () => {
  test('tells open, overdue, settled, cancelled and enforced debts apart, by year and kind', async () => {
    const owner = await subject()
    const late = await liability(owner, { year: 2025, due: '2025-04-15' })
    const soon = await liability(owner, { due: '2026-04-15', accessories: 0 })
    const dog = await liability(owner, { kind: 'dog', paid: 78_000, state: 'settled' })
    const cancelled = await liability(owner, { state: 'cancelled' })
    const enforced = await liability(owner, { year: 2024, due: '2024-04-15', state: 'enforcement' })
    const today = '2026-04-15'
    const ids = async (filter: Parameters<Ledger['list']>[1]) =>
      (await ledger.list([owner], filter)).map(({ id }) => id).sort()

    expect(await ids({})).toEqual([late, soon, dog, cancelled, enforced].sort())
    expect(await ids({ state: 'open' })).toEqual([late, soon].sort())
    expect(await ids({ state: 'overdue', today })).toEqual([late])
    expect(await ids({ state: 'settled' })).toEqual([dog])
    expect(await ids({ state: 'cancelled' })).toEqual([cancelled])
    expect(await ids({ state: 'enforcement' })).toEqual([enforced])
    expect(await ids({ kind: 'dog' })).toEqual([dog])
    expect(await ids({ year: 2025, kind: 'waste' })).toEqual([late])
    expect((await ledger.list([owner]))[4]?.id).toBe(enforced)
    await expect(ledger.list([owner], { state: 'overdue' })).rejects.toThrow(TypeError)
    expect(await ledger.list([])).toEqual([])
    expect(await ledger.list([randomUUID()])).toEqual([])
  })

  test('shows each accessory with its ground, amounts as numbers and the payments of a debt', async () => {
    const owner = await subject({ givenName: 'Věra', familyName: 'Dlužná' })
    const id = await liability(owner, { accessories: 30_000, writtenOff: 10_000 })
    const basis = { cs: '§ 11 zákona č. 565/1990 Sb.', en: '§ 11 of Act No. 565/1990 Sb.' }
    const line = { kind: 'late-increase', amount: 30_000, legalBasis: basis, since: '2026-05-02' }
    await database.db
      .insertInto('accessory')
      .values({ id: randomUUID(), liabilityId: id, ...line, legalBasis: json(basis) })
      .execute()
    await ledger.registerPayment(payment([{ liability: id, amount: 20_000 }]))

    const found = await ledger.get(id)
    expect(found).toMatchObject({
      accessories: [line],
      principal: 78_000,
      paid: 20_000,
      writtenOff: 10_000,
      balance: 78_000,
      due: '2026-04-15',
      debtor: { id: owner, name: 'Věra Dlužná', kind: 'person' },
      payments: [
        { channel: 'card', amount: 20_000, paidAt: '2026-04-01T10:00:00.000Z', creditedOn: null, last4: '4242' },
      ],
    })
    expect(found?.asOf).toBe(found?.payments[0]?.postedAt)
    expect(JSON.parse(JSON.stringify(found))).toEqual(found)
    expect(await ledger.get(randomUUID())).toBeNull()
  })
})

test('changes are told from an instant on, those of a running transaction later', async () => {
  const owner = await subject()
  const { until } = await ledger.changesSince('2999-01-01T00:00:00Z')
  let later = ''
  const slow = await database.db.transaction().execute(async tx => {
    const id = await localLedger(tx).registerPayment(payment([{ liability: await liability(owner), amount: 1_000 }]))
    later = (await ledger.changesSince(until)).until
    return id
  })
  const [changed] = slow.allocations
  expect((await ledger.changesSince(until)).liabilities).toContain(changed?.liability)
  expect((await ledger.changesSince(later)).liabilities).toContain(changed?.liability)
  const after = (await ledger.changesSince(later)).until
  const another = await liability(owner)
  const { liabilities } = await ledger.changesSince(after)
  expect(liabilities).toContain(another)
})

describe('pairing', () => {
  const family = () => `Řehák${randomUUID().replaceAll('-', '')}`
  const person = (familyName: string, change: Partial<VerifiedPerson> = {}): VerifiedPerson => ({
    givenName: 'Žofie',
    familyName,
    birthDate: '1985-03-12',
    ...change,
  })

  test('is by name and birth date, whatever the case; diacritics decide', async () => {
    const familyName = family()
    const subjectId = await subject({ givenName: 'Žofie', familyName, birthDate: '1985-03-12' })
    const { db } = database
    expect(await findSubject(db, person(familyName))).toEqual({ match: 'one', subjectId })
    const loud = person(familyName.toUpperCase(), { givenName: 'ŽOFIE' })
    expect(await findSubject(db, loud)).toEqual({ match: 'one', subjectId })
    expect(await findSubject(db, person(familyName.normalize('NFD')))).toEqual({ match: 'one', subjectId })
    expect(await findSubject(db, person(familyName.replace('á', 'a')))).toEqual({ match: 'none' })
    expect(await findSubject(db, person(familyName, { birthDate: '1985-03-13' }))).toEqual({ match: 'none' })
  })

  test('of namesakes born on one day is decided by the address or the birth number, else by a person', async () => {
    const familyName = family()
    const row = { givenName: 'Žofie', familyName, birthDate: '1985-03-12' }
    const [numberA, numberB] = [randomUUID(), randomUUID()]
    const a = await subject({ ...row, ruianCode: '99100001', birthNumber: numberA })
    const b = await subject({ ...row, ruianCode: '99100002', birthNumber: numberB })
    const { db } = database
    const at = (ruianCode: string) => person(familyName, { address: { city: 'Kladno', ruianCode } })
    expect(await findSubject(db, person(familyName))).toEqual({ match: 'several', count: 2 })
    expect(await findSubject(db, at('99100002'))).toEqual({ match: 'one', subjectId: b })
    expect(await findSubject(db, at('99100003'))).toEqual({ match: 'several', count: 2 })
    expect(await findSubject(db, person(familyName, { birthNumber: numberA }))).toEqual({ match: 'one', subjectId: a })
    expect(await findSubject(db, person(familyName, { birthNumber: randomUUID() }))).toEqual({ match: 'none' })
  })

  test('finds a married woman by her birth number under her old name', async () => {
    const birthNumber = randomUUID()
    const subjectId = await subject({ givenName: 'Jana', familyName: family(), birthDate: '1996-02-17', birthNumber })
    const now = person(family(), { birthDate: '1996-02-17' })
    expect(await findSubject(database.db, now)).toEqual({ match: 'none' })
    expect(await findSubject(database.db, { ...now, birthNumber })).toEqual({ match: 'one', subjectId })
  })

  test('leaves the dead, minors and businesses to a person', async () => {
    const { db } = database
    for (const change of [{ note: 'deceased' }, { note: 'minor' }, { kind: 'business' }]) {
      const familyName = family()
      await subject({ givenName: 'Žofie', familyName, birthDate: '1985-03-12', ...change })
      expect(await findSubject(db, person(familyName))).toEqual({ match: 'none' })
    }
  })

  test('of a company is by its number', async () => {
    const companyId = randomUUID()
    const subjectId = await subject({ kind: 'company', companyId })
    expect(await subjectForCompany(database.db, companyId)).toEqual({ match: 'one', subjectId })
    expect(await subjectForCompany(database.db, randomUUID())).toEqual({ match: 'none' })
  })
})
