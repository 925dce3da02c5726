import fc from 'fast-check'
import { actions, bases, states, type Act, type Action, type MandateFacts } from '../activities/mandates/rules.ts'

/** Who and what a random story of mandates is about. */
export interface World {
  people: string[]
  principals: string[]
  agendas: string[]
}
const names = (prefix: string, most: number) =>
  fc.integer({ min: 1, max: most }).map(count => Array.from({ length: count }, (_, n) => `${prefix}${n}`))

export const world: fc.Arbitrary<World> = fc.record({
  people: names('person', 4),
  principals: names('principal', 3),
  agendas: fc.constant(['fee-payment', '_example', 'account-pairing']),
})

/** Days around the one on which things happen. */
const days = ['2026-06-13', '2026-06-14', '2026-06-15', '2026-06-16', '2026-06-17']
const anyDay = fc.constantFrom(...days)
const amounts = [1, 5000, 5001, 100_000]

const scope = ({ agendas }: World): fc.Arbitrary<{ agenda: string; actions: Action[] }[]> =>
  fc.uniqueArray(
    fc.record({
      agenda: fc.constantFrom('*', ...agendas),
      actions: fc.subarray([...actions], { minLength: 1 }),
    }),
    { selector: line => line.agenda, minLength: 1, maxLength: 3 },
  )

export const mandates = (it: World): fc.Arbitrary<MandateFacts[]> =>
  fc.array(
    fc
      .record({
        id: fc.uuid({ version: 4 }),
        basis: fc.constantFrom(...bases),
        principal: fc.constantFrom(...it.principals),
        state: fc.constantFrom('active' as const, 'active' as const, ...states),
        verified: fc.boolean(),
        from: anyDay,
        to: fc.option(anyDay),
        limit: fc.option(fc.constantFrom(5000, 100_000)),
        signatures: fc.constantFrom(1, 1, 2),
        scope: scope(it),
        agents: fc.uniqueArray(fc.record({ person: fc.constantFrom(...it.people), accepted: fc.boolean() }), {
          selector: agent => agent.person,
          minLength: 1,
          maxLength: 2,
        }),
      })
      .map(({ from, to, verified, state, ...rest }) => ({
        ...rest,
        state,
        // Postgres lets nothing be active that nobody has verified
        verified: verified || state === 'active' || state === 'suspended',
        validFrom: to !== null && to < from ? to : from,
        validTo: to !== null && to < from ? from : to,
      })),
    { maxLength: 5 },
  )

export const acts = (it: World): fc.Arbitrary<Act[]> =>
  fc.array(
    fc.record(
      {
        person: fc.constantFrom(...it.people),
        principal: fc.constantFrom(...it.principals),
        agenda: fc.constantFrom(...it.agendas),
        action: fc.constantFrom(...actions),
        amount: fc.constantFrom(...amounts),
        day: anyDay,
        signing: fc.constantFrom(1, 2),
      },
      { requiredKeys: ['person', 'principal', 'agenda', 'action', 'day'] },
    ),
    { minLength: 1, maxLength: 12 },
  )

/** The law once more, as one sentence and nothing else: what the rules are measured by. */
export const isAllowed = (m: MandateFacts, a: Act): boolean =>
  m.principal === a.principal &&
  m.agents.some(agent => agent.person === a.person && agent.accepted) &&
  m.verified &&
  m.state === 'active' &&
  m.validFrom <= a.day &&
  (m.validTo === null || a.day <= m.validTo) &&
  m.scope.some(
    line => ['*', a.agenda].includes(line.agenda) && (a.action === 'view' || line.actions.includes(a.action)),
  ) &&
  (!['file', 'sub-delegate'].includes(a.action) || (a.signing ?? 1) >= m.signatures) &&
  (m.limit === null || a.amount === undefined || a.amount <= m.limit)
