import { randomUUID } from 'node:crypto'
import { beforeAll, expect } from 'vitest'
import type { CaseView, ProblemDetails } from '../../../api/contract.ts'
import type { Db } from '../../../db/database.ts'
import { databaseForTests } from '../../database.ts'
import { readDescription, type Description } from '../../described.ts'
import { caseOf, holding, stranger, until } from '../../portal.ts'
import { clerk, resident, type Clerk, type Resident } from '../../residents.ts'
import { fingerprints, quiet } from '../../rows.ts'
import { stack } from '../../stack.ts'
import type { Visitor, Answer } from '../../visitor.ts'

// Whatever is sent: the right status, words in the reader's language, and nothing of it in the database.

export const library = { reader: 'Eva Nováková', age: 'adult' }
export const filing = (agenda: string, data: unknown) => ({ id: randomUUID(), agenda, data })

/** Files the library case, and waits until a clerk may decide it. */
export async function fileLibrary(who: Visitor): Promise<CaseView> {
  const { body } = await who.post<CaseView>('/api/cases', filing('_example', library))
  return until(
    () => caseOf(who, body.id),
    view => view.open.length > 0,
  )
}

export interface Expected {
  status: number
  code: string
  /** Where something is wrong: JSON pointer and rule. */
  problems?: [path: string, rule: string][]
}
export type Who = 'stranger' | 'citizen' | 'official'

export interface Refusals {
  db: () => Db
  /** A citizen who owes what was asked for. */
  person: () => Resident
  as: (who: Who) => Visitor
  /**
   * Sends a request in both languages and looks at everything a refusal promises: status, kind of content, code, words that differ by
   * language, the number of the request, places with words; that the description knows it; and that no row of any table has changed.
   * @returns what it said in Czech
   */
  refusal: (
    who: Who,
    method: string,
    path: string,
    body: unknown,
    expected: Expected,
    headers?: Record<string, string>,
  ) => Promise<ProblemDetails>
  expectRefused: (...request: Parameters<Refusals['refusal']>) => Promise<void>
  looksRefused: (method: string, path: string, answer: Answer<ProblemDetails>, expected: Expected) => void
  holds: Description['holds']
}

/** A citizen and a clerk of the registry for the tests of one file, and what they send. `owes` in haléře. */
export function refusals(owes: number[] = []): Refusals {
  const db = databaseForTests()
  let description: Description
  let person: Resident
  let decider: Clerk
  beforeAll(async () => {
    description = await readDescription(stranger())
    person = await resident(db(), { owes })
    decider = await clerk(db(), 'registry')
    // what the tests before have set off would be taken for the work of what is sent here
    await quiet(db())
  })

  const as = (who: Who) =>
    who === 'stranger' ? stranger() : holding(who === 'citizen' ? person.cookie : decider.cookie)

  const refusal: Refusals['refusal'] = async (who, method, path, body, expected, headers = {}) => {
    const before = await fingerprints(db())
    const send = (language: string) =>
      as(who).send<ProblemDetails>(method, path, body, { 'accept-language': language, ...headers })
    const [czech, english] = [await send('cs-CZ,cs;q=0.9'), await send('en-GB')]
    for (const answer of [czech, english]) looksRefused(method, path, answer, expected)
    expect(english.body.title).not.toBe(czech.body.title)
    expect(english.body.detail).not.toBe(czech.body.detail)
    expect([czech.headers.get('content-language'), english.headers.get('content-language')]).toEqual(['cs', 'en'])
    czech.body.problems?.forEach((problem, at) =>
      expect(english.body.problems?.[at]?.message).not.toBe(problem.message),
    )
    expect(await fingerprints(db())).toEqual(before)
    return czech.body
  }

  const looksRefused: Refusals['looksRefused'] = (method, path, answer, { status, code, problems }) => {
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

  return {
    db,
    person: () => person,
    as,
    refusal,
    expectRefused: async (...request) => void (await refusal(...request)),
    looksRefused,
    holds: (...answer) => description.holds(...answer),
  }
}
