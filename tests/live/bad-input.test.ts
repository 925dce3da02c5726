import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseView, Draft, Liabilities, ProblemDetails } from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { readDescription, type Description } from '../described.ts'
import { basket, caseOf, closed, holding, until, Visitor, type Answer } from '../portal.ts'
import { clerk, resident, type Clerk, type Resident } from '../residents.ts'
import { fingerprints, quiet } from '../rows.ts'
import { stack } from '../stack.ts'

// Whatever is sent: the right status, words in the reader's language, and nothing of it in the database.

let database: Database
let description: Description
let person: Resident
let neighbour: Resident
let decider: Clerk
/** Before a clerk; before the citizen after the clerk has asked for more; decided. */
let atClerk: CaseView
let atCitizen: CaseView
let decided: CaseView
/** The step at which the clerk asked for more. */
let asked: string

const library = { reader: 'Eva Nováková', age: 'adult' }
const stepOf = (view: CaseView) => view.open[0]?.key ?? ''
const answerTo = (stepKey: string, data: unknown) => ({ id: randomUUID(), kind: 'answer', stepKey, data })
const filing = (agenda: string, data: unknown) => ({ id: randomUUID(), agenda, data })

async function fileLibrary(who: Visitor): Promise<CaseView> {
  const { body } = await who.post<CaseView>('/api/cases', filing('_example', library))
  return until(
    () => caseOf(who, body.id),
    view => view.open.length > 0,
  )
}

beforeAll(async () => {
  database = openDatabase(stack.databaseUrl, 4)
  const { db } = database
  description = await readDescription(new Visitor())
  person = await resident(db, { owes: [78_000, 50_000, 1200, 30_000, 30_000, 30_000, 20_000] })
  neighbour = await resident(db, { owes: [45_000] })
  decider = await clerk(db, 'registry')
  for (const [at, state, paid] of [
    [3, 'settled', 30_000],
    [4, 'cancelled', 0],
    [5, 'enforcement', 0],
  ] as const)
    await db
      .updateTable('liability')
      .set({ state, paid })
      .where('id', '=', person.owes[at] ?? '')
      .execute()

  const [who, official] = [holding(person.cookie), holding(decider.cookie)]
  atClerk = await fileLibrary(who)
  const unclear = await fileLibrary(who)
  asked = stepOf(unclear)
  await official.post(
    `/api/cases/${unclear.id}/messages`,
    answerTo(asked, { verdict: 'ask', reasons: 'Chybí doklad.' }),
  )
  atCitizen = await until(
    () => caseOf(who, unclear.id),
    view => view.open[0]?.step === 'supplement',
  )
  const granted = await fileLibrary(who)
  await official.post(`/api/cases/${granted.id}/messages`, answerTo(stepOf(granted), { verdict: 'grant' }))
  decided = await until(() => caseOf(who, granted.id), closed)
  await quiet(db)
})
afterAll(() => database.close())

interface Expected {
  status: number
  code: string
  /** Where something is wrong: JSON pointer and rule. */
  problems?: [path: string, rule: string][]
}
type Who = 'stranger' | 'citizen' | 'official'
const as = (who: Who) =>
  who === 'stranger' ? new Visitor() : holding(who === 'citizen' ? person.cookie : decider.cookie)

/**
 * Sends a request in both languages and looks at everything a refusal promises: status, kind of content, code, words that differ by
 * language, the number of the request, places with words; that the description knows it; and that no row of any table has changed.
 */
async function refusal(
  who: Who,
  method: string,
  path: string,
  body: unknown,
  expected: Expected,
  headers: Record<string, string> = {},
) {
  const before = await fingerprints(database.db)
  const send = (language: string) =>
    as(who).send<ProblemDetails>(method, path, body, { 'accept-language': language, ...headers })
  const [czech, english] = [await send('cs-CZ,cs;q=0.9'), await send('en-GB')]
  for (const answer of [czech, english]) looksRefused(method, path, answer, expected)
  expect(english.body.title).not.toBe(czech.body.title)
  expect(english.body.detail).not.toBe(czech.body.detail)
  expect([czech.headers.get('content-language'), english.headers.get('content-language')]).toEqual(['cs', 'en'])
  czech.body.problems?.forEach((problem, at) => expect(english.body.problems?.[at]?.message).not.toBe(problem.message))
  expect(await fingerprints(database.db)).toEqual(before)
  return czech.body
}

