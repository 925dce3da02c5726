import { expect, test } from 'vitest'
import type { Liabilities, ProblemDetails } from '../../../api/contract.ts'
import { databaseForTests } from '../../database.ts'
import { basket, holding, stranger } from '../../portal.ts'
import { resident } from '../../residents.ts'

const db = databaseForTests(2)

test('an account that the ledger does not know says so, owes nothing that anybody could see, and pays nobody’s debt', async () => {
  const who = await stranger().signIn({ means: 'eobcanka', person: 'eliska-horakova' })
  expect((await who.get<Liabilities>('/api/liabilities')).body).toMatchObject({
    paired: false,
    liabilities: [],
    owed: 0,
    asOf: null,
  })
  // she is sixteen: what a grown-up without a record is told, she is not even judged for
  const known = await resident(db(), { owes: [120_000] })
  const stolen = () => basket({ liability: known.owes[0] ?? '', amount: 5000 })
  expect((await who.post<ProblemDetails>('/api/cases', stolen())).body.code).toBe('minor')
  const grown = holding((await resident(db(), { paired: false })).cookie)
  const { status, body } = await grown.post<ProblemDetails>('/api/cases', stolen())
  expect([status, body.problems?.[0]?.rule]).toEqual([422, 'not-yours'])
})
