import { Migration } from '@mikro-orm/migrations'

/**
 * Mandates that are suspended, and asked after in the state's registers again; the desk serves in one session of an official; a session
 * knows when its owner proved who they are.
 */
export class Migration0003MandateStates extends Migration {
  override up(): void {
    this.addSql(suspension)
    this.addSql(registers)
    this.addSql(presence)
    this.addSql(freshness)
    this.addSql(joint)
  }
}

const suspension = `
alter table mandate add column suspended_at timestamptz, add column suspended_by text,
  add constraint mandate_suspension check ((state = 'suspended') = (suspended_at is not null)
    and (suspended_at is null) = (suspended_by is null));
-- those that wait for a clerk's decision
create index mandate_suspended on mandate (suspended_at desc) where state = 'suspended';
-- officials find mandates by any part of a name
create index subject_name_search on subject using gin (lower(name) gin_trgm_ops);
create index mandate_agent_name_search on mandate_agent using gin (lower(name) gin_trgm_ops);`

const registers = `
alter table mandate add column checked_at timestamptz,
  -- what the registers said against it
  add column found text check (found in ('principal-died', 'agent-died', 'company-dissolved', 'principal-incapable', 'agent-incapable')),
  -- whoever suspends says why: a person in words, the registers by what they said
  add constraint mandate_suspended_why check (state <> 'suspended' or reason is not null or found is not null);
-- activation asked the registers
update mandate set checked_at = coalesce(verified_at, created_at) where state in ('active', 'suspended');
alter table mandate add constraint mandate_checked check (state <> 'active' or checked_at is not null);
-- whose turn it is to be asked after
create index mandate_unchecked on mandate (checked_at) where state = 'active';`

// the service of the person present ends with the session in which it began; services under way at this release end with it
const presence = `
alter table identity_check add column session text;
update identity_check set ended_at = greatest(at, now()) where ended_at is null;
alter table identity_check add constraint identity_check_session check (ended_at is not null or session is not null);`

// when the owner of a session proved who they are: a session may be opened by a sign-in of hours ago
const freshness = `alter table session add column authenticated_at timestamptz;`

// what several must sign together: how many of them, and those who may
const joint = `alter table "case" add column joint jsonb, add constraint case_joint_for_somebody check (joint is null or subject_id is not null);`
