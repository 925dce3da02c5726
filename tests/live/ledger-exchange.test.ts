import { randomUUID } from 'node:crypto'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  LedgerExports,
  LedgerExportView,
  LedgerImports,
  LedgerImportView,
  PaymentsBetween,
  ProblemDetails,
} from '../../api/contract.ts'
import { applyDebts } from '../../activities/ledger/exchange/apply.ts'
import { exportedRun } from '../../activities/ledger/exchange/exported.ts'
import { exportPayments } from '../../activities/ledger/exchange/hand-over.ts'
import { importDebts } from '../../activities/ledger/exchange/import.ts'
import { readFile } from '../../activities/ledger/exchange/reading.ts'
import { localLedger } from '../../activities/ledger/local.ts'
import { loadCity } from '../../city/city.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { csv, debt, json } from '../debt-files.ts'
import { today } from '../../forms/day.ts'
import { holding } from '../portal.ts'
import { clerk } from '../residents.ts'
import { fingerprints } from '../rows.ts'
import { stack } from '../stack.ts'

const city = loadCity()
let database: Database
let db: Database['db']
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 6)
  db = database.db
})
afterAll(() => database.close())

const bring = (bytes: Uint8Array) => importDebts(db, city, { name: 'zavazky.csv', bytes, by: 'test' })
const applied = async (bytes: Uint8Array) => {
  const outcome = await bring(bytes)
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems))
  return outcome.applied
}
const rowOf = (number = '') =>
  db.selectFrom('liability').selectAll().where('number', '=', number).executeTakeFirstOrThrow()
const pay = (liability: string, amount: number, whole = amount) =>
  localLedger(db).registerPayment({
    ...{
      externalId: `test-${randomUUID()}`,
      channel: 'card',
      amount: whole,
      currency: 'CZK',
      paidAt: new Date().toISOString(),
    },
    items: [{ liability, amount }],
  })

describe('debts from the accounting', () => {
  test('come new, changed and as they were, with their debtor and as of when', async () => {
    const [one, other] = [debt({ late_increase: '1 560,50' }), debt({ birth_number: '905704/0014' })]
    expect(await applied(csv([one, other]))).toMatchObject({ added: 2, changed: 0 })
    const before = await rowOf(one.number)
    expect(before).toMatchObject({
      principal: 780_00,
      accessories: 1560_50,
      due: '2026-04-15',
      state: 'open',
      world: 'tax',
    })
    expect(before.asOf.toISOString()).toBe('2026-04-01T00:00:00.000Z')
    expect(await applied(csv([one, { ...other, principal: '500', paid: '500' }]))).toMatchObject({
      added: 0,
      changed: 1,
      freed: 0,
    })
    expect((await rowOf(one.number)).changedAt).toEqual(before.changedAt)
    expect(await rowOf(other.number)).toMatchObject({
      principal: 500_00,
      paid: 500_00,
      paidElsewhere: 500_00,
      state: 'settled',
    })
    const subjects = db.selectFrom('subject').select(['accountingId', 'birthNumber'])
    const found = await subjects.where('accountingId', '=', other.subject ?? '').execute()
    expect(found).toEqual([{ accountingId: other.subject, birthNumber: '9057040014' }])
  })

  test('in windows-1250, with commas, or as JSON are the same', async () => {
    const one = debt({ subject_name: 'X' })
    const bytes = Buffer.from(csv([one]).toString().replace(';X', ';\x8eofie'), 'latin1')
    await applied(bytes)
    const { subjectId } = await rowOf(one.number)
    const name = async () =>
      (await db.selectFrom('subject').select('name').where('id', '=', subjectId).executeTakeFirstOrThrow()).name
    expect(await name()).toBe('Žofie')
    await applied(json([{ ...one, principal: 781.5, subject_name: 'Žofie Nová' }]))
    expect([await name(), (await rowOf(one.number)).principal]).toEqual(['Žofie Nová', 781_50])
  })

  test('with mistakes are not taken over at all: each is named by line, column and reason', async () => {
    const good = debt()
    const bad = debt({ principal: '12,345', due: '31. 2. 2026', account: '19-2000145399/0800' })
    const before = await fingerprints(db)
    const outcome = await bring(csv([good, bad, { ...good }, debt({ paid: '800' })]))
    expect(
      'problems' in outcome && outcome.problems.map(({ line, column, reason }) => [line, column, reason.en]),
    ).toEqual([
      [4, 'due', '“31. 2. 2026” is not a day'],
      [4, 'account', 'the city has no account “19-2000145399/0800”'],
      [4, 'principal', '“12,345” is not an amount in crowns'],
      [5, 'number', `number ${good.number} is on line 3 already`],
      [6, 'number', 'more is paid and written off than was prescribed'],
    ])
    const { ledger_import: one, ...rest } = await fingerprints(db)
    const { ledger_import: was, ...were } = before
    expect(rest).toEqual(were)
    expect(one).not.toBe(was)
  })

  test.each([
    ['nothing', '', 'does not begin'],
    ['another version', csv([debt()]).toString().replace(';1;', ';2;'), 'unknown version'],
    ['a column nobody knows', csv([debt({ colour: 'red' })]).toString(), 'unknown or repeated column'],
    ['a column missing', csv([debt()]).toString().replace('variable_symbol', 'specific_symbol'), 'is missing'],
    ['no debts', csv([debt()]).toString().split('\r\n').slice(0, 2).join('\r\n'), 'holds no debt'],
    ['an open quotation mark', `${csv([debt()]).toString()}\r\n"`, 'not closed'],
    ['broken JSON', '{"format": "portal-liabilities"', 'not valid JSON'],
  ])('a file with %s is refused', async (_, text, why) => {
    const outcome = await bring(Buffer.from(text))
    expect('problems' in outcome && outcome.problems[0]?.reason.en).toContain(why)
  })
})

