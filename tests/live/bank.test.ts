import { randomInt, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  ImportedStatements,
  ProblemDetails,
  StatementDetail,
  Statements,
  UnidentifiedLine,
} from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { sql } from 'kysely'
import { answer, decide, officer, taskOf } from '../deciding.ts'
import { balances, becomeSpecified, payAtDesk } from '../debts.ts'
import { keepHistory } from '../histories.ts'
import { holding, until } from '../portal.ts'
import { clerk, resident, type Resident } from '../residents.ts'
import { fingerprints, quiet } from '../rows.ts'
import { camt, gpc, line, statement } from '../statements.ts'
import { stack } from '../stack.ts'
import type { Visitor } from '../visitor.ts'

let database: Database
let db: Database['db']
let treasurer: Visitor
let finance: Visitor
beforeAll(async () => {
  database = openDatabase(stack.databaseUrl, 4)
  db = database.db
  treasurer = holding((await clerk(db, 'finance', { roles: ['treasurer'] })).cookie)
  finance = await officer(db, 'finance')
})
afterAll(() => database.close())

// statements of this file have numbers of their own
let number = 600
const next = () => ++number
const nobodys = () => String(randomInt(1_000_000_000, 9_999_999_999))
const account = { counterAccount: 'CZ6508000000192000145399' }

/** Somebody's debts and the symbol of each. */
async function debtor(...owes: number[]): Promise<Resident & { symbols: string[] }> {
  const who = await resident(db, { owes })
  const rows = await db.selectFrom('liability').select(['id', 'variableSymbol']).where('id', 'in', who.owes).execute()
  return { ...who, symbols: who.owes.map(id => rows.find(row => row.id === id)?.variableSymbol ?? '') }
}
const oneSymbol = (ids: string[], symbol: string) =>
  db.updateTable('liability').set({ variableSymbol: symbol }).where('id', 'in', ids).execute()

const bring = <T = ImportedStatements>(file: Uint8Array, who = treasurer) =>
  who.send<T>('POST', '/api/money/statements?name=vypis.gpc', file, { 'content-type': 'application/octet-stream' })
async function brought(file: Uint8Array) {
  const { status, body } = await bring(file)
  expect([status, body.statements.length], JSON.stringify(body)).toEqual([200, 1])
  const [summary] = body.statements
  if (!summary) throw new Error('No statement.')
  return { ...summary, counts: Object.fromEntries(summary.buckets.map(({ state, count }) => [state, count])) }
}
const detail = async (id: string) => (await treasurer.get<StatementDetail>(`/api/money/statements/${id}`)).body
/** The cases of a statement's lines that wait for a person, in order. */
const casesOf = async (id: string) => (await detail(id)).shown.flatMap(one => one.case?.id ?? [])
async function lookedAt(id: string) {
  await taskOf(finance, id)
  return (await finance.get<UnidentifiedLine>(`/api/money/cases/${id}/line`)).body
}
const closed = (id: string) =>
  until(
    () => db.selectFrom('case').select(['state', 'outcome']).where('id', '=', id).executeTakeFirstOrThrow(),
    ({ state }) => state === 'closed',
  )
/** What the bank says came in is what the ledger has and what still waits, to the haléř. */
async function agrees(id: string) {
  const { buckets, shown, closing, opening } = await detail(id)
  expect(buckets.reduce((all, { sum }) => all + sum, 0)).toBe(closing - opening)
  const inLedger = shown.reduce(
    (all, one) => all + one.unallocated + one.settles.reduce((sum, part) => sum + part.amount, 0),
    0,
  )
  expect(inLedger).toBe(
    shown.filter(one => ['posted', 'settled', 'kept'].includes(one.state)).reduce((all, one) => all + one.amount, 0),
  )
}

