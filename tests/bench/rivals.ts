/**
 * The same decision journey on rival engines, measured in November 2026 on 2 shared vCPUs with Postgres 15 (docs/performance.md says
 * how): without HTTP, sessions, audit or views in front, by the same closed loop. Cases/s, median ms until the filing was
 * acknowledged at 1, 8 and 32 people at once, and CPU ms a case at 8.
 */
export interface Rival {
  name: string
  perSecond: [number, number, number]
  acknowledged: [number, number, number]
  cpu: number
}

export const rivals: readonly Rival[] = [
  { name: 'hand-written SQL (the floor)', perSecond: [608, 999, 875], acknowledged: [0.4, 2, 8.9], cpu: 0.9 },
  { name: 'DBOS 5.3', perSecond: [75, 100, 98], acknowledged: [2.6, 15, 59], cpu: 17 },
  { name: 'Operaton 1.0.3, synchronous', perSecond: [64, 144, 122], acknowledged: [4.1, 14.6, 51], cpu: 13 },
  { name: 'Restate 1.7.12', perSecond: [47, 96, 117], acknowledged: [3.4, 12, 34], cpu: 19 },
  { name: 'Flowable 7.2 async', perSecond: [27, 67, 47], acknowledged: [7.6, 23, 60], cpu: 29 },
  { name: 'Temporal, update with reply', perSecond: [12.1, 21.1, 25.3], acknowledged: [46, 203, 704], cpu: 84 },
  { name: 'Temporal, stored first, told by signal', perSecond: [15, 31, 30], acknowledged: [1.4, 2.4, 2.2], cpu: 55 },
]
