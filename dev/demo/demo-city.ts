import { addDays, type Day } from '../../city/calendar.ts'
import type { City } from '../../city/city.ts'
import type { LiabilityKind } from '../../city/schema.ts'
import { typeset } from '../../city/typeset.ts'
import { worldOf } from '../../activities/ledger/port.ts'
import { companyStories } from './companies.ts'
import { demoAccounts, demoMandates } from './mandates.ts'
import { neighbourStories } from './neighbours.ts'
import { demoOfficials } from './officials.ts'
import { overpaid, paymentRows } from './payments.ts'
import { owed, type Demo, type Prescription } from './prescription.ts'
import { seeded } from './random.ts'
import type { DemoCity, LiabilityRow } from './rows.ts'
import { namedStories } from './stories.ts'
import { demoSubjects } from './subjects.ts'

/** The first two digits of a variable symbol say the kind, the rest the payer: it is permanent for both. */
const symbolOf: Record<LiabilityKind, string> = {
  waste: '11',
  dog: '12',
  fine: '21',
  'specified-amount': '22',
  sewerage: '31',
  'flat-rent': '41',
  'premises-rent': '42',
}
const seriesOf: Record<LiabilityKind, string> = {
  waste: 'ODP',
  dog: 'PES',
  fine: 'POK',
  'specified-amount': 'URC',
  sewerage: 'STO',
  'flat-rent': 'BYT',
  'premises-rent': 'NEB',
}

/** The chance behind the made-up people: registers and ledger know the same ones. */
export const demoSeed = 53_2053

/**
 * The demo city as it stands on `today`: made-up people and companies, what they owe by the city's rates, and what they paid. The same
 * seed and day give the same city. Some debts are always due soon, some overdue, and one call may still be paid in time.
 */
export function demoCity(city: City, today: Day, seed = demoSeed): DemoCity {
  const random = seeded(seed)
  const subjects = demoSubjects(random, today)
  const demo: Demo = { random, city, today, subjects }
  const prescriptions = [...namedStories(demo), ...companyStories(demo), ...neighbourStories(demo)]
    .toSorted((a, b) => (a.issued < b.issued ? -1 : a.issued > b.issued ? 1 : 0))
    .flatMap((p, at) => reissued(demo, p, at))
  const rows = prescriptions.map((p, at) => ({ p, row: liabilityRow(demo, p, at) }))
  const paid = paymentRows(demo, rows)
  return {
    officials: demoOfficials(city),
    subjects,
    accounts: demoAccounts(subjects),
    mandates: demoMandates(subjects, today),
    liabilities: rows.map(({ row }) => row),
    accessories: rows.flatMap(({ p, row }) =>
      (p.accessories ?? []).map(line => ({ ...line, id: random.uuid(), liabilityId: row.id })),
    ),
    ...paid,
    payments: [...paid.payments, overpaid(demo)],
  }
}

/** Some prescriptions were first issued wrongly: cancelled, and issued again with a new number and the same symbol. */
function reissued({ random }: Demo, p: Prescription, at: number): Prescription[] {
  const twice = at % 61 === 17 && p.principal > 0 && !p.fate.state && (p.kind === 'waste' || p.kind === 'dog')
  if (!twice) return [p]
  const { accessories: _, ...first } = { ...p, principal: p.principal + random.int(1, 3) * 6_500 }
  return [{ ...first, fate: { state: 'cancelled' } }, p]
}

function liabilityRow({ random, city, today, subjects }: Demo, p: Prescription, at: number): LiabilityRow {
  const { subject, accessories = [], fate, ...line } = p
  const paid = (fate.paid ?? []).reduce((sum, { amount }) => sum + amount, 0)
  const writtenOff = fate.writtenOff ?? 0
  const open = paid + writtenOff < owed(p)
  return {
    ...line,
    description: { cs: typeset(p.description.cs, 'cs'), en: typeset(p.description.en, 'en') },
    id: random.uuid(),
    subjectId: subject.id,
    number: `${seriesOf[p.kind]}-${p.year}-${String(10_000 + at)}`,
    world: worldOf[p.kind],
    instalment: p.instalment ?? 1,
    instalments: p.instalments ?? 1,
    concerns: p.concerns ?? null,
    specificSymbol: p.specificSymbol ?? null,
    variableSymbol: symbolOf[p.kind] + String(1_000_137 + 911 * subjects.indexOf(subject)).padStart(8, '0'),
    account: city.accounts[p.kind].iban,
    accessories: accessories.reduce((sum, { amount }) => sum + amount, 0),
    paid,
    writtenOff,
    state: fate.state ?? (open ? 'open' : 'settled'),
    // the nightly batch of the city's accounting
    asOf: `${addDays(today, -1)}T21:30:00.000Z`,
  }
}
