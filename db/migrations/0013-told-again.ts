import { Migration } from '@mikro-orm/migrations'

/** Records of a case that were written by a workflow task which the engine then gave up, and told again by the next one. */
export class Migration0013ToldAgain extends Migration {
  override up(): void {
    this.addSql(`
-- which record of the case was written last, by the case's own count, by a task that began when; and how many happenings were told
alter table "case" add column record_seq int not null default 0, add column record_at timestamptz, add column told int not null default 0;
update "case" set record_seq = seq;
-- which happening of its case it is, by the case's own count: the last one told under a number holds
alter table case_event add column ordinal int check (ordinal >= 0);`)
  }
}
