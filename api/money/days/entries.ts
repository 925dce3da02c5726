import { sql, type RawBuilder } from 'kysely'
import { today } from '../../../forms/day.ts'

/** Beginning of a day in Prague, so many days later. */
const midnight = (day: string, later = 0) =>
  sql<Date>`((${day}::date + ${later}::int)::timestamp at time zone 'Europe/Prague')`

/** Whether an instant lies in the day. */
const within = (column: RawBuilder<unknown>, day: string) =>
  sql<boolean>`${column} >= ${midnight(day)} and ${column} < ${midnight(day, 1)}`

/**
 * Card money of the day: orders that the gateway says were paid, what its messages tell that no order has, and what only the ledger has.
 * A payment stands under the day of its order where it has one, so that no side loses it at midnight.
 */
const card = (day: string) => sql`
  select 'o:' || o.id as key, o.paid_at as at, e.took, e.took_currency, o.amount as ordered, o.state, o.received_amount, o.received_currency,
    p.amount as posted, p.order_id, p.unallocated, p.credited_on, o.case_id, o.intent_id as reference
  from payment_order o
  left join payment p on p.external_id = o.intent_id
  left join lateral (select took, took_currency from gateway_event where intent_id = o.intent_id and took is not null limit 1) e on true
  where ${within(sql`o.paid_at`, day)}
  union all
  select 'e:' || e.intent_id, e.took_at, e.took, e.took_currency, null, null, null, null, p.amount, p.order_id, p.unallocated, p.credited_on, o.case_id, e.intent_id
  from (select distinct on (intent_id) * from gateway_event where took is not null and ${within(sql`took_at`, day)} order by intent_id, id) e
  left join payment p on p.external_id = e.intent_id
  left join payment_order o on o.id = e.order_id
  where not exists (select from payment_order x where x.intent_id = e.intent_id)
  union all
  select 'p:' || p.id, p.paid_at, null, null, null, null, null, null, p.amount, p.order_id, p.unallocated, p.credited_on, o.case_id, p.external_id
  from payment p left join payment_order o on o.id = p.order_id
  where p.channel = 'card' and ${within(sql`p.paid_at`, day)}
    and not exists (select from payment_order x where x.intent_id = p.external_id)
    and not exists (select from gateway_event x where x.intent_id = p.external_id and x.took is not null)`

/**
 * How much of the day's card money the gateway has paid out by now: it pays in the order of the payments, each less what went back to its card.
 * What the accounting says was credited is no part of it. Haléře; may be negative, when not even older money has come.
 */
const paidOut = (day: string) => sql<number>`-${notPaidOut(midnight(day), sql`'infinity'::date`)}`

/** What of a card payment of the day has gone back to its card. */
const wentBack = sql<number>`coalesce((select sum(amount) from refund
  where order_id = card.order_id and state = 'done' and via = 'card' and payment_id is not null), 0)`

const cardEntries = (day: string) => sql`
  select key, 'card' as kind, case
      when state in ('held', 'returned') or took_currency <> 'CZK' then 'differs'
      when posted is null then 'not-posted'
      when took is null and ordered is null or took <> posted or ordered <> posted then 'differs'
      when order_id is null or unallocated > 0 then 'overpaid'
      when took is null then 'untold'
      when credited_on is not null or sum(posted - ${wentBack}) filter (where credited_on is null) over (order by at, key) <= ${paidOut(day)} then 'matched'
      else 'unsettled' end as bucket,
    at, case when took_currency = 'CZK' then took end as gateway, ordered as orders, posted as ledger, null::int8 as bank,
    coalesce(received_amount, case when took_currency <> 'CZK' then took end) as foreign_amount,
    coalesce(received_currency, nullif(took_currency, 'CZK')) as foreign_currency, reference, case_id, null::uuid as statement_id, null::int as position
  from (${card(day)}) card`

const cashEntries = (day: string) => sql`
  select 'p:' || id, 'cash', 'matched', paid_at, null, null, amount, null, null, null, payer, null, null, null
  from payment where channel = 'cash' and ${within(sql`paid_at`, day)}`