describe('a statement is taken over', () => {
  test('what leaves no doubt is posted once, the rest waits for a person, each with its reason', async () => {
    const jana = await debtor(780_00, 500_00, 300_00)
    const eva = await debtor(780_00, 900_00)
    const shared = nobodys()
    await oneSymbol([jana.owes[1] ?? '', jana.owes[2] ?? ''], shared)
    await db
      .updateTable('liability')
      .set({ due: '2026-01-01' })
      .where('id', '=', jana.owes[1] ?? '')
      .execute()
    await becomeSpecified(db, eva.owes[1] ?? '')
    const [own = ''] = jana.symbols
    const file = gpc(
      statement(
        [
          line(1, 780_00, { variableSymbol: own, counterName: 'NOVAKOVA JANA' }),
          line(2, 600_00, { variableSymbol: shared }),
          line(3, 900_01, { variableSymbol: eva.symbols[1] ?? '' }),
          line(4, 780_01, { variableSymbol: eva.symbols[0] ?? '' }),
          line(5, 1_00, { variableSymbol: own }),
          line(6, 2_00),
          line(7, 5_000_00, { counterAccount: 'CZ1603000000002101440004', message: 'PAYOUT' }),
          line(8, -40_00, account),
          line(9, 70_00, { variableSymbol: own, ...account }),
          line(10, -70_00, { variableSymbol: own, ...account, reversal: true }),
        ],
        { number: next() },
      ),
    )
    const summary = await brought(file)
    expect(summary).toMatchObject({ already: false, lines: 10 })
    expect(summary.counts).toEqual({ posted: 2, open: 5, payout: 1, reversed: 2 })
    const { shown } = await detail(summary.id)
    expect(shown.filter(one => one.state === 'open').map(one => one.why?.en)).toEqual([
      'A specified amount has not come exactly',
      'More has come than is owed under the symbol',
      'Nothing is owed under the symbol any more',
      'The payment has no variable symbol',
      'Money has left the account of which the portal does not know',
    ])
    expect(await balances(db, ...jana.owes, ...eva.owes)).toEqual([0, 0, 200_00, 780_00, 900_00])
    await agrees(summary.id)
    const payment = await db
      .selectFrom('payment')
      .selectAll()
      .where('externalId', 'like', `bank:%-${summary.number}/1`)
      .executeTakeFirstOrThrow()
    expect(payment).toMatchObject({
      channel: 'bank',
      amount: 780_00,
      creditedOn: '2026-04-15',
      payer: 'NOVAKOVA JANA',
      unallocated: 0,
    })
    for (const id of await casesOf(summary.id)) expect((await taskOf(finance, id)).role).toBe('finance')
  })

  test('the same twice, in another format or at once changes nothing and says so', async () => {
    const jana = await debtor(780_00)
    const made = statement([line(1, 700_00, { variableSymbol: jana.symbols[0] ?? '' })], { number: next() })
    const both = await Promise.all([bring(gpc(made)), bring(gpc(made))])
    expect(new Set(both.map(({ body }) => body.statements[0]?.already))).toEqual(new Set([false, true]))
    const before = await fingerprints(db)
    expect((await brought(gpc(made))).already).toBe(true)
    expect((await brought(camt(made, '08'))).already).toBe(true)
    const { status, body } = await bring<ProblemDetails>(gpc(statement([line(1, 701_00)], { number: made.number })))
    expect([status, body.code]).toEqual([409, 'statement-differs'])
    expect(await fingerprints(db)).toEqual(before)
    expect(await balances(db, ...jana.owes)).toEqual([80_00])
  })

  test('a broken file names its line and reason, and changes nothing', async () => {
    const good = gpc(statement([line(1, 700_00), line(2, 5_00)], { number: next() })).toString('latin1')
    await quiet(db)
    const before = await fingerprints(db)
    const { status, body } = await bring<ProblemDetails>(
      Buffer.from(good.replace('000000000500', '000000000600'), 'latin1'),
    )
    expect([status, body.code]).toEqual([422, 'statement-broken'])
    expect(body.detail).toContain('Řádek 1, 91–105: kontrolní součet nesouhlasí')
    expect(await fingerprints(db)).toEqual(before)
  })

  test('one that leaves out a number, or a balance, or has the days of another warns', async () => {
    const day = { from: '2026-05-01', to: '2026-05-01' }
    const first = statement([], { number: next(), ...day })
    await brought(gpc(first))
    const gap = number + 1
    const second = await brought(gpc(statement([], { number: (number += 2), ...day, opening: first.closing })))
    expect(second.warnings.map(one => one.en)).toEqual([
      `The days overlap with statement number ${first.number}.`,
      `Statement number ${gap}, which should come before, is missing.`,
    ])
    const later = { from: '2026-05-02', to: '2026-05-02' }
    const third = await brought(gpc(statement([], { number: next(), ...later, opening: 1 })))
    expect(third.warnings[0]?.cs).toContain('Počáteční zůstatek nenavazuje')
  })

  test('a payment that another statement has had already is looked at by a person', async () => {
    const jana = await debtor(780_00)
    const paid = line(1, 100_00, { variableSymbol: jana.symbols[0] ?? '', bankReference: randomUUID().slice(0, 20) })
    await brought(gpc(statement([paid], { number: next() })))
    const again = await brought(
      gpc(
        statement([paid, line(2, 1_00, { ...paid, position: 2, amount: 1_00, bankReference: 'JINA' })], {
          number: next(),
        }),
      ),
    )
    expect(again.counts).toEqual({ open: 1, posted: 1 })
    expect(await balances(db, ...jana.owes)).toEqual([679_00])
  })

  test('thousands of lines are matched in one go', async () => {
    const many = await residentsOwing(3000)
    const file = camt(
      statement(
        many.map((symbol, at) => line(at + 1, 780_00, { variableSymbol: symbol })),
        { number: next() },
      ),
    )
    const begun = performance.now()
    expect((await brought(file)).counts).toEqual({ posted: 3000 })
    // some hundreds of milliseconds where nothing else runs
    expect(performance.now() - begun).toBeLessThan(15_000)
  })
})