describe('what the portal’s payments have settled', () => {
  test('stays settled until the accounting has them, and is then not counted twice', async () => {
    const one = debt()
    await applied(csv([one]))
    const { id } = await rowOf(one.number)
    await pay(id, 700_00)
    // the accounting does not know of it yet
    await applied(csv([one]))
    expect(await rowOf(one.number)).toMatchObject({ paid: 700_00, paidElsewhere: 0, state: 'open' })
    const run = await exportPayments(db, 'test')
    // it has taken the run over, and 80 more came at the cash desk
    await applied(csv([{ ...one, paid: '780' }], run?.run))
    expect(await rowOf(one.number)).toMatchObject({ paid: 780_00, paidElsewhere: 80_00, state: 'settled' })
    // it says that it has the run, and has not this money: it is told, and nothing is lost
    expect(await applied(csv([one], run?.run))).toMatchObject({ behind: 1 })
    expect(await rowOf(one.number)).toMatchObject({ paid: 700_00, paidElsewhere: 0 })
  })

  test('is given free when the debt was paid at the cash desk too: an overpayment, for a person', async () => {
    const one = debt()
    await applied(csv([one]))
    const { id } = await rowOf(one.number)
    const payment = await pay(id, 700_00)
    expect(await applied(csv([{ ...one, paid: '780' }]))).toMatchObject({ freed: 700_00 })
    expect(await rowOf(one.number)).toMatchObject({ paid: 780_00, paidElsewhere: 780_00, state: 'settled' })
    const row = await db
      .selectFrom('payment')
      .select('unallocated')
      .where('id', '=', payment.id)
      .executeTakeFirstOrThrow()
    expect(row.unallocated).toBe(700_00)
  })
})