const expectRefused = async (...request: Parameters<typeof refusal>): Promise<void> => void (await refusal(...request))

function looksRefused(
  method: string,
  path: string,
  answer: Answer<ProblemDetails>,
  { status, code, problems }: Expected,
) {
  const { body, headers } = answer
  expect([answer.status, body.code], JSON.stringify(body)).toEqual([status, code])
  expect(body.status).toBe(status)
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(body.requestId).toBe(headers.get('x-request-id'))
  expect(body.type).toBe(`${stack.urls.portal}/api/docs#${code}`)
  expect(body.detail).toMatch(/^\p{Lu}.*[.]$/u)
  expect(JSON.stringify(body)).not.toMatch(/\bat .*\.ts:\d|node_modules|Error:|\{\w+\}"/)
  for (const { message } of body.problems ?? []) expect(message).toMatch(/^\p{Lu}.*[.]$/su)
  if (problems) expect(body.problems?.map(problem => [problem.path, problem.rule])).toEqual(problems)
  description.holds(method, path, answer)
}

describe('a body that is no request', () => {
  test.each([
    ['cut off', '{"id": "'],
    ['empty', ''],
    ['two values', '{} {}'],
    ['single quotes', "{'id': 1}"],
    ['NaN', '{"id": NaN}'],
  ])('%s is no JSON', (_, body) =>
    expectRefused('citizen', 'POST', '/api/cases', body, { status: 400, code: 'malformed-json' }),
  )

  test('bytes that are no UTF-8 are no JSON', async () => {
    const response = await fetch(new URL('/api/cases', stack.urls.portal), {
      method: 'POST',
      headers: {
        origin: stack.urls.portal,
        cookie: `portal_session=${person.cookie}`,
        'content-type': 'application/json',
      },
      body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
    })
    const body: unknown = await response.json()
    expect([response.status, body]).toEqual([400, expect.objectContaining({ code: 'malformed-json' })])
  })

  test.each([['null'], ['[]'], ['"text"'], ['1'], ['true']])('%s is JSON, but no filing', body =>
    expectRefused('citizen', 'POST', '/api/cases', body, { status: 422, code: 'invalid' }),
  )

  test.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data'],
    ['application/jsonp'],
    [''],
  ])('the content type “%s” is not taken', type =>
    expectRefused(
      'citizen',
      'POST',
      '/api/cases',
      JSON.stringify(filing('_example', library)),
      { status: 415, code: 'not-json' },
      { 'content-type': type },
    ),
  )

  test('a megabyte is too much, and the answer says how much is not', async () => {
    const large = filing('_example', { ...library, reader: 'x'.repeat(1_048_576) })
    const { detail } = await refusal('citizen', 'POST', '/api/cases', large, { status: 413, code: 'too-large' })
    expect(detail).toContain('256 kB')
  })

  test('a draft has a limit of its own', async () => {
    const { detail } = await refusal(
      'citizen',
      'PUT',
      '/api/drafts/large',
      { data: 'x'.repeat(70_000), version: 0 },
      { status: 413, code: 'too-large' },
    )
    expect(detail).toContain('64 kB')
  })

  test('what is not asked for is refused by its place, and so is what is missing', () =>
    expectRefused(
      'citizen',
      'POST',
      '/api/cases',
      { id: 'no-uuid', agenda: 1, state: 'closed' },
      {
        status: 422,
        code: 'invalid',
        problems: [
          ['/data', 'required'],
          ['/id', 'format'],
          ['/agenda', 'type'],
          ['/state', 'false'],
        ],
      },
    ))

  test.each([['__proto__'], ['constructor'], ['prototype']])(
    'a key “%s” is a key like any other: not asked for',
    async key => {
      const [id, inner] = [randomUUID(), JSON.stringify(library).slice(1)]
      await expectRefused(
        'citizen',
        'POST',
        '/api/cases',
        `{"id":"${id}","agenda":"_example","data":{"${key}":{"admin":true},${inner}}`,
        { status: 422, code: 'invalid' },
      )
      await expectRefused(
        'citizen',
        'POST',
        '/api/cases',
        `{"${key}":{"admin":true},"id":"${id}","agenda":"_example","data":{${inner}}`,
        { status: 422, code: 'invalid' },
      )
      await expectRefused('citizen', 'PATCH', '/api/profile', `{"${key}":{"email":"a@b.cz"}}`, {
        status: 422,
        code: 'invalid',
      })
    },
  )

  test.each([
    ['arrays', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects', '{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000)],
  ])('%s a hundred thousand deep are refused, not choked on', async (_, deep) => {
    await expectRefused(
      'citizen',
      'POST',
      '/api/cases',
      `{"id":"${randomUUID()}","agenda":"_example","data":${deep}}`,
      {
        status: 422,
        code: 'invalid',
      },
    )
    await expectRefused(
      'citizen',
      'POST',
      '/api/cases',
      `{"id":"${randomUUID()}","agenda":"_example","data":{"reader":${deep},"age":"adult"}}`,
      { status: 422, code: 'invalid' },
    )
  })

  test('ten thousand lines in a basket are refused in one answer of a bearable length', async () => {
    const items = Array.from({ length: 3500 }, () => ({ liability: randomUUID(), amount: 100 }))
    const { problems } = await refusal('citizen', 'POST', '/api/cases', basket(...items), {
      status: 422,
      code: 'invalid',
    })
    expect(problems?.length).toBeLessThanOrEqual(100)
  })
})

