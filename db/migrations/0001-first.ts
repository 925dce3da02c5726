import { Migration } from '@mikro-orm/migrations'

/** The rows of the first release. Constraints stand here as well as in code: money, law and identity are exact. */
export class Migration0001First extends Migration {
  override up(): void {
    this.addSql(people)
    this.addSql(cases)
    this.addSql(money)
    this.addSql(guards)
  }
}

const people = `
create table person (
  id uuid primary key, given_name text not null, family_name text not null, birth_date date, address jsonb,
  email text, phone text, language text not null default 'cs' check (language in ('cs', 'en')),
  subject_id uuid, paired_at timestamptz, paired_by text,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  check ((subject_id is null) = (paired_at is null)));
-- one ledger subject belongs to one account
create unique index person_subject on person (subject_id) where subject_id is not null;
-- linking a second means of identification: same verified name and birth date
create index person_verified on person (lower(family_name), lower(given_name), birth_date);
create table identity (
  issuer text not null, sub text not null, person_id uuid not null references person,
  means text not null, assurance text not null check (assurance in ('low', 'substantial', 'high')),
  first_at timestamptz not null default now(), last_at timestamptz not null default now(), primary key (issuer, sub));
create index identity_person on identity (person_id);
create table official (id text primary key, name text not null, department text not null, roles text[] not null, active boolean not null);
create table session (
  id text primary key, person_id uuid references person, official_id text references official,
  means text not null, assurance text not null, id_token text,
  created_at timestamptz not null default now(), seen_at timestamptz not null default now(), expires_at timestamptz not null,
  check ((person_id is null) <> (official_id is null)));
create index session_expired on session (expires_at);
create table login_attempt (
  state text primary key, browser text not null, nonce text not null, verifier text not null, return_to text not null,
  assurance text not null, created_at timestamptz not null default now());
create table audit (
  id bigint generated always as identity primary key, at timestamptz not null default now(), actor text not null, actor_kind text not null,
  assurance text, what text not null, case_id uuid, request_id text, details jsonb);
create index audit_case on audit (case_id, id) where case_id is not null;`

const cases = `
create table counter (name text, year int, value int not null, primary key (name, year));
create table definition (hash text primary key, agenda text not null, content jsonb not null, created_at timestamptz not null default now());
create table "case" (
  id uuid primary key, number text not null unique, agenda text not null, definition text not null references definition,
  person_id uuid not null references person, seq int not null default 0,
  state text not null check (state in ('filed', 'open', 'closed')), outcome text, open jsonb not null default '[]',
  filed_at timestamptz not null default now(), changed_at timestamptz not null default now(), closed_at timestamptz,
  check ((state = 'closed') = (closed_at is not null)));
-- "my cases", newest first
create index case_person on "case" (person_id, filed_at desc);
create table message (
  id uuid primary key, case_id uuid not null references "case", kind text not null check (kind in ('answer', 'withdraw', 'payment')),
  step_key text, actor jsonb not null, data jsonb, at timestamptz not null default now(),
  state text not null default 'stored' check (state in ('stored', 'told', 'done', 'refused')), reason text,
  attempts int not null default 0, next_at timestamptz not null default now(),
  check ((kind = 'answer') = (step_key is not null)));
-- two tabs and double clicks: one living answer to one opening of a step
create unique index message_answer on message (case_id, step_key) where kind = 'answer' and state <> 'refused';
-- the relay's queue: not told yet, or told and not answered
create index message_unanswered on message (next_at) where state in ('stored', 'told');
create index message_case on message (case_id, at);
create table case_event (
  case_id uuid not null references "case", seq int not null, n int not null, at timestamptz not null, what text not null,
  step text, actor jsonb, message_id uuid, "values" jsonb, primary key (case_id, seq, n));
create table task (
  id text primary key, case_id uuid not null references "case", agenda text not null, step text not null, step_key text not null,
  role text not null, state text not null check (state in ('open', 'done', 'cancelled')), due date, late boolean not null default false,
  "not" text[] not null default '{}', opened_at timestamptz not null, closed_at timestamptz, decided_by text);
-- newest 20 open tasks of a role
create index task_inbox on task (role, opened_at desc, id desc) where state = 'open';
create index task_case on task (case_id);
create table draft (owner text, key text, data jsonb not null, version int not null default 1, updated_at timestamptz not null default now(), primary key (owner, key));
create table document (
  id uuid primary key, case_id uuid not null references "case", person_id uuid not null references person, kind text not null, number text not null unique,
  "values" jsonb not null, state text not null check (state in ('pending', 'ready')), bytes bytea, sha256 text,
  attempts int not null default 0, next_at timestamptz not null default now(), created_at timestamptz not null default now(),
  check ((state = 'ready') = (bytes is not null and sha256 is not null)));
create index document_pending on document (next_at) where state = 'pending';
create index document_person on document (person_id, created_at desc);
create index document_case on document (case_id);
create table notification (
  id uuid primary key, case_id uuid not null references "case", person_id uuid not null references person, text text not null,
  "values" jsonb not null, documents text[] not null default '{}', state text not null check (state in ('pending', 'sent', 'no-address')),
  attempts int not null default 0, next_at timestamptz not null default now(), created_at timestamptz not null default now(), sent_at timestamptz);
create index notification_pending on notification (next_at) where state = 'pending';
create index notification_case on notification (case_id, created_at);`

