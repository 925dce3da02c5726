import { sql } from 'kysely'
import type { Db } from '../../../db/database.ts'
import type { FileHead } from './read.ts'
import type { Batch } from './batches.ts'

/** What a file has changed. Amounts in haléře. */
export interface Applied {
  added: number
  changed: number
  cancelled: number
  /** Money that settles nothing any more, because the debt was paid elsewhere too or has become smaller. */
  freed: number
  /** Debts of which the accounting has received less than the export runs it says it took over. */
  behind: number
}

/**
 * Takes a file of debts over inside the caller's transaction: new and changed debts with their debtors, and, of a full file, the
 * withdrawal of what is not in it. What the portal's payments have settled stays settled, see docs/adr/0014. `staged` hears how many
 * rows are in Postgres. The rows wait in a table that is the transaction's own and goes with it, however it ends.
 */
export async function applyDebts(
  tx: Db,
  { asOf, scope, run }: FileHead,
  batches: AsyncIterable<Batch>,
  staged: (rows: number) => Promise<void>,
): Promise<Applied> {
  await sql`select pg_advisory_xact_lock(hashtext('ledger import'))`.execute(tx)
  await stage(tx, batches, staged)
  await subjects(tx)
  await sql`select from liability l join incoming i on i.number = l.number order by l.id for update of l`.execute(tx)
  const behind = await settledHere(tx, run)
  const freed = await free(tx)
  const changed = await update(tx, asOf)
  const added = await insert(tx, asOf)
  await accessories(tx)
  return { added, changed, cancelled: scope === 'full' ? await withdraw(tx, asOf) : 0, freed, behind }
}

async function stage(tx: Db, batches: AsyncIterable<Batch>, staged: (rows: number) => Promise<void>): Promise<void> {
  await sql`create temp table incoming (number text primary key, kind text, world text, year int, period text, instalment int, instalments int,
    description_cs text, description_en text, legal_basis_cs text, legal_basis_en text, concerns text, issued date, due date, variable_symbol text,
    specific_symbol text, account text, principal bigint, late_increase bigint, costs bigint, interest bigint, paid bigint, written_off bigint,
    state text, subject text, subject_kind text, subject_name text, given_name text, family_name text, birth_date date, birth_number text,
    company_id text, data_box text, address jsonb, subject_id uuid, allocated bigint, elsewhere bigint) on commit drop`.execute(
    tx,
  )
  let rows = 0
  for await (const some of batches) {
    await sql`insert into incoming select * from jsonb_populate_recordset(null::incoming, ${some.rows}::jsonb)`.execute(
      tx,
    )
    rows += some.count
    await staged(rows)
  }
  await sql`analyze incoming`.execute(tx)
}

/** Debtors: known by their number in the accounting, else found by company number or birth number if just one fits, else new. */
async function subjects(tx: Db): Promise<void> {
  await sql`create temp table debtor on commit drop as select distinct on (subject) subject, subject_kind, subject_name, given_name, family_name,
    birth_date, birth_number, company_id, data_box, address from incoming order by subject, number`.execute(tx)
  const unknown = sql`not exists (select from subject k where k.accounting_id = d.subject)`
  await sql`
    update subject s set accounting_id = found.subject from (
      select (array_agg(o.id))[1] as id, d.subject from debtor d join subject o on o.accounting_id is null and o.note is null
        and (o.company_id = d.company_id and o.kind = d.subject_kind or o.birth_number = d.birth_number and o.kind = 'person' and d.subject_kind = 'person')
      where ${unknown} group by d.subject having count(*) = 1) as found
    where s.id = found.id and s.accounting_id is null`.execute(tx)
  await sql`
    insert into subject (id, kind, name, given_name, family_name, birth_date, birth_number, company_id, data_box_id, address, accounting_id)
    select gen_random_uuid(), subject_kind, subject_name, given_name, family_name, birth_date, birth_number, company_id, data_box, address, subject
    from debtor d where ${unknown}`.execute(tx)
  await sql`
    update subject s set name = d.subject_name, given_name = coalesce(d.given_name, s.given_name), family_name = coalesce(d.family_name, s.family_name),
      data_box_id = coalesce(d.data_box, s.data_box_id), address = s.address || d.address
    from debtor d where s.accounting_id = d.subject and (s.name, s.address || d.address, coalesce(d.given_name, s.given_name), coalesce(d.family_name, s.family_name),
      coalesce(d.data_box, s.data_box_id)) is distinct from (d.subject_name, s.address, s.given_name, s.family_name, s.data_box_id)`.execute(
    tx,
  )
  await sql`update incoming i set subject_id = s.id from subject s where s.accounting_id = i.subject`.execute(tx)
}

/**
 * How much of each debt payments known here settle, and how much the accounting has received beside them: its own sum less what the
 * export runs it has taken over have told of the debt. Gives of how many debts it has received less than that.
 */
async function settledHere(tx: Db, run: number): Promise<number> {
  const { rows } = await sql<{ behind: number }>`
    with sums as (
      select i.number, coalesce((select sum(a.amount) from allocation a where a.liability_id = l.id), 0) as allocated,
        coalesce((select sum(e.amount) from ledger_export_line e where e.liability_id = l.id and e.run <= ${run}::int), 0) as told
      from incoming i left join liability l on l.number = i.number),
    written as (update incoming i set allocated = s.allocated, elsewhere = greatest(0, i.paid - s.told) from sums s where s.number = i.number
      returning i.paid < s.told as behind)
    select count(*) filter (where behind)::int as behind from written`.execute(tx)
  return rows[0]?.behind ?? 0
}

