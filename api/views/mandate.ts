import { sql } from 'kysely'
import { hasEnded, type Action } from '../../activities/mandates/rules.ts'
import { findingWords, stateWords } from '../../activities/mandates/words.ts'
import type { KnownMandate } from '../../activities/mandates/rows.ts'
import type { Db } from '../../db/database.ts'
import { agendas } from '../../workflows/agendas/index.ts'
import { matters } from '../../workflows/agendas/power-of-attorney/forms.ts'
import type { Reach } from '../acting.ts'
import type { Mandate, MandateDetail, Principal, Scope, Words } from '../contract.ts'
import { standing, whyNotHere } from '../revoking.ts'
import { seesAsCitizen } from './case-rows.ts'
import { dayWords, words } from './words.ts'

const everything = words('Všechny věci', 'All matters')

/** The scope in words of people. */
const scopeView = (scope: readonly { agenda: string; actions: readonly Action[] }[]): Scope =>
  scope.map(({ agenda, actions }) => ({
    agenda,
    title: agenda === '*' ? everything : titleOf(agenda),
    actions: [...actions],
  }))

const titleOf = (agenda: string): Words =>
  Object.entries(matters).find(([id]) => id === agenda)?.[1] ?? agendas.get(agenda)?.title ?? words(agenda, agenda)

/** Those for whom the caller may act now, one line a mandate. */
export const principalsOf = ({ person, held }: Reach): Principal[] =>
  held
    .filter(({ agents }) => agents.some(agent => agent.person === person && agent.accepted))
    .map(mandate => ({
      subject: mandate.principal,
      name: mandate.principalName,
      kind: mandate.principalKind,
      mandate: mandate.id,
      basis: mandate.basis,
      scope: scopeView(mandate.scope),
      limit: mandate.limit,
      validTo: mandate.validTo,
      signatures: mandate.signatures,
    }))

/** A mandate as its principal or its agent sees it. `cases`: ids of those they may see. */
export function mandateView(reach: Reach, it: KnownMandate, cases: ReadonlySet<string>): Mandate {
  const as = standing(reach, it)
  const over = hasEnded(it, reach.day)
  const elsewhere = whyNotHere(it)
  // an end that nobody has written down yet is an end all the same
  const state = over && (it.state === 'active' || it.state === 'suspended') ? 'expired' : it.state
  return {
    id: it.id,
    case: it.caseId !== null && cases.has(it.caseId) ? it.caseId : null,
    basis: it.basis,
    source: it.source,
    principal: it.principalName,
    subject: it.principal,
    kind: it.principalKind,
    agents: it.agents.map(({ name, acceptedAt, person }) => ({ name, acceptedAt, mine: person === reach.person })),
    given: as === 'principal',
    scope: scopeView(it.scope),
    limit: it.limit,
    signatures: it.signatures,
    validFrom: it.validFrom,
    validTo: it.validTo,
    state,
    stateTitle: stateWords[state],
    verification: verifiedHow(it),
    verifiedAt: it.verifiedAt?.toISOString() ?? null,
    endedAt: it.endedAt?.toISOString() ?? null,
    suspendedAt: it.suspendedAt?.toISOString() ?? null,
    reason: it.reason,
    found: it.found === null || state === 'active' ? null : findingWords[it.found],
    mayRevoke: !over && as !== null && elsewhere === null,
    whyNot: over ? null : elsewhere,
  }
}

/** Who verified it, how and when. */
function verifiedHow({ verification }: KnownMandate): Words | null {
  if (!verification) return null
  const { kind, by = '', day, number = '' } = verification
  const on = day === undefined ? words('', '') : dayWords(day)
  if (kind === 'register')
    return words(`Podle registru ${by} (${number}), ${on.cs}`, `By the register ${by} (${number}), ${on.en}`)
  const how = {
    'sign-in': words('podle přihlášení zmocnitele', 'by the principal’s sign-in'),
    legalisation: words('podle úředně ověřeného podpisu', 'by an officially verified signature'),
    conversion: words('podle autorizované konverze', 'by an authorised conversion'),
    original: words('podle originálu', 'by the original'),
  }[kind]
  return words(`Ověřil(a) ${by} ${how.cs}, ${on.cs}`, `Verified by ${by} ${how.en}, ${on.en}`)
}

/** Which of the cases that keep mandates the caller may see. */
export const visibleCases = (db: Db, reach: Reach, mandates: readonly KnownMandate[]): Promise<Set<string>> =>
  seenOf(
    db,
    reach,
    mandates.flatMap(({ caseId }) => caseId ?? []),
  )

async function seenOf(db: Db, reach: Reach, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const [rows, parties] = await Promise.all([
    db.selectFrom('case').select(['id', 'personId', 'subjectId', 'agenda']).where('id', 'in', ids).execute(),
    db
      .selectFrom('case_party')
      .select('caseId')
      .where('personId', '=', reach.person)
      .where('caseId', 'in', ids)
      .execute(),
  ])
  return new Set([...rows.filter(row => seesAsCitizen(reach, row)).map(({ id }) => id), ...parties.map(p => p.caseId)])
}

/** What was done under a mandate, newest first; an agent sees their own acts. */
export async function actsUnder(
  db: Db,
  reach: Reach,
  mandate: string,
  only: string | null,
): Promise<MandateDetail['acts']> {
  const rows = await db
    .selectFrom('audit as a')
    .leftJoin('case as c', 'c.id', 'a.caseId')
    .leftJoin('person as p', join => join.on(eb => eb(eb.cast<string>('p.id', 'text'), '=', eb.ref('a.actor'))))
    .select(['a.at', 'a.what', 'a.caseId', 'a.details', 'c.agenda', 'c.number', 'p.givenName', 'p.familyName'])
    .where(sql<string>`a.details #>> '{for,mandate}'`, '=', mandate)
    .where(sql<string>`a.details #>> '{for,mandate}'`, 'is not', null)
    .$if(only !== null, q => q.where('a.actor', '=', only ?? ''))
    .orderBy('a.id', 'desc')
    .limit(200)
    .execute()
  const seen = await seenOf(
    db,
    reach,
    rows.flatMap(({ caseId }) => caseId ?? []),
  )
  return rows.map(row => ({
    at: row.at.toISOString(),
    who: [row.givenName, row.familyName].filter(Boolean).join(' '),
    what: actWords(row.what, row.agenda, row.number),
    case: row.caseId !== null && seen.has(row.caseId) ? row.caseId : null,
  }))
}

/** A deed of the audit in words of people. */
function actWords(what: string, agenda: string | null, number: string | null): Words {
  const title = agenda === null ? words('', '') : titleOf(agenda)
  const about = words(`${title.cs} (${number ?? ''})`, `${title.en} (${number ?? ''})`)
  if (what.startsWith('pays')) return words(`Platba: ${about.cs}`, `Payment: ${about.en}`)
  if (what.startsWith('filed')) return words(`Podáno: ${about.cs}`, `Filed: ${about.en}`)
  if (what.startsWith('answered')) return words(`Odpověď: ${about.cs}`, `Answered: ${about.en}`)
  if (what === 'withdrew') return words(`Vzato zpět: ${about.cs}`, `Withdrawn: ${about.en}`)
  if (what === 'revoked mandate') return words('Zmocnění odvoláno', 'Mandate revoked')
  if (what === 'gave notice of mandate') return words('Zmocnění vypovězeno', 'Notice of the mandate given')
  return words(what, what)
}