describe('an address that leads nowhere', () => {
  test.each([
    ['GET', '/api/nothing'],
    ['GET', '/api/cases/1/2/3'],
    ['POST', '/api/'],
  ])('%s %s', async (method, path) => {
    const { status, body } = await as('citizen').send<ProblemDetails>(method, path)
    expect([status, body.code]).toEqual([404, 'unknown-page'])
  })

  test.each([
    ['not-a-uuid'],
    ['%00'],
    ['..%2f..%2fetc%2fpasswd'],
    ["' or 1=1 --"],
    ['%F0%9F%92%B0'],
    ['x'.repeat(4000)],
    [randomUUID()],
  ])('the case %s', id =>
    expectRefused('citizen', 'GET', `/api/cases/${id}`, undefined, { status: 404, code: 'not-yours' }),
  )

  test.each([['%E0%A4%A'], ['%ff']])('%s is no text at all', async id => {
    const { status } = await as('citizen').get(`/api/cases/${id}`)
    expect([400, 404]).toContain(status)
  })

  test.each([
    ['PUT', '/api/cases'],
    ['DELETE', '/api/liabilities'],
    ['PATCH', '/api/session'],
  ])('%s is not for %s, and the answer says what is', async (method, path) => {
    const { status, body, headers } = await as('citizen').send<ProblemDetails>(method, path, {})
    expect([status, body.code]).toEqual([405, 'method-not-allowed'])
    expect(headers.get('allow')).toMatch(/GET|POST/)
  })

  test.each([
    ['/api/liabilities?year=abc', '/year'],
    ['/api/liabilities?year=1e30', '/year'],
    ['/api/liabilities?year=2026&year=2025', '/year'],
    ['/api/liabilities?kind=__proto__', '/kind'],
    ['/api/liabilities?owner=42', '/owner'],
  ])('%s asks for what there is not', async (path, place) => {
    const { problems } = await refusal('citizen', 'GET', path, undefined, { status: 422, code: 'invalid' })
    expect(problems?.map(problem => problem.path)).toContain(place)
  })
})

