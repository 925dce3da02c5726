import { Migration } from '@mikro-orm/migrations'

/** Refunds by transfer and the statement lines that show them sent, or come back. */
export class Migration0011Transfers extends Migration {
  override up(): void {
    this.addSql(refunds)
    this.addSql(lines)
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
