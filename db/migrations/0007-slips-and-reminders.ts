import { Migration } from '@mikro-orm/migrations'

/** Paying by the slip without signing in, reminders of what is due, statements of what is owed, and instalments granted. */
export class Migration0007SlipsAndReminders extends Migration {
  override up(): void {
    this.addSql(slips)
    this.addSql(reminders)
    this.addSql(statements)
    this.addSql(instalments)
  }
}

const slips = `
-- tries to find a debt by what its slip says: seals of symbol and address, not the values
create table slip_try (
  -- each solved puzzle is good for one try
  puzzle text primary key, symbol text not null, address text not null, found boolean not null default false,
  at timestamptz not null default now());
create index slip_try_symbol on slip_try (symbol, at) where not found;
create index slip_try_address on slip_try (address, at) where not found;
create index slip_try_old on slip_try (at);
-- a slip pays one debt, and all that is open of it: whoever holds it shall learn no sum by trying
create function slip_pays_whole() returns trigger language plpgsql as $$ begin
  if exists (select from payment_order o join "case" c on c.id = o.case_id where o.id = new.order_id and c.agenda = 'slip-payment') and (
    exists (select from payment_order_item where order_id = new.order_id and liability_id <> new.liability_id)
    or new.amount is distinct from (select principal + accessories - paid - written_off from liability where id = new.liability_id and state = 'open'))
  then raise exception 'order % of a slip must pay one open debt whole', new.order_id; end if;
  return new; end $$;
create trigger slip_whole before insert on payment_order_item for each row execute function slip_pays_whole();`

const reminders = `
-- by which channels somebody is reminded; without a row: in the portal alone
create table reminder_choice (
  person_id uuid primary key references person, email boolean not null default false, portal boolean not null default true,
  changed_at timestamptz not null default now(), check (person_id <> '00000000-0000-8000-8000-000000000001'));
-- one reminder of all that somebody is to be reminded of that day; its state is that of the e-mail
create table reminder_letter (
  id uuid primary key, person_id uuid not null references person, portal boolean not null,
  state text not null check (state in ('pending', 'sent', 'no-address', 'needless', 'not-wanted')),
  attempts int not null default 0, next_at timestamptz not null default now(), created_at timestamptz not null default now(),
  sent_at timestamptz, dismissed_at timestamptz, check ((state = 'sent') = (sent_at is not null)));
create index reminder_letter_pending on reminder_letter (next_at) where state = 'pending';
create index reminder_letter_shown on reminder_letter (person_id, created_at desc) where portal and dismissed_at is null;
-- nobody is reminded of one debt twice before it is due, nor twice after
create table reminder (
  liability_id uuid not null references liability, kind text not null check (kind in ('before', 'after')), person_id uuid not null references person,
  letter_id uuid not null references reminder_letter, primary key (liability_id, kind, person_id));
create index reminder_of_letter on reminder (letter_id);
-- what will be due soon, and what has been for a few days
create index liability_due on liability (due) where state = 'open';`

const statements = `
-- what the ledger said of a subject at one moment, for the document that was issued of it: never changed
create table debt_statement (
  case_id uuid primary key references "case", subject_id uuid not null references subject, name text not null,
  day date not null, as_of timestamptz not null, lines jsonb not null, at timestamptz not null default now());
create index debt_statement_subject on debt_statement (subject_id);
create trigger debt_statement_append_only before update or delete on debt_statement for each row execute function append_only();`

const instalments = `
-- a debt spread over instalments by a decision or an agreement; the id is its case's
create table instalment_plan (
  id uuid primary key references "case", liability_id uuid not null references liability, amount bigint not null check (amount > 0),
  state text not null default 'running' check (state in ('running', 'kept', 'broken')),
  granted_on date not null, ended_on date, check ((state = 'running') = (ended_on is null)));
-- a debt is spread once at a time
create unique index instalment_plan_running on instalment_plan (liability_id) where state = 'running';
create table instalment (
  plan_id uuid not null references instalment_plan, n int not null check (n between 1 and 36), due date not null, amount bigint not null check (amount > 0),
  primary key (plan_id, n));
create function instalments_make_whole() returns trigger language plpgsql as $$ declare plan uuid := coalesce(new.plan_id, old.plan_id); begin
  if (select coalesce(sum(amount), 0) from instalment where plan_id = plan) <> (select amount from instalment_plan where id = plan)
  then raise exception 'the instalments of plan % do not make its whole', plan; end if;
  return null; end $$;
create constraint trigger instalments_whole after insert or update or delete on instalment deferrable initially deferred
  for each row execute function instalments_make_whole();`
