import { Migration } from '@mikro-orm/migrations'

/** Bank statements and what became of each of their lines. */
export class Migration0005Bank extends Migration {
  override up(): void {
    this.addSql(bank)
  }
}

const bank = `
create table bank_statement (
  id uuid primary key, account text not null check (account ~ '^CZ[0-9]{22}$'), year int not null, number int not null check (number > 0),
  format text not null check (format in ('camt.053', 'gpc')), from_day date not null, to_day date not null check (from_day <= to_day),
  opening bigint not null, closing bigint not null, lines int not null check (lines >= 0),
  -- of what it says, whatever the file: banks stamp each download anew
  sha256 text not null unique, file_name text not null, warnings jsonb not null default '[]',
  imported_by text not null references official, imported_at timestamptz not null default now(), unique (account, year, number));
-- the list, newest first; and which other statements have the same days
create index bank_statement_days on bank_statement (to_day desc, account, number desc);
create table bank_line (
  id uuid primary key, statement_id uuid not null references bank_statement, position int not null check (position > 0), account text not null,
  amount bigint not null check (amount <> 0), booked_on date not null, value_on date not null,
  variable_symbol text check (variable_symbol ~ '^[1-9][0-9]{0,9}$'), specific_symbol text check (specific_symbol ~ '^[1-9][0-9]{0,9}$'),
  constant_symbol text check (constant_symbol ~ '^[1-9][0-9]{0,9}$'), counter_account text, counter_name text, message text, bank_reference text,
  reversal boolean not null,
  -- posted: settled debts by itself; payout: from the card gateway; reversed: taken back within the statement; open: waits for a person, who
  -- settles debts with it, keeps it unidentified, returns it, or says how a reversal was corrected
  state text not null check (state in ('posted', 'payout', 'outgoing', 'reversed', 'open', 'settled', 'kept', 'returned', 'corrected')),
  why text check (why in ('no-symbol', 'unknown-symbol', 'other-specific-symbol', 'several-debtors', 'nothing-owed', 'more-than-owed',
    'not-exact', 'too-late', 'several-specified', 'seen-before', 'reversal')),
  payment_id uuid unique references payment, case_id uuid unique references "case", note text, unique (statement_id, position),
  check ((state in ('posted', 'settled', 'kept')) = (payment_id is not null)), check (payment_id is null or amount > 0),
  check ((state in ('open', 'settled', 'kept', 'returned', 'corrected')) = (why is not null)), check ((why is null) = (case_id is null)));
-- the bucket of a statement
create index bank_line_state on bank_line (statement_id, state, position);
-- seen before in another statement; who else paid from the account
create index bank_line_same on bank_line (account, booked_on, amount);
create index bank_line_counter on bank_line (counter_account) where payment_id is not null;
-- what a bank wrote stays; only what became of it changes
create function bank_line_keeps() returns trigger language plpgsql as $$ begin
  if (new.statement_id, new.position, new.amount, new.booked_on) is distinct from (old.statement_id, old.position, old.amount, old.booked_on)
    or old.state <> 'open' and new.state <> old.state then raise exception 'bank line % is decided', old.id; end if;
  return new; end $$;
create trigger bank_line_kept before update on bank_line for each row execute function bank_line_keeps();
-- payment orders that somebody has to make in the bank: two officials have decided, the statement shows it was made
create table bank_return (
  line_id uuid primary key references bank_line, amount bigint not null check (amount > 0), account text not null, variable_symbol text,
  message text not null, ordered_at timestamptz not null default now(), made_by uuid unique references bank_line);
create index bank_return_to_make on bank_return (ordered_at) where made_by is null;
-- a name as banks write it: no diacritics, capitals do not matter
create function folded(name text) returns text language sql immutable parallel safe as
  $$ select translate(lower(name), 'áäčďéěëíľĺňóöôőřŕšťúůüűýž', 'aacdeeeillnoooorrstuuuuyz') $$;
-- who may have paid
create index subject_folded_name on subject using gin (folded(name) gin_trgm_ops);
-- matching: banks and people drop leading zeros of symbols
create index liability_symbol_number on liability (ltrim(variable_symbol, '0'), account);
`