/** Takes from the newest payments what is paid over and leaves it unallocated: a person decides on it. Gives the sum. */
async function free(tx: Db): Promise<number> {
  const { rows } = await sql<{ freed: number }>`
    with over as (
      select l.id, i.elsewhere + i.allocated + i.written_off - (i.principal + i.late_increase + i.costs + i.interest) as excess
      from incoming i join liability l on l.number = i.number where i.state <> 'cancelled'),
    parts as (
      select a.payment_id, a.liability_id, a.amount, o.excess,
        coalesce(sum(a.amount) over (partition by a.liability_id order by p.posted_at desc, p.id rows between unbounded preceding and 1 preceding), 0) as before
      from over o join allocation a on a.liability_id = o.id join payment p on p.id = a.payment_id where o.excess > 0),
    takes as (select payment_id, liability_id, amount, least(amount, excess - before)::bigint as freed from parts where excess > before),
    gone as (delete from allocation a using takes t where a.payment_id = t.payment_id and a.liability_id = t.liability_id and t.freed = t.amount),
    less as (update allocation a set amount = a.amount - t.freed from takes t
      where a.payment_id = t.payment_id and a.liability_id = t.liability_id and t.freed < t.amount),
    back as (update payment p set unallocated = p.unallocated + t.freed from (select payment_id, sum(freed)::bigint as freed from takes group by payment_id) t where p.id = t.payment_id),
    marked as (update incoming i set allocated = i.allocated - t.freed from (select liability_id, sum(freed)::bigint as freed from takes group by liability_id) t
      join liability l on l.id = t.liability_id where i.number = l.number)
    select coalesce(sum(freed), 0)::bigint as freed from takes`.execute(tx)
  return Number(rows[0]?.freed ?? 0)
}

const owed = sql`i.principal + i.late_increase + i.costs + i.interest`
const state = sql`case when i.state = 'cancelled' then 'cancelled' when i.elsewhere + i.allocated + i.written_off = ${owed} then 'settled' else i.state end`
const text = (name: string) => {
  const [cs, en] = [sql.ref(`i.${name}_cs`), sql.ref(`i.${name}_en`)]
  return sql`jsonb_build_object('cs', coalesce(${cs}, ''), 'en', coalesce(${en}, ${cs}, ''))`
}

/** Debts known already; gives how many have changed, not counting that the accounting has looked again. */
async function update(tx: Db, asOf: string): Promise<number> {
  const { numAffectedRows } = await sql`
    update liability l set subject_id = i.subject_id, kind = i.kind, world = i.world, year = i.year, period = i.period, instalment = i.instalment,
      instalments = i.instalments, description = ${text('description')}, legal_basis = case when i.legal_basis_cs is null then l.legal_basis else ${text('legal_basis')} end,
      concerns = i.concerns, issued = i.issued, due = i.due, variable_symbol = i.variable_symbol, specific_symbol = i.specific_symbol, account = i.account,
      principal = i.principal, accessories = i.late_increase + i.costs + i.interest, paid = i.elsewhere + i.allocated, paid_elsewhere = i.elsewhere,
      written_off = i.written_off, state = ${state}, as_of = ${asOf}::timestamptz
    from incoming i where i.number = l.number`.execute(tx)
  const { rows } = await sql<{ changed: number }>`
    select count(*)::int as changed from liability l join incoming i on i.number = l.number where l.changed_at = now()`.execute(
    tx,
  )
  return numAffectedRows === 0n ? 0 : (rows[0]?.changed ?? 0)
}

async function insert(tx: Db, asOf: string): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    insert into liability (id, subject_id, number, kind, world, year, period, instalment, instalments, description, legal_basis, concerns, issued, due,
      variable_symbol, specific_symbol, account, principal, accessories, paid, paid_elsewhere, written_off, state, as_of)
    select gen_random_uuid(), i.subject_id, i.number, i.kind, i.world, i.year, i.period, i.instalment, i.instalments, ${text('description')}, ${text('legal_basis')},
      i.concerns, i.issued, i.due, i.variable_symbol, i.specific_symbol, i.account, i.principal, i.late_increase + i.costs + i.interest, i.elsewhere, i.elsewhere,
      i.written_off, ${state}, ${asOf}::timestamptz
    from incoming i where not exists (select from liability l where l.number = i.number)`.execute(tx)
  return Number(numAffectedRows)
}

/** The accessories of the debts in the file, as it has them. */
async function accessories(tx: Db): Promise<void> {
  const kinds = sql`(values ('late-increase', i.late_increase), ('costs', i.costs), ('interest', i.interest)) as a (kind, amount)`
  const differing = sql`
    select l.id from incoming i join liability l on l.number = i.number where
      (select coalesce(jsonb_object_agg(kind, amount), '{}') from (select kind, sum(amount) as amount from accessory where liability_id = l.id group by kind) k)
      <> (select coalesce(jsonb_object_agg(a.kind, a.amount) filter (where a.amount > 0), '{}') from ${kinds})`
  const { rows } = await sql<{ id: string }>`${differing}`.execute(tx)
  const ids = rows.map(({ id }) => id)
  await sql`delete from accessory where liability_id = any(${ids}::uuid[])`.execute(tx)
  await sql`
    insert into accessory (id, liability_id, kind, amount, legal_basis, since)
    select gen_random_uuid(), l.id, a.kind, a.amount, l.legal_basis, l.due from incoming i join liability l on l.number = i.number, lateral ${kinds}
    where a.amount > 0 and l.id = any(${ids}::uuid[])`.execute(tx)
}

/** What a full file no longer has is withdrawn (storno). */
async function withdraw(tx: Db, asOf: string): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update liability l set state = 'cancelled', as_of = ${asOf}::timestamptz
    where l.state in ('open', 'enforcement') and not exists (select from incoming i where i.number = l.number)`.execute(
    tx,
  )
  return Number(numAffectedRows)
}