describe('a case that does not take it', () => {
  const to = (view: CaseView) => `/api/cases/${view.id}/messages`

  test.each([['nothing'], ['__proto__'], ['constructor'], ['toString'], [''], ['../fee-payment'], ['payment-review']])(
    'there is no agenda “%s” to start',
    agenda =>
      expectRefused('citizen', 'POST', '/api/cases', filing(agenda, library), { status: 404, code: 'unknown-agenda' }),
  )

  test.each([['nothing/1'], ['__proto__/1'], ['constructor/1'], [''], ['/'], ['\u0000/1']])(
    'there is no step “%s”',
    step =>
      expectRefused('official', 'POST', to(atClerk), answerTo(step, { verdict: 'grant' }), {
        status: 404,
        code: 'unknown-step',
      }),
  )

  test('an opening that is not open is an old view, whatever its number', async () => {
    for (const opening of [
      'verdict/99',
      'verdict/0',
      'verdict/-1',
      'verdict/1e3',
      'verdict/',
      'verdict/\u0000',
      'verdict',
    ])
      await expectRefused('official', 'POST', to(atClerk), answerTo(opening, { verdict: 'grant' }), {
        status: 409,
        code: 'stale-view',
      })
  })

  test('a step that has been answered keeps its first answer', () =>
    expectRefused('official', 'POST', to(atCitizen), answerTo(asked, { verdict: 'grant' }), {
      status: 409,
      code: 'already-answered',
    }))

  test('a step that is not open now', () =>
    expectRefused('citizen', 'POST', to(atClerk), answerTo('supplement/1', { note: 'Nic.' }), {
      status: 409,
      code: 'step-closed',
    }))

  test('a case that has ended', async () => {
    await expectRefused('citizen', 'POST', to(decided), answerTo('supplement/5', { note: 'Nic.' }), {
      status: 409,
      code: 'case-closed',
    })
    await expectRefused(
      'citizen',
      'POST',
      to(decided),
      { id: randomUUID(), kind: 'withdraw' },
      { status: 409, code: 'case-closed' },
    )
  })

  test('a message of no known kind', async () => {
    for (const body of [
      { id: randomUUID(), kind: 'payment', data: {} },
      { id: randomUUID() },
      { id: randomUUID(), kind: 'answer' },
      { kind: 'withdraw' },
    ])
      await expectRefused('citizen', 'POST', to(atCitizen), body, { status: 422, code: 'invalid' })
  })

  test('an answer that the form refuses: every place with its words, hidden fields not asked', () =>
    expectRefused('official', 'POST', to(atClerk), answerTo(stepOf(atClerk), { verdict: 'refuse', extra: 1 }), {
      status: 422,
      code: 'invalid',
      problems: [
        ['/reasons', 'required'],
        ['/extra', 'additionalProperties'],
      ],
    }))

  test('two tabs answering one step at once: one counts, the other is told', async () => {
    const who = as('citizen')
    const view = await fileLibrary(who)
    const both = await Promise.all(
      ['grant', 'refuse'].map(verdict =>
        as('official').post<ProblemDetails>(
          to(view),
          answerTo(stepOf(view), { verdict, ...(verdict === 'refuse' && { reasons: 'Ne.' }) }),
        ),
      ),
    )
    const [taken, told] = both.toSorted((a, b) => a.status - b.status)
    expect([200, 202]).toContain(taken?.status)
    // whether the case has answered the first meanwhile is a matter of milliseconds
    expect(told?.status).toBe(409)
    expect(['already-answered', 'step-closed', 'case-closed']).toContain(told?.body.code)
    await until(() => caseOf(who, view.id), closed)
    const { n } = await database.db
      .selectFrom('message')
      .select(sql<number>`count(*)::int`.as('n'))
      .where('caseId', '=', view.id)
      .executeTakeFirstOrThrow()
    expect(n).toBe(2)
  })

  test('the same message sent again, even at once, is one message and shows the same case', async () => {
    const [who, message] = [as('citizen'), filing('_example', library)]
    const answers = await Promise.all(Array.from({ length: 5 }, () => who.post<CaseView>('/api/cases', message)))
    expect(new Set(answers.map(({ body }) => body.id)).size, JSON.stringify(answers.map(a => a.body))).toBe(1)
    for (const { status } of answers) expect([201, 202]).toContain(status)
    const again = await who.post<CaseView>('/api/cases', message)
    expect(again.body.number).toBe(answers[0]?.body.number)
  })
})

