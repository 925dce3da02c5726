import type { CaseView, Mandates } from '../../api/contract.ts'
import type { Db } from '../../db/database.ts'
import { answer, decide, officer } from '../deciding.ts'
import { company, file, mandate, named } from '../mandating.ts'
import { seen } from '../paying.ts'
import { holding } from '../portal.ts'
import { resident, type Resident } from '../residents.ts'
import { stack } from '../stack.ts'
import type { Visitor } from '../visitor.ts'

/** Powers of attorney in the states that pages show: whose they are, and where they lie. */
export interface MandateScenes {
  principal: Resident
  agent: Resident
  /** Granted and verified: its id, for both sides. */
  valid: { mandate: string; view: CaseView }
  /** Granted, and the agent has not come yet: as the principal sees the case, with the code to hand over. */
  waiting: { view: CaseView; code: string }
  /** The agent has come and is asked. */
  asked: CaseView
  /** Suspended by an official, with a reason. */
  suspended: { mandate: string; principal: Resident; agent: Resident }
  /** A company whose two directors sign together: filed by one of them, and waiting for the other. */
  joint: { director: Resident; other: Resident; subject: string; view: CaseView }
  /** Given up by the agent. */
  ended: { mandate: string; principal: Resident; agent: Resident }
}

export async function mandateScenes(db: Db): Promise<MandateScenes> {
  const [principal, other, agent, former] = await Promise.all([
    resident(db, { owes: [78_000, 52_000] }),
    resident(db, { owes: [12_000] }),
    resident(db, { owes: [31_000] }),
    resident(db),
  ])
  const clerk = await officer(db, 'finance')
  const valid = await granted(principal, agent, clerk)
  const ended = await granted(other, former, clerk)
  await holding(former.cookie).post(`/api/mandates/${ended.mandate}/revoke`, { id: crypto.randomUUID() })
  const [doubtful, held] = [await resident(db, { owes: [9_000] }), await resident(db)]
  const suspended = await granted(doubtful, held, clerk)
  const reason = 'Zmocnitel nám volal, že listinu nepodepsal. Přijďte prosím oba s občanským průkazem.'
  await clerk.post(`/api/office/mandates/${suspended.mandate}/suspend`, { reason })
  const joint = await together(db)
  const second = await grant(other, agent)
  await come(agent, second.view.id, second.code)
  const asked = await seen(holding(agent.cookie), second.view.id, view => view.open.some(step => step.mine))
  const waiting = await grant(principal, former)
  return {
    principal,
    agent,
    valid,
    waiting,
    asked,
    joint,
    suspended: { mandate: suspended.mandate, principal: doubtful, agent: held },
    ended: { mandate: ended.mandate, principal: other, agent: former },
  }
}

/** A power of attorney that is valid: granted, accepted, verified. */
async function granted(principal: Resident, agent: Resident, clerk: Visitor) {
  const { view, code } = await grant(principal, agent)
  const who = holding(agent.cookie)
  await come(agent, view.id, code)
  const asked = await seen(who, view.id, ({ open }) => open.some(step => step.mine))
  await answer(who, view.id, asked.open.find(step => step.mine)?.key ?? '', { accept: 'yes' })
  await decide(clerk, view.id, { verdict: 'approve', readable: true, signature: true })
  const done = await seen(who, view.id, ({ mandate }) => mandate !== null)
  const { body } = await who.get<Mandates>('/api/mandates')
  const mandate = body.mandates.find(one => one.case === view.id)
  if (mandate?.state !== 'active') throw new Error(`The mandate is ${mandate?.state ?? 'not there'}.`)
  return { mandate: mandate.id, view: done }
}

/** The principal grants it online; without an e-mail the code is theirs to hand over. */
async function grant(principal: Resident, agent: Resident): Promise<{ view: CaseView; code: string }> {
  const who = holding(principal.cookie)
  const [givenName = '', ...family] = agent.name.split(' ')
  const data = {
    filer: 'principal',
    agent: { givenName, familyName: family.join(' '), birthDate: '1990-01-01' },
    may: ['view', 'pay'],
    agendas: ['fee-payment'],
    limit: 200_000,
    validFrom: new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Prague' }).format(new Date()),
    proof: 'online',
    consent: true,
  }
  const { status, body } = await who.post<CaseView>('/api/cases', {
    id: crypto.randomUUID(),
    agenda: 'power-of-attorney',
    data,
  })
  if (status >= 300) throw new Error(`The power was not taken: ${status} ${JSON.stringify(body)}`)
  const view = await seen(who, body.id, ({ parties }) => parties.some(({ code }) => code !== null))
  return { view, code: view.parties.find(party => party.code)?.code ?? '' }
}

async function together(db: Db): Promise<MandateScenes['joint']> {
  const [director, other, firm] = [await resident(db), await resident(db), await company(db)]
  await stack.registers.controls.enter({ companies: [inRegister(firm, [director, other])] })
  const scope = [{ agenda: '*', actions: ['view', 'pay', 'file', 'receive'] as const }]
  for (const one of [director, other])
    await mandate(db, firm.subject, one, scope, { basis: 'statutory', source: 'register', signatures: 2 })
  const who = holding(director.cookie)
  const { body } = await file(who, '_example', { reader: 'Eva Nová', age: 'adult' }, firm.subject)
  const view = await seen(who, body.id, ({ parties }) => parties.length > 0)
  return { director, other, subject: firm.subject, view }
}

/** A company as the register of persons knows it, whose whole body signs together. */
export const inRegister = (firm: { companyId: string; name: string }, members: { name: string }[]) => ({
  ...{ companyId: firm.companyId, name: firm.name, legalForm: 's.r.o.', address: { city: 'Kladno' } },
  ...{ dataBoxId: null, dissolved: null },
  body: {
    signatures: members.length,
    members: members.map(one => ({ ...named(one), function: 'jednatel', since: '2020-01-01' })),
  },
})

async function come(agent: Resident, caseId: string, code: string) {
  const { status } = await holding(agent.cookie).post(`/api/cases/${caseId}/join`, { code })
  if (status >= 300) throw new Error(`The invited one was not let in: ${status}`)
}
