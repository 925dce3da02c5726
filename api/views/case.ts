import type { City } from '../../city/city.ts'
import type { DefinitionContent, OpenStep } from '../../db/tables/cases.ts'
import { agendas } from '../../workflows/agendas/index.ts'
import type { CaseSummary, CaseView, DocumentSummary, FormDefinition, OpenStepView, Words } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { barredBy } from '../inbox/barred.ts'
import { inboxesOf } from '../inbox/reach.ts'
import { isRead, notesOf } from '../notes.ts'
import { ownerOf } from '../owner.ts'
import type { Caller } from '../route.ts'
import { caseFor, type CaseRow } from './case-rows.ts'
import { departmentView } from './city.ts'
import { paymentView } from './payment.ts'
import { refusalWords } from './refusals.ts'
import { outcomeWords, timeline } from './timeline.ts'
import { awaited, otherwise } from './waiting.ts'
import { words } from './words.ts'

/** Everything a case page shows. Throws Refusal `not-yours` unless the caller is its citizen or an official who has had a task in it. */
export async function caseView(deps: Deps, who: Caller, id: string): Promise<CaseView> {
  const row = await caseFor(deps.db, who, id)
  const [events, messages, documents, payment, officials] = await Promise.all([
    deps.db
      .selectFrom('case_event')
      .select(['at', 'what', 'step', 'actor', 'values'])
      .where('caseId', '=', id)
      .orderBy('seq')
      .orderBy('n')
      .execute(),
    deps.db
      .selectFrom('message')
      .select(['kind', 'stepKey', 'data', 'at', 'state', 'reason', 'actor'])
      .where('caseId', '=', id)
      .orderBy('at')
      .execute(),
    deps.db
      .selectFrom('document')
      .select(['id', 'kind', 'number', 'createdAt', 'state'])
      .where('caseId', '=', id)
      .orderBy('createdAt')
      .execute(),
    paymentView(deps.db, id, row.open),
    deps.officials.now(),
  ])
  const agenda = agendas.get(row.agenda)
  const department = departmentView(deps.city, agenda?.department ?? 'finance')
  const refused = messages.filter(m => m.state === 'refused' && m.kind !== 'payment' && m.actor.id === ownerOf(who))
  return {
    ...summary(row, deps.city, who),
    seq: row.seq,
    assistedBy: row.assistedBy,
    closedAt: row.closedAt?.toISOString() ?? null,
    pending: messages.some(m => m.state === 'stored' || m.state === 'told'),
    open: row.open.map(step => openStep(step, row, responsible(deps.city, row.agenda, step), who)),
    timeline: [
      {
        at: row.filedAt.toISOString(),
        what: 'filed',
        title: words(`Podáno pod číslem ${row.number}`, `Filed under number ${row.number}`),
        body:
          row.assistedBy === null
            ? null
            : words(
                `Podáno na přepážce. Pomáhala úřední osoba: ${row.assistedBy}.`,
                `Filed at the desk with the help of an official: ${row.assistedBy}.`,
              ),
        actor: null,
      },
      ...timeline(events, row.content, id => departmentView(deps.city, id).name),
      ...refused.map(m => ({
        at: m.at.toISOString(),
        what: 'refused',
        title:
          m.kind === 'note'
            ? words('Zpráva nebyla doručena', 'The message was not delivered')
            : words('Odpověď nebyla použita', 'The answer was not used'),
        body: refusalWords(m.reason),
        actor: null,
      })),
    ],
    submissions: messages
      .filter(m => m.kind === 'answer' && m.state !== 'refused' && m.actor.kind === 'person')
      .flatMap(m => {
        const step = m.stepKey?.split('/')[0] ?? ''
        const form = formOf(row.content, step)
        return form
          ? [{ step, title: row.content.steps[step] ?? words(step, step), at: m.at.toISOString(), form, data: m.data }]
          : []
      }),
    documents: documents.map((d): DocumentSummary => ({
      id: d.id,
      kind: d.kind,
      title: documentWords(d.kind),
      number: d.number,
      at: d.createdAt.toISOString(),
      ready: d.state === 'ready',
      case: id,
      amount: d.kind === 'receipt' ? (payment?.amount ?? null) : null,
    })),
    payment,
    notes: notesOf(messages, ownerOf(who)),
    mayWrite: row.state !== 'closed' && isRead(row.open, messages),
    unread: who.kind === 'official' && row.unreadSince !== null,
    mayWithdraw:
      row.state !== 'closed' &&
      who.kind === 'citizen' &&
      agenda?.withdrawable === true &&
      payment?.state !== 'paid' &&
      payment?.state !== 'posted' &&
      payment?.state !== 'review',
    department,
    official: officials.headOf(agenda?.department ?? 'finance'),
  }
}

/** Kinds of documents in words. */
export const documentWords = (kind: string): Words =>
  kind === 'receipt' ? words('Potvrzení o platbě', 'Payment receipt') : words('Dokument', 'Document')

/** A line of "my cases". */
export function summary(row: CaseRow, city: City, who: Caller): CaseSummary {
  const mine = row.open.some(step => isMine(step, who, row))
  const [first] = row.open
  return {
    id: row.id,
    number: row.number,
    agenda: row.agenda,
    title: row.content.title,
    state: row.state === 'closed' ? 'closed' : row.state === 'filed' ? 'filed' : 'open',
    outcome: row.outcome,
    outcomeTitle: row.outcome ? outcomeWords(row.outcome, row.content.outcomes) : null,
    filedAt: row.filedAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    waits:
      row.state === 'closed'
        ? null
        : first
          ? awaited(first, responsible(city, row.agenda, first))
          : words('Přijato, zpracováváme', 'Received, being processed'),
    mine,
  }
}

function isMine(step: OpenStep, who: Caller, row: Pick<CaseRow, 'personId' | 'subjectId'>): boolean {
  if (who.kind === 'citizen') return step.kind !== 'clerk' && who.person.id === row.personId
  if (step.kind !== 'clerk' || !inboxesOf(who.official).includes(step.by)) return false
  return barredBy(who.official, { ...row, not: step.not ?? [] }) === null
}

/** Who is responsible for a step: the inbox it stands in, or else the agenda's department. */
const responsible = (city: City, agenda: string, step: OpenStep | undefined): Words =>
  departmentView(city, step?.kind === 'clerk' ? step.by : (agendas.get(agenda)?.department ?? 'finance')).name

/** The form of a step as the wire carries it. */
export function formOf(content: DefinitionContent, step: string): FormDefinition | null {
  const form = content.forms[step]
  return form ? (form as FormDefinition) : null
}

function openStep(step: OpenStep, row: CaseRow, department: Words, who: Caller): OpenStepView {
  const { content } = row
  const mine = isMine(step, who, row)
  return {
    key: step.key,
    step: step.step,
    kind: step.kind,
    title: content.steps[step.step] ?? words(step.step, step.step),
    mine,
    awaited:
      who.kind === 'official' && mine
        ? words('Čeká na vaše rozhodnutí', 'Waits for your decision')
        : awaited(step, department),
    since: step.since,
    until: step.until ?? null,
    due: step.due ?? null,
    late: step.late ?? false,
    otherwise: otherwise(step),
    form: mine ? formOf(content, step.step) : null,
  }
}
