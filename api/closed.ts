import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { houseActor } from './actors.ts'
import { fileCase } from './filing.ts'

/**
 * A message came for a case that has closed. A person is told so; money is never turned away: what the ledger has already needs
 * nothing, anything else becomes a case of its own in which the gateway is asked and a human looks.
 */
export async function caseIsClosed(db: Db, messageId: string): Promise<void> {
  const message = await db
    .selectFrom('message as m')
    .innerJoin('case as c', 'c.id', 'm.caseId')
    .select(['m.kind', 'm.data', 'c.personId', 'c.id as caseId'])
    .where('m.id', '=', messageId)
    .executeTakeFirstOrThrow()
  await db.transaction().execute(async tx => {
    const { numUpdatedRows } = await tx
      .updateTable('message')
      .set(message.kind === 'payment' ? { state: 'done' } : { state: 'refused', reason: 'case-closed' })
      .where('id', '=', messageId)
      .where('state', 'in', ['stored', 'told'])
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return
    await sql`select pg_notify('case', ${message.caseId})`.execute(tx)
    const order = message.kind === 'payment' ? await orderOf(tx, message.data) : undefined
    if (order && order.state !== 'posted')
      await fileCase(tx, {
        messageId: randomUUID(),
        agenda: 'payment-review',
        personId: message.personId,
        actor: houseActor,
        data: { order: order.id, reason: 'late' },
      })
  })
}

async function orderOf(tx: Db, data: unknown) {
  const id = typeof data === 'object' && data !== null && 'order' in data ? data.order : undefined
  return typeof id === 'string'
    ? tx.selectFrom('payment_order').select(['id', 'state']).where('id', '=', id).executeTakeFirst()
    : undefined
}
