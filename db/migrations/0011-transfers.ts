import { Migration } from '@mikro-orm/migrations'

/** Refunds by transfer and the statement lines that show them sent, or come back; instalments that people are reminded of, or pay by a slip. */
export class Migration0011Transfers extends Migration {
  override up(): void {
    this.addSql(refunds)
    this.addSql(lines)
    this.addSql(reminders)
    this.addSql(slips)
  }
}

const refunds = `
-- the house's own series of variable symbols: whoever makes the bank order copies one, the statement brings it back
create sequence refund_symbol minvalue 9900000001 maxvalue 9999999999;
alter table refund
  add column variable_symbol text unique check (variable_symbol ~ '^[1-9][0-9]{9}$'),
  add column made_by uuid unique references bank_line, add column returned_by uuid unique references bank_line,
  add check (via = 'transfer' or num_nonnulls(variable_symbol, made_by, returned_by) = 0);
-- what a movement out of the account may be
create index refund_to_make on refund (account, amount) where via = 'transfer' and made_by is null and state in ('approved', 'done');`

const lines = `
alter table bank_line drop constraint bank_line_state_check, drop constraint bank_line_why_check,
  -- came-back: a refund whose account did not take it; explained: money out of the account of which a person has said what it was
  add constraint bank_line_state_check check (state in ('posted', 'payout', 'outgoing', 'reversed', 'came-back', 'open', 'settled', 'kept',
    'returned', 'corrected', 'explained')),
  add constraint bank_line_why_check check (why in ('no-symbol', 'unknown-symbol', 'other-specific-symbol', 'several-debtors', 'nothing-owed',
    'more-than-owed', 'not-exact', 'too-late', 'several-specified', 'seen-before', 'reversal', 'unknown-outgoing'));
do $$ declare name text; begin
  select conname into strict name from pg_constraint where conrelid = 'bank_line'::regclass and contype = 'c'
    and pg_get_constraintdef(oid) like '%corrected%' and pg_get_constraintdef(oid) like '%(why IS NOT NULL)%';
  execute format('alter table bank_line drop constraint %I', name);
end $$;
alter table bank_line add constraint bank_line_judged check (
  (state in ('open', 'settled', 'kept', 'returned', 'corrected', 'explained')) = (why is not null));`

const reminders = `
-- an instalment has a due day of its own, before and after which one is reminded of it
alter table reminder drop constraint reminder_pkey, add column plan_id uuid, add column instalment int,
  add foreign key (plan_id, instalment) references instalment, add check ((plan_id is null) = (instalment is null)),
  add constraint reminder_once unique nulls not distinct (liability_id, kind, person_id, plan_id, instalment);
create index instalment_due on instalment (due);`

const slips = `
-- what is left of the earliest instalment that is not paid; null for a debt that is not spread
create function next_instalment(liability uuid) returns bigint language sql stable as $$
  select least(i.amount, i.through - paid.money) from (select p.id, p.amount - (l.principal + l.accessories - l.paid - l.written_off) as money
      from instalment_plan p join liability l on l.id = p.liability_id where p.liability_id = $1 and p.state = 'running') paid
    join lateral (select amount, n, sum(amount) over (order by n) as through from instalment where plan_id = paid.id) i on i.through > paid.money
  order by i.n limit 1 $$;
-- a slip pays one debt, and all that is open of it or its next instalment: whoever holds it shall learn no other sum by trying
create or replace function slip_pays_whole() returns trigger language plpgsql as $$ begin
  if exists (select from payment_order o join "case" c on c.id = o.case_id where o.id = new.order_id and c.agenda = 'slip-payment') and (
    exists (select from payment_order_item where order_id = new.order_id and liability_id <> new.liability_id)
    or not exists (select from liability where id = new.liability_id and state = 'open'
      and new.amount in (principal + accessories - paid - written_off, next_instalment(id))))
  then raise exception 'order % of a slip must pay one open debt whole, or its next instalment', new.order_id; end if;
  return new; end $$;`