const money = `
create table subject (
  id uuid primary key, kind text not null check (kind in ('person', 'business', 'company')), name text not null, given_name text, family_name text,
  birth_date date, birth_number text, company_id text, data_box_id text, address jsonb not null, note text);
-- pairing by verified data: a birth date leaves a handful, names are then compared by Unicode's rules whatever the database's locale
create index subject_birth_date on subject (birth_date) where birth_date is not null;
create index subject_birth_number on subject (birth_number) where birth_number is not null;
create index subject_company on subject (company_id) where company_id is not null;
create table liability (
  id uuid primary key, subject_id uuid not null references subject, number text not null unique, kind text not null check (kind in
    ('waste', 'dog', 'fine', 'specified-amount', 'sewerage', 'flat-rent', 'premises-rent')),
  world text not null check (world in ('administrative', 'tax', 'private')), year int not null, period text not null,
  instalment int not null default 1, instalments int not null default 1, description jsonb not null, legal_basis jsonb not null, concerns text,
  issued date not null, due date not null, variable_symbol text not null check (variable_symbol ~ '^[0-9]{1,10}$'),
  specific_symbol text check (specific_symbol ~ '^[0-9]{1,10}$'), account text not null,
  principal bigint not null check (principal >= 0), accessories bigint not null default 0 check (accessories >= 0),
  paid bigint not null default 0 check (paid >= 0), written_off bigint not null default 0 check (written_off >= 0),
  currency text not null default 'CZK' check (currency = 'CZK'),
  state text not null check (state in ('open', 'settled', 'cancelled', 'enforcement')), as_of timestamptz not null,
  changed_at timestamptz not null default now(),
  check (instalment between 1 and instalments),
  check (paid + written_off <= principal + accessories),
  check (state <> 'settled' or paid + written_off = principal + accessories));
-- "my liabilities", by year and kind
create index liability_subject on liability (subject_id, year desc, due desc);
-- pairing of bank transfers
create index liability_symbol on liability (variable_symbol);
-- "what has changed since"
create index liability_changed on liability (changed_at);
create table accessory (
  id uuid primary key, liability_id uuid not null references liability, kind text not null, amount bigint not null check (amount > 0),
  legal_basis jsonb not null, since date not null);
create index accessory_liability on accessory (liability_id);
create table payment_order (
  id uuid primary key, case_id uuid not null references "case", person_id uuid not null references person,
  state text not null check (state in ('created', 'open', 'paid', 'posted', 'expired')),
  amount bigint not null check (amount > 0), currency text not null default 'CZK' check (currency = 'CZK'),
  checkout_id text unique, checkout_url text, intent_id text unique, failure text,
  created_at timestamptz not null default now(), expires_at timestamptz not null, paid_at timestamptz, posted_at timestamptz, review_reason text,
  check ((state = 'posted') = (posted_at is not null)),
  check (state not in ('paid', 'posted') or (paid_at is not null and intent_id is not null)));
create index payment_order_case on payment_order (case_id);
create table payment_order_item (
  order_id uuid not null references payment_order, liability_id uuid not null references liability, amount bigint not null check (amount > 0),
  live boolean not null, primary key (order_id, liability_id));
-- a liability is in one live order at most: no double payment from two tabs
create unique index payment_order_item_live on payment_order_item (liability_id) where live;
create table payment (
  id uuid primary key, external_id text not null unique, channel text not null check (channel in ('card', 'bank', 'cash')),
  order_id uuid unique references payment_order, payer text, amount bigint not null check (amount > 0),
  unallocated bigint not null default 0 check (unallocated between 0 and amount), currency text not null check (currency = 'CZK'),
  paid_at timestamptz not null, credited_on date, posted_at timestamptz not null default now(), card_brand text, card_last4 text);
create table allocation (
  payment_id uuid not null references payment, liability_id uuid not null references liability, amount bigint not null check (amount > 0),
  at timestamptz not null default now(), primary key (payment_id, liability_id));
create index allocation_liability on allocation (liability_id);
create table gateway_event (
  id text primary key, type text not null, payload jsonb not null, received_at timestamptz not null default now(), order_id uuid,
  state text not null check (state in ('told', 'ignored', 'unknown')), reason text);
create index gateway_event_unknown on gateway_event (received_at) where state = 'unknown';`

const guards = `
create function append_only() returns trigger language plpgsql as $$ begin raise exception '% is append-only', tg_table_name; end $$;
create trigger audit_append_only before update or delete on audit for each row execute function append_only();
create trigger case_event_append_only before update or delete on case_event for each row execute function append_only();
create function case_moves_forward() returns trigger language plpgsql as $$ begin
  if new.seq < old.seq then raise exception 'case % moves forward only', old.id; end if;
  if old.state = 'closed' and new.state <> 'closed' then raise exception 'case % is closed', old.id; end if;
  return new; end $$;
create trigger case_forward before update on "case" for each row execute function case_moves_forward();
create function liability_changes() returns trigger language plpgsql as $$ begin new.changed_at := now(); return new; end $$;
create trigger liability_changed before insert or update on liability for each row execute function liability_changes();`
