import { randomUUID } from 'node:crypto'
import { insertMandate, type NewMandate } from '../activities/mandates/rows.ts'
import type { CaseView } from '../api/contract.ts'
import type { Db } from '../db/database.ts'
import { json } from '../db/json.ts'
import type { RegisteredCompany, RegisteredPerson, Registers, Representation } from '../activities/registers/port.ts'
import { RegisterAway } from '../activities/registers/port.ts'
import { answer } from './deciding.ts'
import { seen } from './paying.ts'
import { holding } from './portal.ts'
import { resident, type Resident } from './residents.ts'
import type { Visitor } from './visitor.ts'

/** A resident with a browser. */
export interface Somebody extends Resident {
  who: Visitor
}
export async function somebody(db: Db, ...owes: number[]): Promise<Somebody> {
  const one = await resident(db, { owes })
  return { ...one, who: holding(one.cookie) }
}

/** A company of the city's records, which owes these amounts. */
export async function company(
  db: Db,
  ...owes: number[]
): Promise<{ subject: string; name: string; companyId: string; owes: string[] }> {
  const keeper = await resident(db, { owes, paired: false })
  const name = `Zkušební ${keeper.subject.slice(0, 8)} s.r.o.`
  const companyId = String(Math.floor(10_000_000 + Math.random() * 89_999_999))
  await db
    .updateTable('subject')
    .set({ kind: 'company', name, companyId, givenName: null, familyName: null, birthDate: null })
    .where('id', '=', keeper.subject)
    .execute()
  return { subject: keeper.subject, name, companyId, owes: keeper.owes }
}

const first = { given: 'Zkušební' }
/** The names and the birth date by which a resident is known. */
export const named = ({ name }: Pick<Resident, 'name'>) => ({
  givenName: first.given,
  familyName: name.slice(first.given.length + 1),
  birthDate: '1990-01-01',
})

/** A mandate that is valid now, straight in Postgres, as if it had been verified. Gives its id. */
export async function mandate(
  db: Db,
  principal: string,
  agent: Pick<Resident, 'id' | 'name'>,
  scope: NewMandate['scope'],
  more: Partial<NewMandate> = {},
): Promise<string> {
  const id = randomUUID()
  await db.transaction().execute(tx =>
    insertMandate(tx, {
      id,
      caseId: null,
      basis: 'poa',
      source: 'desk',
      principal,
      limit: null,
      signatures: 1,
      validFrom: '2020-01-01',
      validTo: null,
      scope,
      agents: [{ person: agent.id, name: agent.name, birthDate: null, accepted: true }],
      verified: { by: 'test', verification: { kind: 'original' } },
      ...more,
    }),
  )
  return id
}

export const paying: NewMandate['scope'] = [{ agenda: 'fee-payment', actions: ['view', 'pay'] }]

/** The form by which somebody grants a power of attorney to a resident, by their sign-in. */
export const grantTo = (agent: Pick<Resident, 'name'>, more: object = {}) => ({
  filer: 'principal',
  agent: named(agent),
  agendas: ['fee-payment'],
  may: ['view', 'pay'],
  validFrom: '2020-01-01',
  proof: 'online',
  consent: true,
  ...more,
})

export const file = (who: Visitor, agenda: string, data: unknown, principal?: string) =>
  who.post<CaseView>('/api/cases', { id: randomUUID(), agenda, data, ...(principal && { for: principal }) })

/** Files a power of attorney and gives the case once the agent is invited. */
export async function granted(
  principal: Somebody,
  agent: Somebody,
  more: object = {},
  inNameOf?: string,
): Promise<CaseView> {
  const { status, body } = await file(principal.who, 'power-of-attorney', grantTo(agent, more), inNameOf)
  if (status !== 201 && status !== 202) throw new Error(`It was not taken: ${status} ${JSON.stringify(body)}`)
  return seen(principal.who, body.id, view => view.open.some(step => step.step === 'acceptance'))
}

/** The invited person comes with the code that the principal hands over. */
export async function comesIn(who: Somebody, view: CaseView, role = 'agent') {
  const code = view.parties.find(party => party.role === role)?.code
  return who.who.post<CaseView>(`/api/cases/${view.id}/join`, { code })
}

/** Answers the one open step of that name. */
export async function answers(who: Visitor, id: string, step: string, data: unknown): Promise<CaseView> {
  const view = await seen(who, id, ({ open }) => open.some(one => one.step === step && one.mine))
  const key = view.open.find(one => one.step === step && one.mine)?.key ?? ''
  const { status, body } = await answer(who, id, key, data)
  if (status !== 200 && status !== 202) throw new Error(`${step} was not taken: ${status} ${JSON.stringify(body)}`)
  return body
}

export const approval = { verdict: 'approve', readable: true, signature: true }

/** Registers that say what a test wants; `away` until it is told to answer. */
export class TestRegisters implements Registers {
  people = new Map<string, RegisteredPerson>()
  companies = new Map<string, RegisteredCompany>()
  represents: Representation[] = []
  away = false

  #ask<T>(answered: () => T): Promise<T> {
    return this.away ? Promise.reject(new RegisterAway('test', 'it is switched off')) : Promise.resolve(answered())
  }
  person: Registers['person'] = ({ familyName }) => this.#ask(() => this.people.get(familyName) ?? null)
  company: Registers['company'] = id => this.#ask(() => this.companies.get(id) ?? null)
  representations: Registers['representations'] = () => this.#ask(() => this.represents)
  addresses: Registers['addresses'] = () => this.#ask(() => [])

  /** A company as ROS knows one, with a body that signs by so many. */
  register(
    it: { companyId: string; name: string },
    signatures: number,
    members: Resident[],
    dissolved: string | null = null,
  ) {
    this.companies.set(it.companyId, {
      ...it,
      legalForm: 's.r.o.',
      address: { city: 'Kladno' },
      dataBoxId: null,
      dissolved,
      body: { signatures, members: members.map(one => ({ ...named(one), function: 'jednatel', since: '2020-01-01' })) },
    })
  }
}

/** The case of a power of attorney, as far as the engine is not needed for it: for trying the city's hands alone. */
export async function caseRow(
  db: Db,
  person: string,
  more: { subjectId?: string; mandateId?: string } = {},
): Promise<string> {
  const id = randomUUID()
  const { hash } = await db
    .selectFrom('definition')
    .select('hash')
    .where('agenda', '=', 'power-of-attorney')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('case')
    .values({
      id,
      number: `TEST-${id}`,
      agenda: 'power-of-attorney',
      definition: hash,
      personId: person,
      state: 'open',
      open: json([]),
      ...more,
    })
    .execute()
  return id
}
