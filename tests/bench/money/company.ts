import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { CaseView, Liabilities } from '../../../api/contract.ts'
import { resident } from '../../residents.ts'
import { clientOf } from '../client.ts'
import { poll } from '../loop.ts'
import type { Stand } from '../stand.ts'
import { timed, type Figure } from './figure.ts'

/**
 * A company (by size of its account; the rows are a subject's like any other) with so many debts: the list of them as its page asks for
 * it, and its statement of account from the request to the paper. Beside the list, the rows alone as Postgres gives them.
 */
export async function account(stand: Stand, count: number): Promise<Figure[]> {
  const { db } = stand.database
  const company = await resident(db, { owes: Array.from({ length: count }, (_, n) => 100_00 + n) })
  await sql`vacuum analyze liability`.execute(db)
  const client = clientOf(stand.portal, company.cookie)
  const bare = await timed(() => sql`select * from liability where subject_id = ${company.subject}`.execute(db))
  const list = await client.ask<Liabilities>('GET', '/api/liabilities')
  if (list.body.owed !== company.owes.reduce((sum, _, n) => sum + 100_00 + n, 0)) throw new Error('The sum is wrong.')
  const paper = await timed(async () => {
    const filing = { id: randomUUID(), agenda: 'debt-statement', data: { document: 'statement' } }
    const { body } = await client.ask<CaseView>('POST', '/api/cases', filing)
    const ready = async () => {
      const { rows } = await sql<{ size: number }>`
        select octet_length(bytes) as size from document where case_id = ${body.id} and state = 'ready'`.execute(db)
      return rows[0]?.size
    }
    return poll(ready, size => size !== undefined)
  })
  return [
    {
      ...{ what: 'liabilities of one debtor, the whole answer', rows: count, ms: list.ms },
      ...{ bare: { what: 'select of the rows', ms: bare.ms }, note: `${list.body.liabilities.length} in the answer` },
    },
    {
      ...{ what: 'statement of account, from request to PDF', rows: count, ms: paper.ms },
      note: `${((paper.gave ?? 0) / 1e6).toFixed(1)} MB`,
    },
  ]
}
