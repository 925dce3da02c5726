import fc from 'fast-check'

/** What a payer, the cash desk or a bank does about one debt, in order. A move that the portal refuses is a move all the same. */
export type Move =
  | { do: 'pay'; card: 'pays' | 'declined' | 'noFunds' | 'refundFails'; bank?: 'refuse' }
  | { do: 'bring-other'; amount?: number; currency?: 'eur' }
  | { do: 'come-back' }
  | { do: 'withdraw' }
  | { do: 'pay-at-desk' }
  | { do: 'file-again' }
  | { do: 'dispute'; verdict: 'won' | 'lost' }
  | { do: 'refund-outside'; percent: number }
  | { do: 'wait'; ms: number }

export interface Schedule {
  /** Haléře owed. */
  amount: number
  moves: Move[]
}

/** What happens to the machines meanwhile; `for` is how long it lasts, in milliseconds. */
export type Disaster =
  | { kind: 'webhooks'; does: 'hold' | 'drop' | 'duplicate' | 'delay' | 'reorder' | 'forge' }
  | { kind: 'gateway'; does: 'timeout' | 'reset' | 'status'; when: 'before' | 'after'; status: 429 | 500 | 503 }
  | { kind: 'gateway-down' }
  | { kind: 'kill'; part: 'worker' | 'api' }
  | { kind: 'stop'; part: 'temporal' | 'postgres' }

export interface Wave {
  schedules: Schedule[]
  disasters: { after: number; for: number; what: Disaster }[]
  /** For whatever clerks decide. */
  seed: number
}

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('pay' as const), card: fc.constant('pays' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('pay' as const),
      card: fc.constantFrom('declined' as const, 'noFunds' as const, 'refundFails' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.record({ do: fc.constant('bring-other' as const), currency: fc.constant('eur' as const) }),
      fc.record({ do: fc.constant('bring-other' as const), amount: fc.integer({ min: 1_500, max: 200_000 }) }),
    ),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'come-back' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'withdraw' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'pay-at-desk' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'file-again' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('dispute' as const),
      verdict: fc.constantFrom('won' as const, 'lost' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('refund-outside' as const), percent: fc.integer({ min: 1, max: 100 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 400 }) }) },
)

const schedule: fc.Arbitrary<Schedule> = fc.record({
  amount: fc.integer({ min: 1_500, max: 900_000 }),
  moves: fc.array(move, { minLength: 1, maxLength: 6 }),
})

const disaster: fc.Arbitrary<Disaster> = fc.oneof(
  fc.record({
    kind: fc.constant('webhooks' as const),
    does: fc.constantFrom('hold', 'drop', 'duplicate', 'delay', 'reorder', 'forge'),
  }),
  fc.record({
    kind: fc.constant('gateway' as const),
    does: fc.constantFrom('timeout', 'reset', 'status'),
    when: fc.constantFrom('before', 'after'),
    status: fc.constantFrom(429, 500, 503),
  }),
  fc.constant({ kind: 'gateway-down' as const }),
  fc.record({ kind: fc.constant('kill' as const), part: fc.constantFrom('worker', 'api') }),
  fc.record({ kind: fc.constant('stop' as const), part: fc.constantFrom('temporal', 'postgres') }),
)

/** So many payers at once, and what breaks meanwhile. Shrinks to the fewest payers, moves and disasters that still go wrong. */
export const wave = (payers: number): fc.Arbitrary<Wave> =>
  fc.record({
    schedules: fc.array(schedule, { minLength: 1, maxLength: payers, size: 'max' }),
    disasters: fc.array(
      fc.record({
        after: fc.integer({ min: 0, max: 1_500 }),
        for: fc.integer({ min: 50, max: 1_200 }),
        what: disaster,
      }),
      { maxLength: 4 },
    ),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
  })
