import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { CaseView } from '../../api/contract.ts'
import { clientOf } from './client.ts'
import type { Crowd } from './journeys.ts'
import type { Samples } from './loop.ts'
import type { Stand } from './stand.ts'

export interface Burst {
  filings: number
  acknowledged: Samples
  /** From the first sending until every case had its task, in seconds. */
  drained: number
  /** Filings without an acknowledgement; acknowledged ones without a case, a number of their own and a task. */
  refused: number
  lost: number
}

/** Everybody files in the same instant, each on a connection of their own. What was acknowledged must be there in the end. */
export async function burst({ portal, database }: Stand, crowd: Crowd, filings: number): Promise<Burst> {
  const { db } = database
  const began = performance.now()
  const answers = await Promise.all(
    Array.from({ length: filings }, async (_, at) => {
      const person = crowd.citizens[at % crowd.citizens.length]
      const body = { id: randomUUID(), agenda: '_example', data: { reader: `Čtenář ${at}`, age: 'adult' } }
      return clientOf(portal, person?.cookie)
        .ask<CaseView>('POST', '/api/cases', body, { prefer: 'respond-async' })
        .then(
          reply => (reply.status === 202 ? { id: reply.body.id, ms: reply.ms } : null),
          () => null,
        )
    }),
  )
  const taken = answers.filter(answer => answer !== null)
  const ids = taken.map(({ id }) => id)
  const withTask = () =>
    sql<{
      n: number
    }>`select count(distinct c.number)::int as n from "case" c join task t on t.case_id = c.id where c.id = any(${ids}::uuid[])`
      .execute(db)
      .then(({ rows }) => rows[0]?.n ?? 0)
  let there = 0
  for (const end = performance.now() + 180_000; performance.now() < end && there < ids.length;) {
    there = await withTask()
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return {
    filings,
    acknowledged: taken.map(({ ms }) => ms),
    drained: (performance.now() - began) / 1000,
    refused: filings - taken.length,
    lost: ids.length - there,
  }
}

/** Waits until receipts and letters are made, too, at most a minute; gives the seconds it took. */
export async function drained({ database }: Stand): Promise<number> {
  const began = performance.now()
  const left = () =>
    sql<{ n: number }>`
      select (select count(*) from notification where state = 'pending') + (select count(*) from document where state = 'pending') as n`
      .execute(database.db)
      .then(({ rows }) => Number(rows[0]?.n))
  while (performance.now() - began < 60_000 && (await left()) > 0) await new Promise(resolve => setTimeout(resolve, 50))
  return (performance.now() - began) / 1000
}
