import { Migration } from '@mikro-orm/migrations'

/** The clerks' inbox, acting for others, attachments, and the desk. */
export class Migration0002OfficeAndMandates extends Migration {
  override up(): void {
    this.addSql(extensions)
    this.addSql(office)
    this.addSql(mandates)
    this.addSql(attachments)
    this.addSql(desk)
  }
}

// both are trusted: the owner of the database may create them
const extensions = `create extension if not exists pg_trgm; create extension if not exists btree_gist;`

const office = `
alter table official
  add column email text, add column titles text not null default '', add column position jsonb, add column phone text, add column door text,
  add column responsible jsonb not null default '[]', add column photo bytea, add column photo_type text,
  add column supervises text[] not null default '{}', add column person_id uuid references person,
  add column left_on date, add column successor_id text references official, add column changed_at timestamptz not null default now(),
  add check ((photo is null) = (photo_type is null)), add check (successor_id <> id),
  -- while still active, the day from which they will be gone
  add check (left_on is not null or successor_id is null);
-- contacts are kept in memory by every process: each hears of a change, whoever makes it
create function official_changes() returns trigger language plpgsql as $$ begin perform pg_notify('official', ''); return null; end $$;
create trigger official_changed after insert or update or delete on official for each statement execute function official_changes();
create function official_stamps() returns trigger language plpgsql as $$ begin new.changed_at := clock_timestamp(); return new; end $$;
create trigger official_stamped before update on official for each row execute function official_stamps();
create index official_leaving on official (left_on) where active and left_on is not null;
create table absence (
  id uuid primary key, official_id text not null references official, substitute_id text not null references official,
  from_day date not null, to_day date not null, created_by text not null, created_at timestamptz not null default now(), cancelled_at timestamptz,
  check (from_day <= to_day), check (official_id <> substitute_id),
  -- one substitute at a time
  exclude using gist (official_id with =, daterange(from_day, to_day, '[]') with &&) where (cancelled_at is null));
-- who is away today, and who soon
create index absence_days on absence (to_day, from_day) where cancelled_at is null;
alter table task
  add column assignee text references official, add column assigned_at timestamptz, add column escalated_at timestamptz,
  -- the case waits for somebody else since this task was decided
  add column waiting_since timestamptz,
  add column search text not null default '', add column changed_at timestamptz not null default now(), alter column due set not null,
  add check ((assignee is null) = (assigned_at is null)), add check (waiting_since is null or state = 'done');
-- each view of the inbox in each order is a look-up: an official's own, an inbox's, what nobody has, what is late
create index task_mine on task (assignee, opened_at desc, id desc) where state = 'open';
create index task_mine_due on task (assignee, due, id) where state = 'open';
create index task_due on task (role, due, id) where state = 'open';
create index task_agenda on task (role, agenda, opened_at desc, id desc) where state = 'open';
create index task_unassigned on task (role, opened_at desc, id desc) where state = 'open' and assignee is null;
create index task_unassigned_due on task (role, due, id) where state = 'open' and assignee is null;
create index task_late on task (role, due, id) where state = 'open' and late;
create index task_late_opened on task (role, opened_at desc, id desc) where state = 'open' and late;
create index task_waiting on task (role, waiting_since desc, id desc) where waiting_since is not null;
create index task_decided on task (decided_by, closed_at desc, id desc) where state = 'done';
-- search by any part of a word
create index task_search on task using gin (search gin_trgm_ops) where state = 'open';
create table task_move (
  id bigint generated always as identity primary key, task_id text not null references task, at timestamptz not null default now(),
  what text not null check (what in ('claimed', 'released', 'assigned', 'handed-over', 'escalated')),
  by_official text references official, to_official text references official, to_role text, reason text,
  check (what <> 'released' or reason is not null), check ((what = 'handed-over') = (to_role is not null)));
create index task_move_task on task_move (task_id, id);
create trigger task_move_append_only before update or delete on task_move for each row execute function append_only();
-- since when words of the citizen wait to be read by somebody at the office
alter table "case" add column unread_since timestamptz;
-- mail to officials: once a task and addressee
create table official_notice (
  task_id text not null references task, official_id text not null references official, what text not null check (what in ('late')),
  state text not null default 'pending' check (state in ('pending', 'sent', 'no-address', 'needless')), attempts int not null default 0,
  next_at timestamptz not null default now(), created_at timestamptz not null default now(), sent_at timestamptz,
  primary key (task_id, official_id, what));
create index official_notice_pending on official_notice (next_at) where state = 'pending';
alter table message drop constraint message_kind_check;
alter table message add check (kind in ('answer', 'withdraw', 'payment', 'note', 'hand-over', 'mandate'));`