test('payments are handed over once each, and a run can be written again', async () => {
  const one = debt()
  await applied(csv([one]))
  await pay((await rowOf(one.number)).id, 100_00)
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  const file = join(folder, 'platby.csv')
  const cli = (...args: string[]) =>
    promisify(execFile)(process.execPath, [resolve('worker/ledger.ts'), ...args], {
      env: { ...process.env, DATABASE_URL: stack.databaseUrl },
    })
  try {
    const [first, second] = await Promise.all([exportPayments(db, 'test'), exportPayments(db, 'test')])
    expect([first, second].filter(run => run !== null)).toHaveLength(1)
    const run = first ?? second
    const mine = run?.parts.filter(part => part.liability === one.number)
    expect(mine).toMatchObject([{ amount: 100_00, part: 100_00, channel: 'card' }])
    expect(await exportedRun(db, run?.run ?? 0)).toEqual(run)
    await cli('export', file, String(run?.run))
    expect(readFileSync(file, 'utf8')).toContain(`;100,00;debt;${one.number};${one.variable_symbol};100,00`)
    writeFileSync(file, csv([{ ...one, principal: 'x' }]))
    await expect(cli('import', file)).rejects.toMatchObject({
      stderr: expect.stringContaining(':3, principal:') as unknown,
    })
    writeFileSync(file, csv([{ ...one, principal: '900' }]))
    expect((await cli('import', file)).stdout).toContain('1 debts: 0 new, 1 changed')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

describe('what went back after the accounting was told of a payment', () => {
  const ledger = () => localLedger(db)
  const back = (payment: string, amount: number, from: 'rest' | 'debts' = 'debts') => {
    const externalId = `back-${randomUUID()}`
    return ledger()
      .registerRefund({ externalId, payment, amount, from })
      .then(() => externalId)
  }
  const told = async (payment: string) => {
    const run = await exportPayments(db, 'test')
    const { externalId } = await db
      .selectFrom('payment')
      .select('externalId')
      .where('id', '=', payment)
      .executeTakeFirstOrThrow()
    const parts = run?.parts.filter(part => part.externalId === externalId) ?? []
    return { run: run?.run ?? 0, parts: parts.map(({ place, part }) => [place, part]) }
  }

  test('is told as the difference, the debt owes again, and the file of before stays as it was', async () => {
    const one = debt()
    await applied(csv([one]))
    const { id } = await rowOf(one.number)
    const payment = await pay(id, 780_00)
    const first = await told(payment.id)
    expect(first.parts).toEqual([['debt', 780_00]])
    const file = await exportedRun(db, first.run)
    const refund = await back(payment.id, 780_00)
    expect(await exportedRun(db, first.run)).toEqual(file)

    // The accounting does not know of it yet: its 780 are those of the payment, none came at the cash desk.
    expect(await applied(csv([{ ...one, paid: '780' }], first.run))).toMatchObject({ behind: 0 })
    expect(await rowOf(one.number)).toMatchObject({ paid: 0, paidElsewhere: 0, state: 'open' })
    const second = await told(payment.id)
    expect(second.parts).toEqual([
      ['debt', -780_00],
      ['returned', 780_00],
    ])
    const { returned, corrections } = await db
      .selectFrom('ledger_export')
      .selectAll()
      .where('run', '=', second.run)
      .executeTakeFirstOrThrow()
    expect([returned, corrections]).toEqual([780_00, 1])
    expect(await applied(csv([one], second.run))).toMatchObject({ behind: 0 })
    expect(await rowOf(one.number)).toMatchObject({ paid: 0, paidElsewhere: 0, state: 'open' })
    await applied(csv([{ ...one, paid: '780' }], second.run))
    expect(await rowOf(one.number)).toMatchObject({ paid: 780_00, paidElsewhere: 780_00, state: 'settled' })

    await ledger().cancelRefund(refund)
    expect((await told(payment.id)).parts).toEqual([
      ['returned', -780_00],
      ['unallocated', 780_00],
    ])
  })

  test('is not told when it came back before the next run', async () => {
    const one = debt()
    await applied(csv([one]))
    const { id } = await rowOf(one.number)
    const payment = await pay(id, 100_00, 150_00)
    expect((await told(payment.id)).parts).toEqual([
      ['debt', 100_00],
      ['unallocated', 50_00],
    ])
    await ledger().cancelRefund(await back(payment.id, 50_00, 'rest'))
    expect(await told(payment.id)).toEqual({ run: 0, parts: [] })
    expect(await told(payment.id)).toEqual({ run: 0, parts: [] })
  })

  test('is told once, whatever is handed over at the same time', async () => {
    const many = Array.from({ length: 6 }, () => debt())
    await applied(csv(many))
    const paid = await Promise.all(many.map(async one => (await pay((await rowOf(one.number)).id, 600_00)).id))
    await Promise.all(
      paid.flatMap(payment => [
        ...[1, 2, 3].map(() => back(payment, 100_00)),
        ...[1, 2].map(() => exportPayments(db, 'test')),
      ]),
    )
    await exportPayments(db, 'test')
    const { rows } = await sql`
      select place, sum(amount)::int8 as amount from ledger_export_line where payment_id = any(${paid}::uuid[]) group by place order by place`.execute(
      db,
    )
    expect(rows).toEqual([
      { place: 'debt', amount: 6 * 300_00 },
      { place: 'returned', amount: 6 * 300_00 },
    ])
  })
})

test('a treasurer hands payments over on the page: once, with control totals, and the file as often as it is needed', async () => {
  const { id, name, cookie } = await clerk(db, 'treasurer')
  const who = holding(cookie)
  const one = debt()
  await applied(csv([one]))
  await pay((await rowOf(one.number)).id, 250_50)
  const before = (await who.get<LedgerExports>('/api/money/exports')).body
  expect(before.waiting.channels.find(({ channel }) => channel === 'card')?.sum).toBeGreaterThanOrEqual(250_50)
  const answers = await Promise.all([1, 2].map(() => who.send<LedgerExportView>('POST', '/api/money/exports')))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
  const made = answers.find(({ status }) => status === 201)?.body
  expect(made).toMatchObject({ by: name, payments: before.waiting.count, total: before.waiting.sum })
  const after = (await who.get<LedgerExports>('/api/money/exports')).body
  expect([after.waiting.count, after.exports[0]]).toEqual([0, made])
  const told = await db.selectFrom('audit').select('what').where('actor', '=', id).execute()
  expect(told.filter(({ what }) => what === 'handed payments over')).toHaveLength(1)

  const file = await who.get<string>(`/api/money/exports/${made?.run}/file`)
  expect(file.headers.get('content-disposition')).toContain(`payments-${made?.run}.csv`)
  expect(file.body).toContain(`;250,50;debt;${one.number};${one.variable_symbol};250,50`)
  const asJson = await who.get<{ run: number; payments: unknown[] }>(`/api/money/exports/${made?.run}/file?format=json`)
  expect(asJson.body).toMatchObject({
    run: made?.run,
    payments: expect.arrayContaining([expect.objectContaining({ liability: one.number, part: '250.50' })]) as unknown,
  })
  expect((await who.get('/api/money/exports/999999/file')).status).toBe(404)

  // days are a look: what a run has is there too, and nothing is handed over
  const days = `from=${today()}&to=${today()}`
  const { totals } = (await who.get<PaymentsBetween>(`/api/money/payments?${days}`)).body
  expect(totals.sum).toBe(totals.channels.reduce((sum, channel) => sum + channel.sum, 0))
  expect(totals.sum).toBeGreaterThanOrEqual(250_50)
  expect((await who.get<string>(`/api/money/payments/file?${days}`)).body).toContain(`;${one.number};`)
  expect((await who.get<string>(`/api/money/changes/file?since=${today()}`)).body).toMatch(
    new RegExp(`${one.number};open;250,50;0,00;529,50;`),
  )
  const wrong = await who.get<ProblemDetails>('/api/money/payments?from=2026-03-02&to=2026-03-01')
  expect([wrong.status, wrong.body.code]).toEqual([422, 'days-wrong'])
})

test('a treasurer brings a file in the portal, sees what came of it, and reads the mistakes of another', async () => {
  const who = holding((await clerk(db, 'treasurer')).cookie)
  const send = (bytes: Uint8Array) => who.send<LedgerImportView>('POST', '/api/money/imports?name=zavazky.csv', bytes)
  const one = debt()
  const good = await send(csv([one]))
  expect([good.status, good.body]).toEqual([
    200,
    expect.objectContaining({ phase: 'done', added: 1, total: 1, staged: 1 }),
  ])
  const bad = await send(csv([{ ...one, due: 'zítra' }]))
  expect(bad.body).toMatchObject({ phase: 'refused', problems: [{ line: 3, column: 'due' }] })
  const { imports } = (await who.get<LedgerImports>('/api/money/imports')).body
  expect(imports.slice(0, 2).map(({ id }) => id)).toEqual([bad.body.id, good.body.id])
})

test('thousands of debts come in one go, and a full file withdraws what it no longer has', async () => {
  const many = Array.from({ length: 3000 }, () => debt())
  expect(await applied(csv(many))).toMatchObject({ added: 3000 })
  const inside = await db
    .transaction()
    .execute(async tx => {
      // on a copy of the ledger that holds nothing else
      await sql`update liability set state = 'cancelled' where number not like 'T-%' and state in ('open', 'enforcement')`.execute(
        tx,
      )
      const accounts = Object.values(city.accounts).map(({ iban }) => iban)
      const file = await readFile({ bytes: csv(many.slice(1), 0, 'full'), accounts })
      if ('problems' in file) throw new Error('The file is refused.')
      const outcome = await applyDebts(tx, file.head, file.batches(), async () => {})
      await file.close()
      const gone = await tx
        .selectFrom('liability')
        .select('state')
        .where('number', '=', many[0]?.number ?? '')
        .executeTakeFirstOrThrow()
      throw new Found({ ...outcome, gone: gone.state })
    })
    .catch((error: unknown) => (error instanceof Found ? error.what : Promise.reject(error as Error)))
  expect(inside).toMatchObject({ added: 0, changed: 0, gone: 'cancelled' })
})

/** Carries what was found out of a transaction that must not last. */
class Found extends Error {
  readonly what: Record<string, unknown>
  constructor(what: Record<string, unknown>) {
    super('found')
    this.what = what
  }
}
