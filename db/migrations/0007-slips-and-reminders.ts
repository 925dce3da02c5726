import { Migration } from '@mikro-orm/migrations'

/** Paying by the slip without signing in, and reminders of what is due. */
export class Migration0007SlipsAndReminders extends Migration {
  override up(): void {
    this.addSql(slips)
    this.addSql(reminders)
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