const mandates = `
create table mandate (
  id uuid primary key, case_id uuid references "case", basis text not null check (basis in ('poa', 'parent', 'guardian', 'statutory', 'common-representative', 'employee')),
  source text not null check (source in ('portal', 'paper', 'desk', 'register')),
  principal_id uuid not null references subject, amount_limit bigint check (amount_limit > 0),
  signatures int not null default 1 check (signatures >= 1), valid_from date not null, valid_to date,
  state text not null check (state in ('submitted', 'verifying', 'active', 'suspended', 'revoked', 'expired', 'rejected')),
  verification jsonb, verified_at timestamptz, verified_by text, reason text,
  created_at timestamptz not null default now(), ended_at timestamptz, ended_by text,
  check (valid_to >= valid_from), check (state <> 'active' or verified_at is not null),
  check ((state in ('revoked', 'expired', 'rejected')) = (ended_at is not null)));
create index mandate_principal on mandate (principal_id);
-- those whose last day has passed
create index mandate_ending on mandate (valid_to) where state in ('active', 'suspended') and valid_to is not null;
create index mandate_case on mandate (case_id) where case_id is not null;
-- what it reaches: an agenda or '*', and what the agent may do there
create table mandate_scope (
  mandate_id uuid not null references mandate, agenda text not null, actions text[] not null check (cardinality(actions) > 0
    and actions <@ array['view', 'pay', 'file', 'receive', 'revoke', 'sub-delegate']),
  -- set while a power of attorney to file is alive: in one matter a principal has one agent at a time (§ 33 správního řádu, § 27 daňového řádu)
  filing_for uuid, filing_during daterange, primary key (mandate_id, agenda),
  constraint one_agent_in_a_matter exclude using gist (filing_for with =, agenda with =, filing_during with &&) where (filing_for is not null));
create function filing_follows_scope() returns trigger language plpgsql as $$ declare m mandate; begin
  select * into m from mandate where id = new.mandate_id;
  if m.basis = 'poa' and m.state in ('active', 'suspended') and 'file' = any (new.actions) then
    new.filing_for := m.principal_id; new.filing_during := daterange(m.valid_from, m.valid_to, '[]');
  else new.filing_for := null; new.filing_during := null; end if;
  return new; end $$;
create trigger mandate_scope_filing before insert or update on mandate_scope for each row execute function filing_follows_scope();
create function filing_follows_mandate() returns trigger language plpgsql as $$ begin
  update mandate_scope set mandate_id = mandate_id where mandate_id = new.id; return null; end $$;
create trigger mandate_filing after update of state, valid_from, valid_to, principal_id on mandate for each row execute function filing_follows_mandate();
create table mandate_agent (
  mandate_id uuid not null references mandate, n int not null, person_id uuid references person, name text not null, birth_date date,
  accepted_at timestamptz, primary key (mandate_id, n), check (accepted_at is null or person_id is not null));
-- whom I act for
create index mandate_agent_person on mandate_agent (person_id) where person_id is not null;
create unique index mandate_agent_once on mandate_agent (mandate_id, person_id) where person_id is not null;
create function mandate_moves_on() returns trigger language plpgsql as $$ begin
  if old.state in ('revoked', 'expired', 'rejected') and new.state <> old.state then raise exception 'mandate % has ended', old.id; end if;
  return new; end $$;
create trigger mandate_forward before update on mandate for each row execute function mandate_moves_on();
alter table "case" add column subject_id uuid references subject, add column mandate_id uuid references mandate, add column assisted_by text references official,
  -- a case in somebody else's name says by what right
  add check (mandate_id is null or subject_id is not null);
create index case_subject on "case" (subject_id, filed_at desc) where subject_id is not null;
create index case_mandate on "case" (mandate_id) where mandate_id is not null and state <> 'closed';
-- who acted under a mandate, and in which cases
create index message_mandate on message ((actor #>> '{for,mandate}')) where actor #>> '{for,mandate}' is not null;
create index audit_mandate on audit ((details #>> '{for,mandate}'), id) where details #>> '{for,mandate}' is not null;
-- people of a case beside its citizen: the agent who is to accept, the co-signer
create table case_party (
  case_id uuid not null references "case", role text not null, person_id uuid references person, name text not null, birth_date date, email text,
  wrong_codes int not null default 0 check (wrong_codes <= 5), joined_at timestamptz, created_at timestamptz not null default now(), primary key (case_id, role),
  check ((person_id is null) = (joined_at is null)));
create index case_party_person on case_party (person_id) where person_id is not null;
alter table notification alter column person_id drop not null, add column party text,
  add check (person_id is not null or party is not null);
alter table payment_order_item add column mandate_id uuid references mandate;
create index payment_order_item_mandate on payment_order_item (mandate_id) where live and mandate_id is not null;`

