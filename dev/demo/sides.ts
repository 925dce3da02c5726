import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { keepDefinitions, definitionHash } from '../../api/definitions.ts'
import type { City } from '../../city/city.ts'
import { addDays, type Day } from '../../city/calendar.ts'
import type { Db } from '../../db/database.ts'
import { houseAccount } from '../../db/house.ts'
import slip from '../../workflows/agendas/slip-payment/agenda.ts'
import unidentified from '../../workflows/agendas/unidentified-payment/agenda.ts'

/**
 * What the other sides know of the demo city's payments, inside the caller's transaction: of card money the orders and the gateway's
 * messages, of transfers the bank's statements. Two things of the last days are as they happen in a real city: a message of the gateway
 * never came, and money came from the bank under a symbol that nobody knows. `treasurer` has brought the statements.
 */
export async function writeSides(tx: Db, city: City, day: Day, treasurer: string): Promise<void> {
  await keepDefinitions(tx)
  await strayTransfer(tx, addDays(day, -2))
  await orders(tx)
  await messages(tx)
  await statements(tx, city, treasurer)
}

/** Each card payment was made by a slip, without signing in, so it is in nobody's list of cases. */
async function orders(tx: Db): Promise<void> {
  await sql`
    create temp table demo_card on commit drop as
    select p.id as payment_id, gen_random_uuid() as order_id, gen_random_uuid() as case_id, p.external_id, p.amount, p.paid_at,
      extract(year from p.paid_at at time zone 'Europe/Prague')::int as year,
      row_number() over (partition by extract(year from p.paid_at at time zone 'Europe/Prague') order by p.paid_at, p.id) as n
    from payment p where p.channel = 'card'`.execute(tx)
  await sql`
    insert into "case" (id, number, agenda, definition, person_id, state, outcome, filed_at, changed_at, closed_at)
    select case_id, 'PO-' || n || '/' || year, ${slip.id}, ${definitionHash(slip)}, ${houseAccount}, 'closed', 'paid',
      paid_at - interval '4 minutes', paid_at, paid_at from demo_card`.execute(tx)
  // the next case of the year goes on from there
  await sql`
    insert into counter (name, year, value) select 'case', year, max(n) from demo_card group by year
    on conflict (name, year) do update set value = greatest(counter.value, excluded.value)`.execute(tx)
  await sql`
    insert into payment_order (id, case_id, person_id, state, amount, intent_id, created_at, expires_at, paid_at, posted_at)
    select order_id, case_id, ${houseAccount}, 'posted', amount, external_id, paid_at - interval '3 minutes', paid_at + interval '27 minutes',
      paid_at, paid_at from demo_card`.execute(tx)
  await sql`update payment p set order_id = d.order_id from demo_card d where d.payment_id = p.id`.execute(tx)
}

/** What the gateway told of each, but for the last one. */
async function messages(tx: Db): Promise<void> {
  await sql`
    insert into gateway_event (id, type, state, received_at, order_id, payload)
    select 'evt_' || external_id, 'checkout.session.completed', 'told', paid_at, order_id, jsonb_build_object(
      'id', 'evt_' || external_id, 'type', 'checkout.session.completed', 'created', extract(epoch from paid_at)::int8,
      'data', jsonb_build_object('object', jsonb_build_object('object', 'checkout.session', 'payment_intent', external_id,
        'payment_status', 'paid', 'amount_total', amount, 'currency', 'czk')))
    from demo_card where payment_id <> (select payment_id from demo_card order by paid_at desc limit 1)`.execute(tx)
}

/** Money from the bank that a clerk could not tell whose it is, and keeps. */
async function strayTransfer(tx: Db, day: Day): Promise<void> {
  await sql`
    insert into payment (id, external_id, channel, payer, amount, unallocated, currency, paid_at, credited_on, posted_at)
    values (${randomUUID()}, 'demo-bank-stray', 'bank', 'NOVOTNY M', 78000, 78000, 'CZK',
      ${`${day}T12:00:00Z`}::timestamptz, ${day}, ${`${day}T20:00:00Z`}::timestamptz)`.execute(tx)
}

/** A statement of each account and day on which transfers came, with a movement for each. */
async function statements(tx: Db, city: City, treasurer: string): Promise<void> {
  const usual = city.accounts.waste.iban
  await sql`
    create temp table demo_transfer on commit drop as
    select p.id as payment_id, p.amount, p.credited_on as day, p.payer, p.external_id = 'demo-bank-stray' as stray,
      coalesce(min(l.account), ${usual}) as account, min(ltrim(l.variable_symbol, '0')) as symbol, gen_random_uuid() as case_id
    from payment p left join allocation a on a.payment_id = p.id left join liability l on l.id = a.liability_id
    where p.channel = 'bank' and p.credited_on is not null group by p.id`.execute(tx)
  await sql`
    create temp table demo_statement on commit drop as
    select gen_random_uuid() as id, account, day, extract(year from day)::int as year, count(*)::int as lines, sum(amount)::int8 as came,
      row_number() over (partition by account, extract(year from day) order by day)::int as number,
      coalesce(sum(sum(amount)) over (partition by account order by day rows between unbounded preceding and 1 preceding), 0)::int8 as before
    from demo_transfer group by account, day`.execute(tx)
  await sql`
    insert into bank_statement (id, account, year, number, format, from_day, to_day, opening, closing, lines, sha256, file_name, imported_by, imported_at)
    select id, account, year, number, 'gpc', day, day, 100000000 + before, 100000000 + before + came, lines,
      encode(sha256(convert_to(account || day, 'UTF8')), 'hex'), 'vypis-' || year || '-' || lpad(number::text, 3, '0') || '.gpc', ${treasurer},
      (day + interval '1 day 6 hours') at time zone 'Europe/Prague' from demo_statement`.execute(tx)
  await sql`
    insert into "case" (id, number, agenda, definition, person_id, state, outcome, filed_at, changed_at, closed_at)
    select case_id, 'PO-' || (select value + 1 from counter where name = 'case' and year = extract(year from day)) || '/' || extract(year from day),
      ${unidentified.id}, ${definitionHash(unidentified)}, ${houseAccount}, 'closed', 'kept', now(), now(), now()
    from demo_transfer where stray`.execute(tx)
  await sql`update counter set value = value + 1 where name = 'case' and year = (select extract(year from day) from demo_transfer where stray)`.execute(
    tx,
  )
  await sql`
    insert into bank_line (id, statement_id, position, account, amount, booked_on, value_on, variable_symbol, counter_name, reversal, state,
      why, payment_id, case_id)
    select gen_random_uuid(), s.id, row_number() over (partition by s.id order by t.payment_id), t.account, t.amount, t.day, t.day,
      case when stray then '9912345678' else t.symbol end, t.payer, false, case when stray then 'kept' else 'posted' end,
      case when stray then 'unknown-symbol' end, t.payment_id, case when stray then t.case_id end
    from demo_transfer t join demo_statement s on s.account = t.account and s.day = t.day`.execute(tx)
}