describe('a basket that cannot be paid', () => {
  const first = () => person.owes[0] ?? ''
  const one = (amount: unknown) => filing('fee-payment', { items: [{ liability: first(), amount }] })

  test.each([
    [0, 'too-small'],
    [-1, 'too-small'],
    [-78_000, 'too-small'],
    [99, 'too-small'],
    [78_001, 'over-balance'],
    [9_007_199_254_740_991, 'over-balance'],
  ])('the amount %d is refused: %s', async (amount, _rule) => {
    const { problems } = await refusal('citizen', 'POST', '/api/cases', one(amount), { status: 422, code: 'invalid' })
    expect(problems?.map(problem => problem.path)).toEqual(['/items/0/amount'])
  })

  test.each([
    [0.5],
    [78_000.01],
    [1e30],
    [-1e30],
    [1e-7],
    ['mnoho'],
    ['0x1000'],
    ['1e5'],
    [''],
    [null],
    [true],
    [[78_000]],
    [{ amount: 78_000 }],
  ])('the amount %j is none', async amount => {
    const { problems } = await refusal('citizen', 'POST', '/api/cases', one(amount), { status: 422, code: 'invalid' })
    expect(problems?.map(problem => problem.path)).toEqual(['/items/0/amount'])
  })

  test.each([
    [3, 'settled'],
    [4, 'cancelled'],
    [5, 'in-enforcement'],
  ])('debt %d: %s', (at, rule) =>
    expectRefused('citizen', 'POST', '/api/cases', basket({ liability: person.owes[at] ?? '', amount: 30_000 }), {
      status: 422,
      code: 'invalid',
      problems: [['/items/0/liability', rule]],
    }),
  )

  test('somebody else’s debt is told in the very words of one that does not exist', async () => {
    const told = await Promise.all(
      [neighbour.owes[0] ?? '', randomUUID()].map(liability =>
        refusal('citizen', 'POST', '/api/cases', basket({ liability, amount: 5000 }), {
          status: 422,
          code: 'invalid',
          problems: [['/items/0/liability', 'not-yours']],
        }),
      ),
    )
    const [theirs, nobodys] = told.map(({ problems, detail }) => ({ problems, detail }))
    expect(theirs).toEqual(nobodys)
  })

  test('one debt twice, too little altogether, nothing at all', async () => {
    const line = { liability: first(), amount: 5000 }
    await expectRefused('citizen', 'POST', '/api/cases', basket(line, line), {
      status: 422,
      code: 'invalid',
      problems: [['/items/1', 'unique']],
    })
    await expectRefused('citizen', 'POST', '/api/cases', basket({ liability: person.owes[2] ?? '', amount: 1200 }), {
      status: 422,
      code: 'invalid',
      problems: [['/items', 'order-too-small']],
    })
    const { problems } = await refusal('citizen', 'POST', '/api/cases', basket(), { status: 422, code: 'invalid' })
    expect(problems?.map(({ path }) => path)).toEqual(['/items'])
  })

  test('each wrong line is named, the right ones are not', () =>
    expectRefused(
      'citizen',
      'POST',
      '/api/cases',
      basket(
        { liability: first(), amount: 99_999 },
        { liability: person.owes[1] ?? '', amount: 50_000 },
        { liability: person.owes[3] ?? '', amount: 100 },
      ),
      {
        status: 422,
        code: 'invalid',
        problems: [
          ['/items/0/amount', 'over-balance'],
          ['/items/2/liability', 'settled'],
        ],
      },
    ))

  test('a debt that is being paid already leads to its payment; one whose order has expired is free again', async () => {
    const who = as('citizen')
    const line = { liability: person.owes[6] ?? '', amount: 20_000 }
    const { body } = await who.post<CaseView>('/api/cases', basket(line))
    const paying = await until(
      () => caseOf(who, body.id),
      view => view.payment?.state === 'open',
    )
    const twice = await refusal('citizen', 'POST', '/api/cases', basket(line), {
      status: 409,
      code: 'in-another-order',
      problems: [['/items/0/liability', 'in-another-order']],
    })
    expect(twice.next).toBe(`/cs/payments/${paying.id}`)

    const session = paying.payment?.url?.split('/').at(-1) ?? ''
    await stack.gateway.controls.expire(session)
    expect(await until(() => caseOf(who, paying.id), closed)).toMatchObject({
      outcome: 'lapsed',
      payment: { state: 'expired', url: null },
    })
    await quiet(database.db)
    await expectRefused('citizen', 'POST', `/api/cases/${paying.id}/messages`, answerTo('payment/2', {}), {
      status: 404,
      code: 'unknown-step',
    })
    await expectRefused(
      'citizen',
      'POST',
      `/api/cases/${paying.id}/messages`,
      { id: randomUUID(), kind: 'withdraw' },
      { status: 409, code: 'case-closed' },
    )
    expect(await stack.gateway.controls.pay(session)).toEqual({ outcome: 'closed', status: 'expired' })
    const { body: debts } = await who.get<Liabilities>('/api/liabilities')
    expect(debts.liabilities.find(({ id }) => id === line.liability)).toMatchObject({
      balance: 20_000,
      inOrder: null,
      payable: { how: 'part' },
    })
  })
})