/** Movements of the account, and what the ledger has as come to it that no movement shows. `payouts` are the gateway's accounts. */
const bankEntries = (day: string, payouts: readonly string[]) => sql`
  select 'l:' || l.id, case when l.amount > 0 and l.state not in ('payout', 'reversed', 'came-back') then 'transfer' else 'account' end,
    case l.state
      when 'payout' then 'payout'
      when 'outgoing' then case when l.counter_account = any(${payouts}::text[]) then 'fee' else 'outgoing' end
      when 'explained' then 'outgoing' when 'came-back' then 'refund'
      when 'reversed' then 'reversed' when 'corrected' then 'reversed' when 'returned' then 'returned' when 'kept' then 'unknown'
      when 'open' then case l.why when 'seen-before' then 'overpaid' when 'reversal' then 'reversed' else 'unknown' end
      else case when p.amount is distinct from l.amount then 'differs' when p.unallocated > 0 then 'overpaid' else 'matched' end end,
    ${midnight(day)}, null, null, p.amount, l.amount, null, null,
    concat_ws(', ', 'VS ' || l.variable_symbol, coalesce(l.counter_name, l.counter_account)), l.case_id, l.statement_id, l.position
  from bank_line l left join payment p on p.id = l.payment_id where l.booked_on = ${day}::date
  union all
  select 'p:' || p.id, 'transfer', 'differs', ${midnight(day)}, null, null, p.amount, null, null, null, p.payer, null, null, null
  from payment p where p.channel = 'bank' and p.credited_on = ${day}::date
    and not exists (select from bank_line l where l.payment_id = p.id and l.booked_on = p.credited_on)`

/** What went back on the day, by the day on which it was sent; and what the ledger gave back and was not sent yet. */
const backEntries = (day: string) => sql`
  select 'r:' || r.id, r.via || '-back', case
      when r.currency = 'CZK' and r.payment_id is not null and b.amount is distinct from r.amount then 'differs'
      when r.state = 'approved' then 'refund-waiting' when r.kind = 'chargeback' then 'chargeback' else 'refund' end,
    coalesce(r.done_at, b.at, r.created_at),
    case when r.currency = 'CZK' and r.via = 'card' and r.state = 'done' then r.amount end, case when r.currency = 'CZK' then r.amount end,
    b.amount, null, case when r.currency <> 'CZK' then r.amount end, nullif(r.currency, 'CZK'), coalesce(r.external_id, o.intent_id), r.case_id, null, null
  from refund r
  left join payment_return b on b.external_id = r.id::text and b.cancelled_at is null
  left join payment_order o on o.id = r.order_id
  where r.state = 'done' and ${within(sql`r.done_at`, day)}
    or r.state = 'approved' and r.done_at is null and ${within(sql`coalesce(b.at, r.created_at)`, day)}`

/**
 * Everything that money did on a day of Prague, one row each, with the bucket of where it belongs (table expression, to select from). Key,
 * kind, bucket, at; gateway, orders, ledger, bank in haléře; foreign_amount, foreign_currency; reference, case_id, statement_id, position.
 */
export const entriesOf = (day: string, payouts: readonly string[]) => sql`(
  ${cardEntries(day)} union all ${cashEntries(day)} union all ${bankEntries(day, payouts)} union all ${backEntries(day)})`

/** Days after which the gateway should have paid out what it took. */
const payoutDays = 5

/** Card money that the gateway had not paid out by the end of the day; and what it should have paid out by `now`, and has not. */
export const onTheWay = (day: string, now: Date) => sql<{ atGateway: number; late: number }>`
  select ${notPaidOut(midnight(day, 1), sql`${day}::date`)}::int8 as "atGateway",
    greatest(0, ${notPaidOut(midnight(today(now), -payoutDays), sql`'infinity'::date`)})::int8 as late`

/** Taken before an instant and neither paid out nor given back up to a day; what went back of money that is not asked about changes nothing. */
const notPaidOut = (before: RawBuilder<Date>, upTo: RawBuilder<unknown>) => sql<number>`(
  (select coalesce(sum(amount), 0) from payment where channel = 'card' and credited_on is null and paid_at < ${before})
  - (select coalesce(sum(amount), 0) from bank_line where state = 'payout' and booked_on <= ${upTo})
  - (select coalesce(sum(r.amount), 0) from refund r join payment p on p.id = r.payment_id
      where r.state = 'done' and r.via = 'card' and p.channel = 'card' and p.credited_on is null and p.paid_at < ${before}
      and (r.done_at at time zone 'Europe/Prague')::date <= ${upTo}))`
