import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CaseView, ProblemDetails } from '../../../api/contract.ts'
import { answerTo, stepOf } from '../../deciding.ts'
import { caseOf, closed, until } from '../../portal.ts'
import { quiet } from '../../rows.ts'
import { fileLibrary, filing, library, refusals } from './refusals.ts'

const { as, db, expectRefused } = refusals()

/** Before a clerk; before the citizen after the clerk has asked for more; decided. */
let atClerk: CaseView
let atCitizen: CaseView
let decided: CaseView
/** The step at which the clerk asked for more. */
let asked: string
beforeAll(async () => {
  const [who, official] = [as('citizen'), as('official')]
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
  await quiet(db())
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
    const { n } = await db()
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
