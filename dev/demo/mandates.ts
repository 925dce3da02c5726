import { derivedId } from '../../activities/ids.ts'
import type { NewMandate } from '../../activities/mandates/rows.ts'
import { lastDayOfMinority } from '../../activities/mandates/granting.ts'
import { representationId } from '../../activities/mandates/representations.ts'
import { actions } from '../../activities/mandates/rules.ts'
import { addDays, type Day } from '../../city/calendar.ts'
import { people } from '../identity/people.ts'
import type { DemoPerson } from '../identity/person.ts'
import { subjectOf, type DemoSubject } from './subjects.ts'

/** Somebody who has signed in before, so that a mandate can name their account; the next sign-in leads to it by the verified data. */
export interface DemoAccount {
  id: string
  person: DemoPerson
  subject: string
}

/** Those who act for others in the demo, by the keys of people. */
const agents = ['martin-svoboda', 'tomas-pokorny', 'lenka-prochazkova', 'jan-novak-kleinerova']

export const demoAccounts = (subjects: readonly DemoSubject[]): DemoAccount[] =>
  agents.map(key => {
    const person = people.find(one => one.key === key)
    if (!person) throw new RangeError(`The demo has no person “${key}”.`)
    return { id: derivedId('demo account', key), person, subject: subjectOf(subjects, key).id }
  })

const everything = [{ agenda: '*', actions }]

/**
 * Whom they act for: a father for his daughter and a director for his company, as the registers say; the company's bookkeeper, who
 * sees and pays up to a limit; and a son who looks after his father's debts, by a paper that ends in a few weeks.
 */
export function demoMandates(subjects: readonly DemoSubject[], today: Day): NewMandate[] {
  const accounts = demoAccounts(subjects)
  const agent = (key: string): NewMandate['agents'][number] & { person: string } => {
    const found = accounts.find(({ person }) => person.key === key)
    if (!found) throw new RangeError(`The demo has no account of “${key}”.`)
    const { givenName, familyName, birthdate } = found.person
    return { person: found.id, name: `${givenName} ${familyName}`, birthDate: birthdate, accepted: true }
  }
  const joinery = subjectOf(subjects, 'joinery')
  const daughter = subjectOf(subjects, 'anezka-svobodova')
  const [martin, tomas] = [agent('martin-svoboda'), agent('tomas-pokorny')]
  const byLaw = { caseId: null, source: 'register' as const, limit: null, signatures: 1, scope: everything }
  const byPaper = { caseId: null, basis: 'poa' as const, source: 'paper' as const, signatures: 1 }
  const verified = (kind: 'legalisation' | 'original') => ({
    by: 'petra-nemcova',
    verification: { kind, by: 'Petra Němcová', day: addDays(today, -340) },
  })
  const register = (name: 'ROB' | 'ROS', number: string) => ({
    by: name,
    verification: { kind: 'register' as const, number, by: name, day: addDays(today, -3) },
  })
  const relation = { rob: 'rob-martin-svoboda-anezka-svobodova', ros: `ros-${joinery.companyId ?? ''}` }
  const born = daughter.birthDate ?? today
  const until = lastDayOfMinority(born)
  return [
    {
      ...byLaw,
      ...{
        id: representationId(martin.person, {
          register: 'ROB',
          id: relation.rob,
          validFrom: born,
          validTo: until,
          signatures: 1,
        }),
      },
      ...{ basis: 'parent', principal: daughter.id, validFrom: born, validTo: until, agents: [martin] },
      verified: register('ROB', relation.rob),
    },
    {
      ...byLaw,
      ...{
        id: representationId(tomas.person, {
          register: 'ROS',
          id: relation.ros,
          validFrom: '2011-04-01',
          validTo: null,
          signatures: 1,
        }),
      },
      ...{ basis: 'statutory', principal: joinery.id, validFrom: '2011-04-01', validTo: null, agents: [tomas] },
      verified: register('ROS', relation.ros),
    },
    {
      ...byPaper,
      ...{ id: derivedId('demo mandate', 'bookkeeper'), principal: joinery.id, limit: 5_000_000 },
      ...{ validFrom: addDays(today, -340), validTo: null, agents: [agent('lenka-prochazkova')] },
      scope: [{ agenda: 'fee-payment', actions: ['view', 'pay'] }],
      verified: verified('original'),
    },
    {
      ...byPaper,
      ...{ id: derivedId('demo mandate', 'son'), principal: subjectOf(subjects, 'josef-novak').id, limit: null },
      ...{ validFrom: addDays(today, -340), validTo: addDays(today, 24), agents: [agent('jan-novak-kleinerova')] },
      scope: [
        { agenda: 'fee-payment', actions: ['view', 'pay', 'receive'] },
        { agenda: 'dog-fee', actions: ['view', 'file', 'receive'] },
      ],
      verified: verified('legalisation'),
    },
  ]
}