describe('a webhook that is not the gateway’s', () => {
  const event = {
    id: `evt_${randomUUID()}`,
    type: 'checkout.session.completed',
    data: { object: { object: 'checkout.session', metadata: {} } },
  }

  test.each([
    ['no signature', {}],
    ['an empty signature', { 'stripe-signature': '' }],
    ['nonsense', { 'stripe-signature': 'nonsense' }],
    ['a signature of somebody else', { 'stripe-signature': `t=${Math.floor(Date.now() / 1000)},v1=${'0'.repeat(64)}` }],
    ['another scheme', { 'stripe-signature': `t=${Math.floor(Date.now() / 1000)},v0=${'0'.repeat(64)}` }],
  ])('%s', (_, headers) =>
    expectRefused('stranger', 'POST', '/api/webhooks/stripe', event, { status: 400, code: 'forged-webhook' }, headers),
  )

  test.each(['wrong-secret', 'altered', 'stale', 'unsigned'] as const)(
    'an event of the gateway itself, %s',
    async manner => {
      const payer = await resident(database.db, { owes: [20_000] })
      const who = holding(payer.cookie)
      const { body } = await who.post<CaseView>(
        '/api/cases',
        basket({ liability: payer.owes[0] ?? '', amount: 20_000 }),
      )
      const paying = await until(
        () => caseOf(who, body.id),
        view => view.payment?.state === 'open',
      )
      await stack.gateway.controls.misbehave({ on: 'webhook', does: 'hold' })
      try {
        await stack.gateway.controls.pay(paying.payment?.url?.split('/').at(-1) ?? '')
        const [held] = (await stack.gateway.controls.deliveries()).filter(({ state }) => state === 'held')
        const before = await fingerprints(database.db)
        expect(await stack.gateway.controls.forge(held?.event ?? '', manner)).toBe(400)
        expect(await fingerprints(database.db)).toEqual(before)
      } finally {
        await stack.gateway.controls.behave()
        await stack.gateway.controls.deliver()
      }
      // the true one comes after it and is believed
      expect(await until(() => caseOf(who, paying.id), closed)).toMatchObject({ outcome: 'paid' })
      await quiet(database.db)
    },
  )
})

describe('characters', () => {
  test('NUL and halves of characters in an answer are dropped before it is judged and stored', async () => {
    const who = as('citizen')
    const raw = `{"id":"${randomUUID()}","agenda":"_example","data":{"reader":"Eva\\u0000 Nov\\ud800áková","age":"adult"}}`
    const { body, status } = await who.post<CaseView>('/api/cases', raw)
    expect([201, 202], JSON.stringify(body)).toContain(status)
    expect(body.submissions[0]?.data).toMatchObject({ reader: 'Eva Nováková' })
  })

  test('letters typed in pieces are stored whole (Unicode NFC), however they came', async () => {
    const who = as('citizen')
    const { body } = await who.post<CaseView>(
      '/api/cases',
      filing('_example', { ...library, reader: 'Žofie Ďuríčková'.normalize('NFD') }),
    )
    expect(body.submissions[0]?.data).toMatchObject({ reader: 'Žofie Ďuríčková'.normalize('NFC') })
  })

  test.each([
    ['NUL', '"a\\u0000b"'],
    ['half a character', '"\\ud800"'],
    ['NUL in a key', '{"a\\u0000b":1}'],
    ['great depth', '['.repeat(30_000) + ']'.repeat(30_000)],
  ])('a draft with %s is kept or refused, never a fault of ours', async (_, data) => {
    const answer = await as('citizen').send<ProblemDetails | Draft>(
      'PUT',
      `/api/drafts/odd-${randomUUID()}`,
      `{"data":${data},"version":0}`,
    )
    expect([200, 422], JSON.stringify(answer.body)).toContain(answer.status)
    description.holds('PUT', '/api/drafts/odd', answer)
  })

  test.each([
    ['PATCH', '/api/profile', { email: 'a\u0000@b.cz' }, 'citizen', [200]],
    ['PATCH', '/api/profile', { phone: '\u0000' }, 'citizen', [200, 422]],
    ['GET', '/api/drafts/%00', undefined, 'citizen', [404]],
    ['GET', '/api/inbox?after=2026-01-01 00:00:00%2B00|%00', undefined, 'official', [200, 422]],
    ['GET', '/api/inbox?after=%00', undefined, 'official', [200, 422]],
    ['GET', '/api/tasks/%00', undefined, 'official', [404]],
    ['GET', '/api/guides/%00', undefined, 'stranger', [404]],
    ['GET', '/api/agendas/%00', undefined, 'stranger', [404]],
    ['GET', '/api/auth/login?return=%00', undefined, 'stranger', [302]],
    ['GET', '/api/auth/callback?state=%00&code=%00', undefined, 'stranger', [302]],
    ['GET', '/api/auth/callback?state=a&state=b', undefined, 'stranger', [302, 422]],
  ] as const)('NUL at %s %s is not our fault', async (method, path, body, who, statuses) => {
    const { status, body: told } = await as(who).send(method, path, body)
    expect(statuses, JSON.stringify(told)).toContain(status)
  })

  test('NUL in a clerk’s search', async () => {
    const cashier = holding((await clerk(database.db, 'finance')).cookie)
    for (const query of ['ab%00c', '%25%25', '__', '\\\\', "'; drop table subject; --"]) {
      const { status, body } = await cashier.get(`/api/subjects?query=${query}`)
      expect([200, 422], JSON.stringify(body)).toContain(status)
    }
  })
})

