import { sql } from 'kysely'
import type { Db } from '../db/database.ts'

/** So many card payments of a crown on a day, the same on each side, straight in Postgres. They are of one case and given back whole. */
export async function manyPayments(
  db: Db,
  day: string,
  count: number,
  { caseId, personId }: { caseId: string; personId: string },
): Promise<void> {
  await sql`
    with rows as (select gen_random_uuid() as id, 'pi_many_' || ${day}::text || '_' || n as intent,
        (${day}::date + interval '8 hours' + n * interval '0.3 second') at time zone 'Europe/Prague' as at
      from generate_series(1, ${count}::int) n),
    orders as (insert into payment_order (id, case_id, person_id, state, amount, intent_id, created_at, expires_at, paid_at, posted_at)
      select id, ${caseId}, ${personId}, 'posted', 100, intent, at, at, at, at from rows returning id),
    told as (insert into gateway_event (id, type, state, payload) select 'evt_' || intent, 'checkout.session.completed', 'told',
      jsonb_build_object('created', extract(epoch from at)::int8, 'data', jsonb_build_object('object', jsonb_build_object(
        'payment_intent', intent, 'payment_status', 'paid', 'amount_total', 100, 'currency', 'czk'))) from rows)
    insert into payment (id, external_id, channel, amount, returned, currency, paid_at, order_id)
    select gen_random_uuid(), intent, 'card', 100, 100, 'CZK', at, id from rows`.execute(db)
}