describe('money that a person must tell', () => {
  test('the clerk is offered whose it may be, settles a debt with it, and the rest is kept as paid over', async () => {
    const jana = await debtor(780_00, 100_00)
    const [own = ''] = jana.symbols
    const slip = own.slice(0, 8) + (own[9] ?? '') + (own[8] ?? '')
    const mistyped = slip === own ? own.slice(0, 9) : slip
    const { id } = await brought(
      gpc(
        statement([line(1, 800_00, { variableSymbol: mistyped, message: `VS ${jana.symbols[1]}`, ...account })], {
          number: next(),
        }),
      ),
    )
    const [one = ''] = await casesOf(id)
    const { suggestions } = await lookedAt(one)
    expect(suggestions.map(({ debt, why }) => [debt.id, why.en])).toEqual([
      [jana.owes[1], 'The symbol stands in the payer’s message'],
      [jana.owes[0], 'The symbol differs by one digit'],
    ])
    const items = [{ liability: jana.owes[0], amount: 780_00 }]
    const over = await answer(finance, one, (await taskOf(finance, one)).stepKey, {
      verdict: 'settle',
      items: [{ ...items[0], amount: 780_01 }],
    })
    expect(over.status).toBe(422)
    await decide(finance, one, { verdict: 'settle', items })
    expect(await closed(one)).toMatchObject({ outcome: 'settled' })
    expect(await balances(db, ...jana.owes)).toEqual([0, 100_00])
    expect((await detail(id)).shown).toMatchObject([{ state: 'settled', unallocated: 20_00 }])
    await agrees(id)
    // the next time the account is known
    const again = await brought(gpc(statement([line(1, 30_00, account)], { number: next() })))
    const known = await lookedAt((await casesOf(again.id))[0] ?? '')
    expect(known.suggestions).toContainEqual(
      expect.objectContaining({ debt: expect.objectContaining({ id: jana.owes[1] }) as unknown }),
    )
    await keepHistory(one, 'settled')
  })

  test('a name as the bank writes it and the same sum are a hint', async () => {
    const jana = await debtor(431_77)
    const name = jana.name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().split(' ').toReversed().join(' ')
    const { id } = await brought(gpc(statement([line(1, 431_77, { counterName: name })], { number: next() })))
    const [one = ''] = await casesOf(id)
    expect((await lookedAt(one)).suggestions[0]).toMatchObject({
      debt: { id: jana.owes[0] },
      why: { en: 'The same amount and a similar name' },
    })
    // paid at the cash desk while the clerk was deciding: nothing is done, they look again
    const { stepKey } = await taskOf(finance, one)
    await payAtDesk(db, jana.owes[0] ?? '', 431_77)
    const late = await answer(finance, one, stepKey, {
      verdict: 'settle',
      items: [{ liability: jana.owes[0], amount: 431_77 }],
    })
    expect(late.status).toBe(422)
    await decide(finance, one, { verdict: 'keep', words: 'Plátce se neozval.' })
    expect(await closed(one)).toMatchObject({ outcome: 'kept' })
    expect((await detail(id)).shown).toMatchObject([{ state: 'kept', note: 'Plátce se neozval.', unallocated: 431_77 }])
    await agrees(id)
    await keepHistory(one, 'kept')
  })

  test('a return is confirmed by another official, waits to be made in the bank, and a statement shows that it was', async () => {
    const { id } = await brought(gpc(statement([line(1, 321_00, account)], { number: next() })))
    const [one = ''] = await casesOf(id)
    await decide(finance, one, { verdict: 'return', words: 'Patří jinému městu.' })
    const { stepKey } = await taskOf(finance, one)
    expect((await answer(finance, one, stepKey, { agreed: 'yes' })).status).toBe(403)
    const returnsNow = async () =>
      (await treasurer.get<Statements>('/api/money/statements')).body.returns.filter(one => one.amount === 321_00)
    expect(await returnsNow()).toEqual([])
    await decide(await officer(db, 'finance'), one, { agreed: 'yes' })
    expect(await closed(one)).toMatchObject({ outcome: 'returned' })
    expect(await returnsNow()).toMatchObject([{ account: '19-2000145399/0800', madeOn: null }])
    await brought(gpc(statement([line(1, -321_00, account)], { number: next() })))
    expect(await returnsNow()).toMatchObject([{ madeOn: '2026-04-15' }])
    await keepHistory(one, 'returned')
  })

  test('what the bank took back afterwards is put right by hand', async () => {
    const { id } = await brought(gpc(statement([line(1, -55_00, { ...account, reversal: true })], { number: next() })))
    const [one = ''] = await casesOf(id)
    await decide(finance, one, { words: 'Zápis opraven dokladem 12/2026.' })
    expect(await closed(one)).toMatchObject({ outcome: 'corrected' })
    await agrees(id)
    await keepHistory(one, 'corrected')
  })

  test('who has no business with the case is shown nothing of it', async () => {
    const { id } = await brought(gpc(statement([line(1, 5_00)], { number: next() })))
    const [one = ''] = await casesOf(id)
    await taskOf(finance, one)
    const registry = holding((await clerk(db, 'registry')).cookie)
    expect((await registry.get(`/api/money/cases/${one}/line`)).status).toBe(404)
    expect((await finance.get(`/api/money/statements/${id}`)).status).toBe(403)
  })
})

/** So many debts of 780 Kč straight in Postgres; gives their symbols. */
async function residentsOwing(count: number): Promise<string[]> {
  const who = await debtor(780_00)
  const { rows } = await sql<{ symbol: string }>`
    insert into liability (id, subject_id, number, kind, world, year, period, description, legal_basis, issued, due, variable_symbol, account, principal, state, as_of)
    select gen_random_uuid(), subject_id, number || '-' || n, kind, world, year, period, description, legal_basis, issued, due,
      (8000000000 + n)::text, account, 78000, 'open', now() from liability, generate_series(1, ${count}::int) n where id = ${who.owes[0] ?? ''}
    returning variable_symbol as symbol`.execute(db)
  return rows.map(({ symbol }) => symbol)
}