test('a session that ends in the middle of a form loses nothing: what was typed is there after signing in again', async () => {
  const payer = await resident(database.db, { owes: [20_000] })
  const who = holding(payer.cookie)
  const data = { items: [{ liability: payer.owes[0], amount: 12_300 }], email: 'nekdo@posta.example' }
  expect((await who.send('PUT', '/api/drafts/basket', { data, version: 0 })).status).toBe(200)
  const expiresAt = new Date(Date.now() - 1000)
  await database.db.updateTable('session').set({ expiresAt }).where('personId', '=', payer.id).execute()

  const message = filing('fee-payment', data)
  const late = await who.post<ProblemDetails>('/api/cases', message)
  looksRefused('POST', '/api/cases', late, { status: 401, code: 'session-expired' })
  expect(late.body.detail).toContain('Rozepsané údaje zůstaly uložené')
  expect((await who.send('PUT', '/api/drafts/basket', { data: {}, version: 1 })).status).toBe(401)

  await database.db
    .updateTable('session')
    .set({ expiresAt: new Date(Date.now() + 60_000) })
    .where('personId', '=', payer.id)
    .execute()
  expect((await who.get<Draft>('/api/drafts/basket')).body).toMatchObject({ data, version: 1 })
  // the page sends the very message again: its id has filed nothing before
  const { status } = await who.post<CaseView>('/api/cases', message)
  expect([201, 202]).toContain(status)
})

test('what is answered with success is as described, too', async () => {
  const [citizen, official, cashier] = [
    as('citizen'),
    as('official'),
    holding((await clerk(database.db, 'finance')).cookie),
  ]
  const task = encodeURIComponent(`${atClerk.id}:${stepOf(atClerk)}`)
  const payer = await resident(database.db, { owes: [20_000] })
  const { body: payment } = await holding(payer.cookie).post<CaseView>(
    '/api/cases',
    basket({ liability: payer.owes[0] ?? '', amount: 2000 }),
  )
  const asked: [Visitor, string][] = [
    ...[
      '/api/catalogue',
      '/api/guides/fee-payment',
      '/api/contacts',
      '/api/agendas/fee-payment',
      '/api/session',
      '/health/live',
      '/health/ready',
      '/api/openapi.json',
      '/api/docs',
      '/api/docs.css',
    ].map((path): [Visitor, string] => [new Visitor(), path]),
    ...[
      '/api/session',
      '/api/profile',
      '/api/liabilities',
      `/api/liabilities/${person.owes[0]}`,
      `/api/liabilities/${person.owes[3]}`,
      `/api/liabilities/${person.owes[0]}/qr.svg`,
      '/api/cases',
      `/api/cases/${atClerk.id}`,
      `/api/cases/${decided.id}`,
      '/api/documents',
      '/api/drafts/none',
    ].map((path): [Visitor, string] => [citizen, path]),
    ...['/api/session', '/api/inbox', `/api/tasks/${task}`, `/api/cases/${atClerk.id}`].map(
      (path): [Visitor, string] => [official, path],
    ),
    [cashier, '/api/subjects?query=Nov'],
    [holding(payer.cookie), `/api/cases/${payment.id}`],
  ]
  for (const [who, path] of asked) {
    const answer = await who.get(path)
    expect([200, 204], path).toContain(answer.status)
    description.holds('GET', path, answer)
  }
  const extended = await citizen.post('/api/session/extend', undefined)
  description.holds('POST', '/api/session/extend', extended)
  const returned = await holding(payer.cookie).post(`/api/cases/${payment.id}/return`, undefined)
  description.holds('POST', `/api/cases/${payment.id}/return`, returned)
})
