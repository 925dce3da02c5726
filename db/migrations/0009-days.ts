import { Migration } from '@mikro-orm/migrations'

/** The treasurer's days: what each side says came, and the closing of a day by two people. */
export class Migration0009Days extends Migration {
  override up(): void {
    this.addSql(told)
    this.addSql(closings)
    this.addSql(days)
  }
}

// what the gateway told of money taken, read out of its message once; a message of another shape leaves them empty and is kept all the same
const told = `
alter table gateway_event
  add column intent_id text generated always as (left(payload #>> '{data,object,payment_intent}', 255)) stored,
  add column took bigint generated always as (case
    when type in ('checkout.session.completed', 'checkout.session.async_payment_succeeded') and payload #>> '{data,object,payment_status}' = 'paid'
      and payload #>> '{data,object,amount_total}' ~ '^[1-9][0-9]{0,14}$' and payload ->> 'created' ~ '^[0-9]{1,10}$'
    then (payload #>> '{data,object,amount_total}')::bigint end) stored,
  add column took_currency text generated always as (left(upper(payload #>> '{data,object,currency}'), 3)) stored,
  add column took_at timestamptz generated always as (case
    when payload ->> 'created' ~ '^[0-9]{1,10}$' then to_timestamp((payload ->> 'created')::bigint) end) stored,
  -- who looked at a message must say what it was
  add check (resolved_at is null or resolution is not null);
create index gateway_event_took on gateway_event (took_at) where took is not null;
create index gateway_event_intent on gateway_event (intent_id) where took is not null;
create index gateway_event_unresolved on gateway_event (received_at, id) where state = 'unknown' and resolved_at is null;`

const closings = `
create table day_closing (
  id uuid primary key, day date not null, state text not null check (state in ('proposed', 'confirmed', 'withdrawn')),
  totals jsonb not null, note text,
  proposed_by text not null references official, proposed_at timestamptz not null default now(),
  decided_by text references official, decided_at timestamptz,
  check ((state = 'proposed') = (decided_at is null)), check ((decided_at is null) = (decided_by is null)),
  -- four eyes
  check (state <> 'confirmed' or decided_by <> proposed_by),
  -- a day that is not over has no totals yet
  check (day < (proposed_at at time zone 'Europe/Prague')::date));
-- a day is closed once: of two who do it at once, one does
create unique index day_closing_once on day_closing (day) where state <> 'withdrawn';
create function day_closing_keeps() returns trigger language plpgsql as $$ begin
  if old.state <> 'proposed' or (new.id, new.day, new.totals, new.note, new.proposed_by, new.proposed_at)
    is distinct from (old.id, old.day, old.totals, old.note, old.proposed_by, old.proposed_at) then
    raise exception 'closing of % is decided', old.day using errcode = '23514';
  end if;
  return new; end $$;
create trigger day_closing_kept before update on day_closing for each row execute function day_closing_keeps();
create trigger day_closing_stays before delete on day_closing for each row execute function append_only();`

// what happened on a day, side by side
const days = `
create index payment_order_paid on payment_order (paid_at) where paid_at is not null;
create index payment_days on payment (channel, paid_at) include (amount, credited_on);
create index payment_credited on payment (credited_on) where channel = 'bank';
create index bank_line_day on bank_line (booked_on);
create index bank_line_payouts on bank_line (booked_on) include (amount) where state = 'payout';
create index refund_done on refund (done_at) where state = 'done';
create index refund_under_way on refund (created_at) where state = 'approved';
create index payment_return_at on payment_return (at);`
