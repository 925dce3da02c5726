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
`
