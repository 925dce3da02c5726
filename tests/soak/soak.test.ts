import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RefundDeps } from '../../activities/payments/refunds.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { moneyHands } from '../hands.ts'
import { stack } from '../stack.ts'
import { heal } from './disasters.ts'
import { wave } from './schedule.ts'
import { live } from './wave.ts'

/** `npm run soak` lives through 2 000 schedules and more, the tests through a few; SOAK_SEED repeats a run. */
const whole = process.env['SOAK'] === 'whole'
const [waves, payers] = whole ? [110, 40] : [2, 10]
const seed = Number(process.env['SOAK_SEED'] ?? 20_261_127)

let database: Database
let hands: RefundDeps
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 10)
  hands = moneyHands(database.db)
})
afterAll(async () => {
  await heal()
  await database.close()
})

test(
  'whatever breaks, and whoever does what: gateway, orders and ledger agree to the haléř',
  { timeout: 0 },
  async () => {
    let schedules = 0
    await fc.assert(
      fc.asyncProperty(wave(payers), async one => {
        schedules += one.schedules.length
        if (whole)
          console.log(`${schedules} schedules, now ${one.schedules.length} beside ${one.disasters.length} disasters`)
        const wrong = await live(hands, one)
        // shrinking takes long; whoever watches reads at once what went wrong
        if (whole && wrong.length > 0) console.log(wrong.join('\n'))
        expect(wrong).toEqual([])
      }),
      { seed, numRuns: waves, verbose: 1, ...(!whole && { interruptAfterTimeLimit: 240_000, endOnFailure: true }) },
    )
    expect(schedules).toBeGreaterThanOrEqual(whole ? 2_000 : 2)
  },
)
