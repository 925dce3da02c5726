import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { Value } from 'typebox/value'
import type { Db } from '../../../db/database.ts'
import { DayBucket, DayTotals, type DayKind, type DayTotal } from '../../contract.ts'
import { entriesOf } from './entries.ts'

const sides = ['gateway', 'orders', 'ledger', 'bank'] as const

/** Which sides know money of a kind: only those are compared. */
const knownTo: Record<DayKind, readonly (typeof sides)[number][]> = {
  card: ['gateway', 'orders', 'ledger'],
  transfer: ['ledger', 'bank'],
  cash: ['ledger'],
  'card-back': ['gateway', 'orders', 'ledger'],
  'transfer-back': ['orders', 'ledger'],
  account: ['bank'],
}
const kinds: readonly DayKind[] = ['card', 'transfer', 'cash', 'card-back', 'transfer-back', 'account']

/** Buckets that should be empty: who closes a day in spite of them says why. */
const unclear: readonly string[] = [
  'not-posted',
  'differs',
  'untold',
  'unknown',
  'overpaid',
  'refund-waiting',
] satisfies DayBucket[]
const isUnclear = (bucket: string) => unclear.includes(bucket)

/** Whether all sides agree, payment by payment and not only in sum. */
export const agrees = ({ kinds: totals }: DayTotals): boolean =>
  totals.every(one => one.difference === 0 && one.unclear === 0)

interface Group {
  kind: string
  bucket: string
  count: number
  sum: number
  sides: Record<(typeof sides)[number], { count: number; sum: number }>
}

/** The control totals of a day. `payouts` are the accounts from which the gateway pays out. */
export async function totalsOf(db: Db, day: string, payouts: readonly string[]): Promise<DayTotals> {
  const side = (name: string) => {
    const column = sql.ref(`e.${name}`)
    return sql`jsonb_build_object('count', count(${column}), 'sum', coalesce(sum(${column}), 0))`
  }
  const { rows } = await sql<Group>`
    select e.kind, e.bucket, count(*)::int as count, coalesce(sum(coalesce(e.bank, e.ledger, e.gateway, e.orders)), 0)::int8 as sum,
      jsonb_build_object(${sql.join(sides.flatMap(name => [sql.lit(name), side(name)]))}) as sides
    from ${entriesOf(day, payouts)} e group by e.kind, e.bucket`.execute(db)
  return { kinds: kinds.flatMap(kind => totalOf(kind, rows)), buckets: bucketsOf(rows) }
}

function totalOf(kind: DayKind, rows: readonly Group[]): DayTotal[] {
  const own = rows.filter(row => row.kind === kind)
  if (own.length === 0 && kind !== 'card' && kind !== 'transfer') return []
  const sumOf = (name: (typeof sides)[number]) => ({
    count: own.reduce((all, row) => all + row.sides[name].count, 0),
    sum: own.reduce((all, row) => all + row.sides[name].sum, 0),
  })
  const known = knownTo[kind]
  const sums = known.map(name => sumOf(name).sum)
  const of = (name: (typeof sides)[number]) => (known.includes(name) ? sumOf(name) : null)
  return [
    {
      ...{ kind, gateway: of('gateway'), orders: of('orders'), ledger: of('ledger'), bank: of('bank') },
      difference: Math.max(...sums) - Math.min(...sums),
      unclear: own.reduce((all, { bucket, count }) => all + (isUnclear(bucket) ? count : 0), 0),
    },
  ]
}

function bucketsOf(rows: readonly Group[]): DayTotals['buckets'] {
  return DayBucket.enum.flatMap(bucket => {
    const own = rows.filter(row => row.bucket === bucket)
    if (own.length === 0) return []
    const [count, sum] = [own.reduce((all, row) => all + row.count, 0), own.reduce((all, row) => all + row.sum, 0)]
    return [{ bucket, count, sum }]
  })
}

/** The control totals of several days together. `difference` adds up: what differs on one day is not mended by another. */
export function summed(days: readonly DayTotals[]): DayTotals {
  const all = days.flatMap(day => day.kinds)
  const totals = kinds.flatMap((kind): DayTotal[] => {
    const own = all.filter(one => one.kind === kind)
    if (own.length === 0) return []
    const sum = (of: (one: DayTotal) => number) => own.reduce((total, one) => total + of(one), 0)
    const side = (name: (typeof sides)[number]) =>
      knownTo[kind].includes(name)
        ? { count: sum(one => one[name]?.count ?? 0), sum: sum(one => one[name]?.sum ?? 0) }
        : null
    return [
      {
        ...{ kind, gateway: side('gateway'), orders: side('orders'), ledger: side('ledger'), bank: side('bank') },
        ...{ difference: sum(one => one.difference), unclear: sum(one => one.unclear) },
      },
    ]
  })
  const buckets = days.flatMap(day => day.buckets)
  return {
    kinds: totals,
    buckets: DayBucket.enum.flatMap(bucket => {
      const own = buckets.filter(one => one.bucket === bucket)
      if (own.length === 0) return []
      const sum = (of: 'count' | 'sum') => own.reduce((total, one) => total + one[of], 0)
      return [{ bucket, count: sum('count'), sum: sum('sum') }]
    }),
  }
}

/**
 * What stands for the totals of a day. That the gateway pays out later what it took is no change of the day: paid out or not is one here.
 */
export function sealOf({ kinds: totals, buckets }: DayTotals): string {
  const taken = buckets.filter(({ bucket }) => bucket === 'matched' || bucket === 'unsettled')
  const facts = {
    kinds: totals.map(({ kind, difference, ...one }) => [
      kind,
      difference,
      ...sides.map(name => [one[name]?.count, one[name]?.sum]),
    ]),
    taken: [taken.reduce((all, { count }) => all + count, 0), taken.reduce((all, { sum }) => all + sum, 0)],
    buckets: buckets.filter(one => !taken.includes(one)).map(({ bucket, count, sum }) => [bucket, count, sum]),
  }
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex')
}

/** Totals as they were frozen. Throws TypeError for what is none: a mistake of the portal. */
export function frozenTotals(stored: unknown): DayTotals {
  if (!Value.Check(DayTotals, stored)) throw new TypeError('These are no totals of a day.')
  return stored
}
