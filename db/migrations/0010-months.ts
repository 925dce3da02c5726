import { Migration } from '@mikro-orm/migrations'

/** Imports that were broken off, who handed payments over, and the closing of a month by two people. */
export class Migration0010Months extends Migration {
  override up(): void {
    this.addSql(exchange)
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
