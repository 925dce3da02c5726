import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { json } from '../db/json.ts'
import type { CaseHappening, CaseRecord } from './records.ts'

/** What a record finds: the number it gets in the database; `again`: some of what it tells was told before. */
export interface Found {
  seq: number
  again: boolean
}

/** A happening under its number in the case. */
export type FreshEvent = CaseHappening & { ordinal: number }

/** A record beside what of it is new. */
export interface ToldRecord extends CaseRecord {
  fresh: readonly FreshEvent[]
  again: boolean
}

/**
 * Moves the case on to a record; null when the record is known, or older than what was told.
 *
 * A workflow task writes its records while it runs, and only then tells the engine. When the engine has given the task up meanwhile
 * (a worker that died, or was too slow), another begins anew, and may know more: messages that came in between, another answer of
 * the gateway. What it tells holds, so records are told apart by the beginning of their task as well as by their number: a late word
 * of a task that was given up changes nothing. A case never opens again: what a given-up task closed stays closed to the eye until the
 * next one closes it too.
 */
export async function moveCase(tx: Db, record: CaseRecord): Promise<Found | null> {
  const { seq, told, state, outcome, open } = record
  const at = new Date(told.since)
  const { rows } = await sql<{ told: number; seq: number }>`
    update "case" c set seq = c.seq + 1, record_seq = ${seq}, record_at = ${at}, told = greatest(c.told, ${told.from + record.events.length}::int),
      state = case when c.state = 'closed' then c.state else ${state} end,
      outcome = case when c.state = 'closed' and ${state} <> 'closed' then c.outcome else ${outcome ?? null} end,
      open = case when c.state = 'closed' then '[]' else ${json(open)} end,
      changed_at = now(), closed_at = case when c.state = 'closed' then c.closed_at when ${state} = 'closed' then now() end
    from (select id, record_seq, record_at, told from "case" where id = ${record.caseId} for update) before
    where c.id = before.id and (before.record_at < ${at} or coalesce(before.record_at, ${at}) = ${at} and before.record_seq < ${seq})
    returning before.told, c.seq`.execute(tx)
  const [row] = rows
  return row ? { seq: row.seq, again: row.told > told.from } : null
}

/** The happenings of a record from the first on that was not told just so before, each with its number in the case. */
export async function freshEvents(tx: Db, { caseId, told, events }: CaseRecord, found: Found): Promise<FreshEvent[]> {
  const numbered = events.map((event, n) => ({ ...event, ordinal: told.from + n }))
  if (!found.again) return numbered
  const known = await tx
    .selectFrom('case_event')
    .select(['ordinal', 'what', 'step', 'actor', 'messageId', 'values'])
    .where('caseId', '=', caseId)
    .where('ordinal', '>=', told.from)
    .orderBy('seq')
    .execute()
  const last = new Map(known.map(({ ordinal, ...event }) => [ordinal, event]))
  const differs = numbered.findIndex(({ ordinal, at: _, ...event }) => {
    const before = last.get(ordinal)
    return !before || !isDeepStrictEqual(plain(event), plain(before))
  })
  return differs < 0 ? [] : numbered.slice(differs)
}

/** As Postgres gives it back: what is missing is null. */
const plain = ({ what, step, actor, messageId, values }: Partial<Record<keyof CaseHappening, unknown>>): unknown =>
  JSON.parse(
    JSON.stringify({
      what,
      step: step ?? null,
      actor: actor ?? null,
      messageId: messageId ?? null,
      values: values ?? null,
    }),
  )
