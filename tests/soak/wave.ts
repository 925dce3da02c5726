import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { pino } from 'pino'
import { exportPayments } from '../../activities/ledger/exchange/hand-over.ts'
import type { RefundDeps } from '../../activities/payments/refunds.ts'
import { sweepPayments } from '../../activities/payments/sweep.ts'
import type { Db } from '../../db/database.ts'
import { seeded } from '../../dev/demo/random.ts'
import { stack } from '../stack.ts'
import { skipTime } from '../temporal.ts'
import { clerks } from './clerks.ts'
import { heal, strike } from './disasters.ts'
import { act, payerOf } from './payers.ts'
import type { Wave } from './schedule.ts'
import { breaches } from './truth.ts'

const { controls } = stack.gateway
const log = pino({ level: 'silent' })
/** So long everything may take to come to rest. */
const patienceMs = 120_000

/** Lives through a wave: payers act while machines break, then all is mended, clerks decide, time runs out. Gives what does not hold. */
export async function live(hands: RefundDeps, { schedules, disasters, seed }: Wave): Promise<string[]> {
  const { db } = hands
  const payers = await Promise.all(schedules.map(schedule => payerOf(db, schedule)))
  const people = await idsOf(
    hands,
    payers.map(({ debt }) => debt),
  )
  const office = await clerks(db, seeded(seed))
  await Promise.all([strike(disasters), ...payers.map(payer => act(() => db, payer))])
  await heal()
  // the nightly run comes while much has no end yet
  await exportPayments(db, 'soak')
  for (const { id, verdict } of payers.flatMap(({ disputes }) => disputes)) await controls.closeDispute(id, verdict)
  const end = Date.now() + patienceMs
  // Nothing may move for a moment and news still be on its way, so what does not hold counts when it does not mend itself.
  for (;;) {
    for (let quiet = 0; quiet < 2 && Date.now() < end;) quiet = (await settle(hands, people, office)) ? quiet + 1 : 0
    await exportPayments(db, 'soak')
    const wrong = await breaches(db, people)
    if (wrong.length === 0 || Date.now() >= end) return wrong
  }
}

async function idsOf({ db }: RefundDeps, debts: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('liability as l')
    .innerJoin('person as p', 'p.subjectId', 'l.subjectId')
    .select('p.id')
    .where('l.id', 'in', [...debts])
    .execute()
  return rows.map(({ id }) => id)
}

/** One round towards rest: what is late comes, the sweep looks, unpaid pages run out, tasks are decided. True when nothing moved. */
async function settle(
  hands: RefundDeps,
  people: readonly string[],
  office: Awaited<ReturnType<typeof clerks>>,
): Promise<boolean> {
  await controls.sweep()
  await controls.hurry()
  await controls.settled(30_000)
  await hands.db.deleteFrom('gateway_cursor').where('name', '=', 'turn').execute()
  const swept = await sweepPayments(hands, log, new Date(Date.now() + 15 * 60_000))
  // the API looks for what the sweep found every few seconds
  if (swept && swept.events > 0) await setTimeout(6_000)
  const cases = await hands.db
    .selectFrom('case')
    .select(['id', 'state', 'open'])
    .where('personId', 'in', [...people])
    .execute()
  const decided = await office.decideAll(cases.map(({ id }) => id))
  const open = cases.filter(({ state }) => state !== 'closed')
  for (const one of open) if (one.open.some(step => step.kind === 'pay')) await skipTime(one.id).catch(() => undefined)
  const waiting = await hurryMessages(hands.db, cases)
  const moving = decided + waiting + open.length > 0 || Object.values(swept ?? {}).some(n => n > 0)
  await setTimeout(moving ? 300 : 50)
  return !moving
}

/** What its case has not answered is told again now, not in half a minute. Gives how many there are. */
async function hurryMessages(db: Db, cases: readonly { id: string }[]): Promise<number> {
  if (cases.length === 0) return 0
  const { numUpdatedRows } = await db
    .updateTable('message')
    .set({ nextAt: sql<Date>`least(next_at, now() + interval '1 second')` })
    .where(
      'caseId',
      'in',
      cases.map(({ id }) => id),
    )
    .where('state', 'in', ['stored', 'told'])
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
