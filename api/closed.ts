import { houseActor } from '../db/house.ts'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { tellsOfMoney } from '../activities/payments/events.ts'
import type { Db } from '../db/database.ts'
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
    const order = message.kind === 'payment' ? await unsettled(tx, message.data) : undefined
    if (order)
      await fileCase(tx, {
        messageId: randomUUID(),
        agenda: 'payment-review',
        personId: message.personId,
        actor: houseActor,
        data: { order: order.id, reason: 'late' },
      })
  })
}

/**
 * The order that a message tells of, if that may be money the ledger does not have, or that the sweep has just found (`late`). That a
 * checkout is closed is no such news.
 */
async function unsettled(tx: Db, data: unknown): Promise<{ id: string } | undefined> {
  const [order, event, late] = [text(data, 'order'), text(data, 'event'), text(data, 'late')]
  if (order === undefined) return undefined
  if (late !== undefined) return { id: order }
  const known =
    event && (await tx.selectFrom('gateway_event').select('type').where('id', '=', event).executeTakeFirst())
  if (known && !tellsOfMoney(known.type)) return undefined
  return tx
    .selectFrom('payment_order')
    .select('id')
    .where('id', '=', order)
    .where('state', '<>', 'posted')
    .executeTakeFirst()
}

function text(data: unknown, key: 'order' | 'event' | 'late'): string | undefined {
  const value = typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[key] : undefined
  return typeof value === 'string' ? value : undefined
}
