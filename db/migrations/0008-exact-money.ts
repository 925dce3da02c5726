import { Migration } from '@mikro-orm/migrations'

/** Legal moves of payments and refunds, money given back, odd money, and the sweep that asks for what never came. */
export class Migration0008ExactMoney extends Migration {
  override up(): void {
    this.addSql(moves)
    this.addSql(orders)
    this.addSql(refunds)
    this.addSql(books)
    this.addSql(sweep)
  }
}

// the rows repeat activities/payments/states.ts; a test holds them equal
const moves = `
create table legal_move (machine text, from_state text, to_state text, primary key (machine, from_state, to_state));
insert into legal_move (machine, from_state, to_state) values
  ('order', 'created', 'open'), ('order', 'created', 'expired'), ('order', 'created', 'paid'),
  ('order', 'open', 'paid'), ('order', 'open', 'expired'), ('order', 'expired', 'paid'),
  ('order', 'paid', 'posted'), ('order', 'paid', 'held'), ('order', 'held', 'returned'), ('order', 'returned', 'held'),
  ('refund', 'requested', 'approved'), ('refund', 'requested', 'rejected'), ('refund', 'approved', 'done'),
  ('refund', 'approved', 'failed'), ('refund', 'done', 'failed');
create function moves_legally() returns trigger language plpgsql as $$ begin
  if not exists (select from legal_move where machine = tg_argv[0] and from_state = old.state and to_state = new.state) then
    raise exception '% cannot go from % to %', tg_table_name, old.state, new.state using errcode = '23514';
  end if;
  return new; end $$;`

const orders = `
alter table payment_order drop constraint payment_order_state_check,
  add constraint payment_order_state_check check (state in ('created', 'open', 'paid', 'posted', 'held', 'returned', 'expired')),
  -- what came, when it is not money that the ledger can take: another currency
  add column received_amount bigint check (received_amount > 0), add column received_currency text,
  add check (state not in ('held', 'returned') or (intent_id is not null and received_amount is not null and received_currency is not null));
create trigger payment_order_moves before update of state on payment_order for each row when (old.state <> new.state)
  execute function moves_legally('order');`

const refunds = `
alter table payment add column returned bigint not null default 0 check (returned >= 0), add check (unallocated + returned <= amount);
create table refund (
  id uuid primary key, case_id uuid not null references "case", order_id uuid references payment_order, payment_id uuid references payment,
  kind text not null check (kind in ('refund', 'chargeback', 'outside')), via text not null check (via in ('card', 'transfer')),
  amount bigint not null check (amount > 0), currency text not null default 'CZK',
  state text not null check (state in ('requested', 'approved', 'done', 'failed', 'rejected')),
  four_eyes boolean not null, proposed_by text not null, approved_by text, account text, external_id text unique, failure text,
  created_at timestamptz not null default now(), done_at timestamptz,
  check (payment_id is not null or order_id is not null),
  check (state not in ('approved', 'done') or approved_by is not null),
  -- above the limit somebody else must confirm what one proposed
  check (not four_eyes or approved_by is null or approved_by <> proposed_by),
  check (via <> 'transfer' or account is not null));
-- two refunds of one payment at a time would give back twice: one wins
create unique index refund_live on refund (coalesce(payment_id, order_id)) where state in ('requested', 'approved');
create index refund_case on refund (case_id);
create index refund_order on refund (order_id);
create trigger refund_moves before update of state on refund for each row when (old.state <> new.state)
  execute function moves_legally('refund');
-- what the ledger gave back, once for each id from outside, and which debts it opened again by that
create table payment_return (
  external_id text primary key, payment_id uuid not null references payment, amount bigint not null check (amount > 0),
  reopened jsonb not null, at timestamptz not null default now(), cancelled_at timestamptz);
create index payment_return_payment on payment_return (payment_id);`

// every heller of a payment is somewhere: on a debt, on nothing, or given back; judged at the commit
const books = `
create function payment_adds_up() returns trigger language plpgsql as $$
declare id_ uuid;
begin
  if tg_table_name = 'payment' then id_ := new.id;
  elsif tg_op = 'DELETE' then id_ := old.payment_id;
  else id_ := new.payment_id; end if;
  if exists (select from payment p where p.id = id_ and p.amount <> p.unallocated + p.returned +
      coalesce((select sum(a.amount) from allocation a where a.payment_id = p.id), 0)) then
    raise exception 'payment % does not add up', id_ using errcode = '23514';
  end if;
  return null; end $$;
create constraint trigger payment_adds_up after insert or update on payment deferrable initially deferred
  for each row execute function payment_adds_up();
create constraint trigger allocation_adds_up after insert or update or delete on allocation deferrable initially deferred
  for each row execute function payment_adds_up();`

const sweep = `
alter table payment_order add column asked_at timestamptz;
-- orders whose end nobody knows: what the sweep asks the gateway about
create index payment_order_unknown on payment_order (expires_at) where state in ('created', 'open', 'paid');
create index payment_order_unopened on payment_order (created_at) where state = 'expired' and checkout_id is null;
create table gateway_cursor (name text primary key, at timestamptz not null);
-- an event that nobody understood is looked at by a person
alter table gateway_event drop constraint gateway_event_state_check,
  -- found: read from the gateway's list, its webhook never came; the API says what it is
  add constraint gateway_event_state_check check (state in ('found', 'told', 'ignored', 'unknown')),
  add column resolved_at timestamptz, add column resolved_by text, add column resolution text,
  add check ((resolved_at is null) = (resolved_by is null));
create index gateway_event_found on gateway_event (received_at) where state = 'found';`