const attachments = `
create table file (
  id uuid primary key, owner text not null, case_id uuid references "case", name text not null, type text not null,
  size int not null check (size > 0), sha256 text not null, bytes bytea not null, created_at timestamptz not null default now(), attached_at timestamptz,
  check (size = octet_length(bytes)), check ((case_id is null) = (attached_at is null)));
create index file_case on file (case_id) where case_id is not null;
-- what nobody has sent with a form is thrown away
create index file_loose on file (created_at) where case_id is null;
-- how much somebody has uploaded and not sent
create index file_loose_owner on file (owner) where case_id is null;`

const desk = `
create table identity_check (
  id uuid primary key, person_id uuid not null references person, official_id text not null references official,
  document text not null check (document in ('id-card', 'passport', 'residence-permit')),
  document_end text not null check (length(document_end) = 3), valid_to date not null,
  register text not null check (register in ('confirmed', 'not-found', 'several', 'away')),
  at timestamptz not null default now(), ended_at timestamptz);
create index identity_check_person on identity_check (person_id, at desc);
-- one person at a time stands before an official
create unique index identity_check_present on identity_check (official_id) where ended_at is null;
create table desk_code (
  id uuid primary key, person_id uuid not null references person, check_id uuid not null references identity_check, hash text not null unique,
  official_id text not null references official, created_at timestamptz not null default now(), expires_at timestamptz not null,
  wrong int not null default 0 check (wrong <= 5), used_at timestamptz, used_for text check (used_for in ('identity', 'passkey')),
  void_at timestamptz, check ((used_at is null) = (used_for is null)), check (used_at is null or void_at is null));
-- one living code a person
create unique index desk_code_living on desk_code (person_id) where used_at is null and void_at is null;
create table passkey (
  id text primary key, person_id uuid not null references person, public_key bytea not null, counter bigint not null check (counter >= 0),
  transports text[] not null default '{}', label text not null, assurance text not null check (assurance in ('low', 'substantial')),
  created_at timestamptz not null default now(), last_at timestamptz);
create index passkey_person on passkey (person_id);
create table passkey_challenge (
  browser text primary key, challenge text not null, person_id uuid references person, code_id uuid references desk_code,
  purpose text not null check (purpose in ('register', 'sign-in')), created_at timestamptz not null default now(),
  check ((purpose = 'register') = (person_id is not null)));
create index passkey_challenge_old on passkey_challenge (created_at);
-- wrong codes by the address they came from
create table desk_try (id bigint generated always as identity primary key, address text not null, at timestamptz not null default now());
create index desk_try_address on desk_try (address, at);
create index desk_try_old on desk_try (at);
-- whose codes a wrong try counts against
create index person_birth_date on person (birth_date);`
