import { Migration } from '@mikro-orm/migrations'

/** Imports that were broken off, who handed payments over, and the closing of a month by two people. */
export class Migration0010Months extends Migration {
  override up(): void {
    this.addSql(exchange)
    this.addSql(runs)
    this.addSql(moved)
    this.addSql(months)
  }
}

const exchange = `
-- why an import has failed: its process was gone (interrupted), or it met an error of the portal
alter table ledger_import add column failure text check (failure in ('interrupted', 'error'));
update ledger_import set failure = 'error' where phase = 'failed';
alter table ledger_import add check ((phase = 'failed') = (failure is not null));
-- those under way, looked at to see whether their process still is
create index ledger_import_under_way on ledger_import (started_at) where phase in ('staging', 'applying');
-- a nightly file says of every debt that it is as it was: the whole row compared at once, and room to write it beside its old self
create or replace function liability_changes() returns trigger language plpgsql as $$ begin
  if tg_op = 'INSERT' then new.changed_at := now(); return new; end if;
  new.changed_at := old.changed_at;
  old.as_of := new.as_of;
  if new is distinct from old then new.changed_at := now(); end if;
  return new; end $$;
alter table liability set (fillfactor = 80);
`

// a hand-over of payments to the accounting: who asked for it, and its control total
const runs = `
alter table ledger_export add column by text, add column total bigint check (total >= 0);
update ledger_export e set total = (select coalesce(sum(amount), 0) from payment p where p.export_run = e.run);
alter table ledger_export alter column total set not null;
-- payments of some days, for the accounting
create index payment_posted on payment (posted_at);`

// one source for the list of days to close and for what a month needs to be closed
const moved = `
create function money_days(first date, last date) returns setof date language sql stable as $$
  select d::date from generate_series(first::timestamp, last::timestamp, interval '1 day') d,
    lateral (select d at time zone 'Europe/Prague' as begins, (d + interval '1 day') at time zone 'Europe/Prague' as ends) m
  where exists (select from payment_order where paid_at >= m.begins and paid_at < m.ends)
    or exists (select from gateway_event where took is not null and took_at >= m.begins and took_at < m.ends)
    or exists (select from payment where channel = 'card' and paid_at >= m.begins and paid_at < m.ends)
    or exists (select from payment where channel = 'cash' and paid_at >= m.begins and paid_at < m.ends)
    or exists (select from payment where channel = 'bank' and credited_on = d::date)
    or exists (select from bank_line where booked_on = d::date)
    or exists (select from refund where state = 'done' and done_at >= m.begins and done_at < m.ends)
    or exists (select from refund r left join payment_return b on b.external_id = r.id::text and b.cancelled_at is null
      where r.state = 'approved' and r.done_at is null and coalesce(b.at, r.created_at) >= m.begins and coalesce(b.at, r.created_at) < m.ends) $$;`

const months = `
create table month_closing (
  id uuid primary key, month date not null check (extract(day from month) = 1),
  state text not null check (state in ('proposed', 'confirmed', 'withdrawn')), totals jsonb not null, note text,
  proposed_by text not null references official, proposed_at timestamptz not null default now(),
  decided_by text references official, decided_at timestamptz,
  check ((state = 'proposed') = (decided_at is null)), check ((decided_at is null) = (decided_by is null)),
  -- four eyes
  check (state <> 'confirmed' or decided_by <> proposed_by),
  -- a month that is not over has no totals yet
  check ((month + interval '1 month')::date <= (proposed_at at time zone 'Europe/Prague')::date));
-- a month is closed once: of two who do it at once, one does
create unique index month_closing_once on month_closing (month) where state <> 'withdrawn';
create function month_closing_keeps() returns trigger language plpgsql as $$ begin
  if tg_op = 'UPDATE' and (old.state <> 'proposed' or (new.id, new.month, new.totals, new.note, new.proposed_by, new.proposed_at)
    is distinct from (old.id, old.month, old.totals, old.note, old.proposed_by, old.proposed_at)) then
    raise exception 'closing of % is decided', old.month using errcode = '23514';
  end if;
  -- of its days, each on which money moved must be closed
  if new.state <> 'withdrawn' and exists (select from money_days(new.month, (new.month + interval '1 month - 1 day')::date) d
    where not exists (select from day_closing c where c.day = d and c.state = 'confirmed')) then
    raise exception 'a day of % is not closed', new.month using errcode = '23514';
  end if;
  return new; end $$;
create trigger month_closing_kept before insert or update on month_closing for each row execute function month_closing_keeps();
create trigger month_closing_stays before delete on month_closing for each row execute function append_only();`
