import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { stack } from '../stack.ts'

/**
 * What must hold when all has come to rest, for the people of a wave: gateway = orders = ledger to the haléř, every debt shows what was
 * paid of it, every payer was told the truth, and nothing is left without an end. Gives a sentence for each breach.
 */
export async function breaches(db: Db, people: readonly string[]): Promise<string[]> {
  const orders = await db
    .selectFrom('payment_order as o')
    .innerJoin('case as c', 'c.id', 'o.caseId')
    .leftJoin('payment as p', 'p.orderId', 'o.id')
    .select(['o.id', 'o.state', 'o.intentId', 'o.amount', 'c.id as caseId', 'c.outcome'])
    .select(['p.externalId', 'p.amount as paid', 'p.returned', 'o.receivedAmount'])
    .select(
      sql<number>`(select coalesce(sum(amount), 0)::int from refund where order_id = o.id and state = 'done')`.as(
        'back',
      ),
    )
    .where('o.personId', 'in', [...people])
    .execute()
  const totals = await stack.gateway.controls.totals()
  const found: string[] = []
  for (const order of orders) {
    const at = totals[order.id] ?? { sessions: 0, paid: 0, captured: 0, refunded: 0, disputed: 0 }
    const say = (wrong: boolean, what: string) => {
      if (wrong) found.push(`order ${order.id} (${order.state}, case ${order.outcome}): ${what}`)
    }
    const taken = order.state === 'posted' || order.state === 'held' || order.state === 'returned'
    say(at.sessions > 1, `${at.sessions} pages at the gateway`)
    say(at.paid !== (taken ? 1 : 0), `the gateway has ${at.paid} payments`)
    say(!['posted', 'held', 'returned', 'expired'].includes(order.state), 'it has no end')
    if (order.state === 'posted') {
      say(order.externalId !== order.intentId, `the ledger has ${order.externalId}, not ${order.intentId}`)
      say(order.paid !== at.captured, `the ledger has ${order.paid}, the gateway ${at.captured}`)
      const back = at.refunded + at.disputed
      // a part that went back twice (refund and lost dispute) is more than was ever paid; the ledger gives back what it has
      say(order.returned !== Math.min(back, at.captured), `${order.returned} given back, ${back} gone at the gateway`)
    } else {
      say(order.externalId !== null, 'the ledger has money of an order that was not posted')
      say(taken && order.receivedAmount !== at.captured, `held ${order.receivedAmount}, the gateway has ${at.captured}`)
      say(
        taken && order.back !== at.refunded + at.disputed,
        `${order.back} went back, not ${at.refunded + at.disputed}`,
      )
      say(order.state === 'returned' && order.back !== at.captured, `${order.back} of ${at.captured} went back`)
    }
    await toldTheTruth(db, order, say)
  }
  return [...found, ...(await debts(db, people)), ...(await untold(db, people)), ...(await leftOver(db, people))]
}

/** A payer whose money was taken hears so, in the case or in a review of it; one whose money was not hears no such thing. */
async function toldTheTruth(
  db: Db,
  order: { id: string; state: string; caseId: string; outcome: string | null },
  say: (wrong: boolean, what: string) => void,
): Promise<void> {
  const { rows } = await sql<{ text: string; n: number }>`
    select text, count(*)::int as n from notification where case_id = ${order.caseId} group by text`.execute(db)
  const told = new Map(rows.map(({ text, n }) => [text, n]))
  const { rows: reviews } = await sql<{ n: number }>`
    select count(*)::int as n from message m join "case" c on c.id = m.case_id join notification n on n.case_id = c.id
    where c.agenda = 'payment-review' and m.data->>'order' = ${order.id}`.execute(db)
  const paid = told.get('paid') ?? 0
  say(paid > 1, `told ${paid} times that it was paid`)
  say(order.outcome === 'paid' && order.state !== 'posted', 'its case says paid')
  say(order.state === 'expired' && paid > 0, 'told that it was paid')
  say(order.state === 'posted' && paid === 0 && (reviews[0]?.n ?? 0) === 0, 'money was taken and nobody was told')
}

async function debts(db: Db, people: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    with mine as (select l.* from liability l join person p on p.subject_id = l.subject_id where p.id = any(${[...people]}::uuid[]))
    select 'debt ' || id || ' shows ' || paid || ' paid, not what was allocated' as what from mine
      where paid <> coalesce((select sum(amount) from allocation where liability_id = mine.id), 0)
    union all
    select 'debt ' || id || ' is ' || state || ' with a balance' from mine
      where (state = 'settled') <> (principal + accessories = paid + written_off)
    union all
    select 'debt ' || i.liability_id || ' is held by order ' || i.order_id from payment_order_item i join mine on mine.id = i.liability_id where i.live`.execute(
    db,
  )
  return rows.map(({ what }) => what)
}

/** The accounting, after its run, knows of all money where it is; the first run of a payment tells the whole of it, later ones move it. */
async function untold(db: Db, people: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    with mine as (select p.* from payment p join payment_order o on o.id = p.order_id where o.person_id = any(${[...people]}::uuid[])),
    told as (select e.* from ledger_export_line e join mine on mine.id = e.payment_id),
    places as (
      select mine.id, 'debt' as place, a.liability_id, a.amount from mine join allocation a on a.payment_id = mine.id
      union all select id, 'unallocated', null, unallocated from mine
      union all select id, 'returned', null, returned from mine
      union all select payment_id, place, liability_id, -amount from told)
    select 'the accounting was told wrongly of payment ' || id || ': ' || place || ' differs by ' || sum(amount) as what
      from places group by id, place, liability_id having sum(amount) <> 0
    union all
    select 'run ' || told.run || ' tells ' || sum(told.amount) || ' of payment ' || mine.id from told join mine on mine.id = told.payment_id
      group by told.run, mine.id, mine.amount, mine.export_run
      having sum(told.amount) <> case when told.run = mine.export_run then mine.amount else 0 end`.execute(db)
  return rows.map(({ what }) => what)
}

async function leftOver(db: Db, people: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    with mine as (select * from "case" where person_id = any(${[...people]}::uuid[]))
    select 'case ' || number || ' (' || agenda || ') is open' as what from mine where state <> 'closed'
    union all
    select 'message ' || m.id || ' is ' || m.state from message m join mine on mine.id = m.case_id where m.state not in ('done', 'refused')
    union all
    select 'task ' || t.id || ' is open' from task t join mine on mine.id = t.case_id where t.state = 'open'
    union all
    select 'refund ' || r.id || ' is ' || r.state from refund r join mine on mine.id = r.case_id where r.state in ('requested', 'approved')
    union all
    select 'message twice: ' || n.text from notification n join mine on mine.id = n.case_id
      where n.text in ('paid', 'changed', 'received', 'charged-back') group by n.case_id, n.text having count(*) > 1`.execute(
    db,
  )
  return rows.map(({ what }) => what)
}
