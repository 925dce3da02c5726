import { sql } from 'kysely'
import type { Db } from '../../../db/database.ts'
import type { DayTotals, StandingDay } from '../../contract.ts'
import { frozenTotals, sealOf, totalsOf } from '../days/totals.ts'

/** A day with what was frozen when it was closed, else with what it is now. */
export type Standing = StandingDay & { totals: DayTotals }

/**
 * The first day that is to be closed: the first that anybody has closed, or else the first on which money moved. Null while none has.
 */
export async function firstDay(db: Db): Promise<string | null> {
  const { rows } = await sql<{ first: string | null }>`
    select coalesce((select min(day) from day_closing where state <> 'withdrawn'), least(
      (select (min(paid_at) at time zone 'Europe/Prague')::date from payment_order where paid_at is not null),
      (select (min(paid_at) at time zone 'Europe/Prague')::date from payment where channel = 'card'),
      (select (min(paid_at) at time zone 'Europe/Prague')::date from payment where channel = 'cash'),
      (select min(credited_on) from payment where channel = 'bank'),
      (select min(booked_on) from bank_line))) as first`.execute(db)
  return rows[0]?.first ?? null
}

/** Days of a span on which money moved, in order, with how the closing of each stands. */
export async function moneyDays(
  db: Db,
  from: string,
  to: string,
): Promise<{ day: string; state: 'proposed' | 'confirmed' | null; frozen: unknown }[]> {
  const { rows } = await sql<{ day: string; state: string | null; frozen: unknown }>`
    select d as day, c.state, c.totals as frozen from money_days(${from}::date, ${to}::date) d
    left join day_closing c on c.day = d and c.state <> 'withdrawn' order by d`.execute(db)
  return rows.map(({ state, ...row }) => ({
    ...row,
    state: state === 'proposed' || state === 'confirmed' ? state : null,
  }))
}

/** How a day stands beside what is known now. */
export async function standingOf(
  db: Db,
  { day, state, frozen }: Awaited<ReturnType<typeof moneyDays>>[number],
  payouts: readonly string[],
): Promise<Standing> {
  const now = await totalsOf(db, day, payouts)
  const closed = state === 'confirmed' ? frozenTotals(frozen) : undefined
  const totals = closed ?? now
  return {
    ...{ day, totals, state: closed && sealOf(closed) !== sealOf(now) ? 'changed' : (state ?? 'open') },
    ledger: {
      count: totals.kinds.reduce((all, { kind, ledger }) => all + (came(kind) ? (ledger?.count ?? 0) : 0), 0),
      sum: totals.kinds.reduce((all, { kind, ledger }) => all + (came(kind) ? (ledger?.sum ?? 0) : 0), 0),
    },
    differs: totals.kinds.flatMap(({ kind, difference, unclear }) =>
      difference !== 0 || unclear !== 0 ? [{ kind, difference, unclear }] : [],
    ),
  }
}

/** Kinds of money that comes in. */
const came = (kind: string) => kind === 'card' || kind === 'transfer' || kind === 'cash'
