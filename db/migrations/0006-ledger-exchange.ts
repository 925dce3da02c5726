import { Migration } from '@mikro-orm/migrations'

/** What is exchanged with the city's accounting: debts in, payments out. */
export class Migration0006LedgerExchange extends Migration {
  override up(): void {
    this.addSql(accounting)
  }
}

const accounting = `
-- number in the accounting (ESU)
alter table subject add column accounting_id text unique;
-- what the accounting has received beside the portal; paid = paid_elsewhere + what is allocated here
alter table liability add column paid_elsewhere bigint not null default 0 check (paid_elsewhere between 0 and paid);
-- a debt has changed when something of it has, not when the accounting says again that it has not
create or replace function liability_changes() returns trigger language plpgsql as $$ begin
  if tg_op = 'INSERT' then new.changed_at := now(); return new; end if;
  new.changed_at := old.changed_at;
  if to_jsonb(new) - 'as_of' is distinct from to_jsonb(old) - 'as_of' then new.changed_at := now(); end if;
  return new; end $$;
-- what has been handed over to the accounting, run by run
create table ledger_export (run int primary key check (run > 0), at timestamptz not null default now(), payments int not null);
alter table payment add column export_run int references ledger_export;
create index payment_export on payment (export_run);
-- what the accounting has sent
create table ledger_import (
  id uuid primary key, file_name text not null, phase text not null check (phase in ('staging', 'applying', 'done', 'refused', 'failed')),
  scope text check (scope in ('full', 'changes')), as_of timestamptz, run int not null default 0, total int not null default 0, staged int not null default 0,
  added int not null default 0, changed int not null default 0, cancelled int not null default 0, freed bigint not null default 0, behind int not null default 0,
  problems jsonb not null default '[]', by text not null, started_at timestamptz not null default now(), ended_at timestamptz,
  check ((phase in ('done', 'refused', 'failed')) = (ended_at is not null)));
create index ledger_import_newest on ledger_import (started_at desc);
`
