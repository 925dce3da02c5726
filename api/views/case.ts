import type { City } from '../../city/city.ts'
import { houseAccount } from '../../db/house.ts'
import type { DefinitionContent, OpenStep } from '../../db/tables/cases.ts'
import { isWithdrawable } from '../../workflows/agenda.ts'
import { agendas } from '../../workflows/agendas/index.ts'
import type { CaseSummary, CaseView, DocumentSummary, FormDefinition, OpenStepView, Words } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { isRead, notesOf } from '../notes.ts'
import { ownerOf } from '../owner.ts'
import type { Caller } from '../route.ts'
import { caseFor, type CaseRow } from './case-rows.ts'
import { departmentView } from './city.ts'
import { eyesOn, isMine, type Eyes } from './eyes.ts'
import { lasting } from './lasting.ts'
import { paymentView } from './payment.ts'
import { refusalWords } from './refusals.ts'
import { outcomeWords, timeline } from './timeline.ts'
import { awaited, otherwise } from './waiting.ts'
import { words } from './words.ts'

/** Everything a case page shows. Throws Refusal `not-yours` or `mandate-ended` unless the caller may see it. */
export async function caseView(deps: Deps, who: Caller, id: string): Promise<CaseView> {
  const row = await caseFor(deps, who, id)
  const [events, messages, documents, payment, refund, eyes, mandate, officials] = await Promise.all([
    deps.db
      .selectFrom('case_event')
      .select(['ordinal', 'at', 'what', 'step', 'actor', 'values'])
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
    refundUnderWay(deps, row),
    eyesOn(deps, who, row),
    mandateOf(deps, row),
    deps.officials.now(),
  ])
  const agenda = agendas.get(row.agenda)
  const department = departmentView(deps.city, agenda?.department ?? 'finance')
  const refused = messages.filter(m => m.state === 'refused' && m.kind !== 'payment' && m.actor.id === ownerOf(who))
  return {
    ...summary(row, deps.city, eyes),
    seq: row.seq,
    filedBy: row.filedBy,
    assistedBy: row.assistedBy,
    mandate,
    parties: eyes.parties,
    closedAt: row.closedAt?.toISOString() ?? null,
    pending: messages.some(m => m.state === 'stored' || m.state === 'told'),
    open: row.open.map(step => openStep(step, row, responsible(deps.city, row.agenda, step), eyes)),
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
        actor: row.principal === null ? null : row.filedBy,
        for: row.principal,
      },
      ...timeline(
        lasting(events).filter(event => isFor(eyes, row, event.values)),
        row.content,
        id => departmentView(deps.city, id).name,
      ),
      ...refused.map(m => ({
        at: m.at.toISOString(),
        what: 'refused',
        title:
          m.kind === 'note'
            ? words('Zpráva nebyla doručena', 'The message was not delivered')
            : words('Odpověď nebyla použita', 'The answer was not used'),
        body: refusalWords(m.reason),
        actor: null,
        for: null,
      })),
    ],
    submissions: messages
      .filter(m => m.kind === 'answer' && m.state !== 'refused')
      // what the house noticed and colleagues decided in a case of its own is what the next official decides on
      .filter(m => m.actor.kind === 'person' || (who.kind === 'official' && agenda?.starts === 'house'))
      .filter(m => eyes.sees || m.actor.id === ownerOf(who) || m.stepKey === `${agenda?.first}/1`)
      .flatMap(m => {
        const step = m.stepKey?.split('/')[0] ?? ''
        const form = formOf(row.content, step)
        const { name: by, for: principal } = m.actor
        const title = row.content.steps[step] ?? words(step, step)
        return form
          ? [{ step, title, at: m.at.toISOString(), by, for: principal?.name ?? null, form, data: m.data }]
          : []
      }),
    documents: documents
      .filter(({ kind }) => eyes.receives(kind))
      .map((d): DocumentSummary => ({
        id: d.id,
        kind: d.kind,
        title: documentWords(d.kind),
        number: d.number,
        at: d.createdAt.toISOString(),
        ready: d.state === 'ready',
        case: id,
        amount: d.kind === 'receipt' ? (payment?.amount ?? null) : null,
        for: represented(row),
      })),
    payment,
    notes: eyes.sees ? notesOf(messages, ownerOf(who)) : [],
    // nobody would read what is written to the house
    mayWrite:
      row.personId !== houseAccount &&
      row.state !== 'closed' &&
      isRead(row.open, messages) &&
      (who.kind === 'official' || eyes.leads),
    unread: who.kind === 'official' && row.unreadSince !== null,
    mayWithdraw:
      row.state !== 'closed' &&
      eyes.leads &&
      agenda !== undefined &&
      isWithdrawable(
        agenda,
        row.open.map(({ step }) => step),
      ) &&
      !refund &&
      payment?.state !== 'paid' &&
      payment?.state !== 'posted' &&
      payment?.state !== 'review' &&
      payment?.state !== 'held',
    department,
    official: officials.headOf(agenda?.department ?? 'finance'),
  }
}

const represented = ({ subjectId, principal }: CaseRow) =>
  subjectId === null || principal === null ? null : { subject: subjectId, name: principal }

/** Words to one person are shown to that person alone, and to the office. */
function isFor({ who, sees }: Eyes, { roles }: CaseRow, values: Record<string, unknown> | null): boolean {
  if (who.kind === 'official' || values?.['text'] === undefined) return true
  const [to, party] = [values['$to'], values['$party']]
  if (to !== undefined) return to === who.person.id
  return party === undefined ? sees : roles.some(role => role === party)
}

/** While money goes back the case cannot be taken back. A case without a step of ours has no refund that waits. */
async function refundUnderWay({ db }: Deps, { id, open }: CaseRow): Promise<boolean> {
  if (!open.some(step => step.kind === 'clerk')) return false
  const refund = await db
    .selectFrom('refund')
    .select('id')
    .where('caseId', '=', id)
    .where('state', 'in', ['requested', 'approved'])
    .limit(1)
    .executeTakeFirst()
  return refund !== undefined
}

/** The mandate that the case registers, or under which it was filed. */
async function mandateOf(deps: Deps, row: CaseRow): Promise<string | null> {
  if (row.mandateId !== null || row.agenda !== 'power-of-attorney') return row.mandateId
  const own = await deps.db.selectFrom('mandate').select('id').where('caseId', '=', row.id).executeTakeFirst()
  return own?.id ?? null
}

const kinds: Readonly<Record<string, Words>> = {
  receipt: words('Potvrzení o platbě', 'Payment receipt'),
  'slip-receipt': words('Potvrzení o platbě', 'Payment receipt'),
  'debt-statement': words('Přehled závazků', 'Statement of account'),
  'instalments-granted': words('Rozhodnutí o splátkách', 'Decision about instalments'),
  'instalments-refused': words('Rozhodnutí o splátkách', 'Decision about instalments'),
  'no-debts': words('Potvrzení o bezdlužnosti', 'Confirmation of no debts'),
}

/** Kinds of documents in words. */
export const documentWords = (kind: string): Words => kinds[kind] ?? words('Dokument', 'Document')

/** A line of "my cases". */
export function summary(row: CaseRow, city: City, eyes: Eyes): CaseSummary {
  const mine = row.open.some(step => step.anytime !== true && isMine(step, row, eyes))
  const first = row.open.find(step => isMine(step, row, eyes)) ?? row.open[0]
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
          ? awaitedBy(first, row, responsible(city, row.agenda, first), eyes)
          : words('Přijato, zpracováváme', 'Received, being processed'),
    mine,
    for: represented(row),
    role: row.roles[0] ?? null,
  }
}

const awaitedBy = (step: OpenStep, row: CaseRow, department: Words, eyes: Eyes): Words =>
  awaited(step, department, {
    principal: row.principal,
    party: eyes.parties.find(({ role }) => role === step.by)?.name,
    mine: isMine(step, row, eyes),
  })

/** Who is responsible for a step: the inbox it stands in, or else the agenda's department. */
const responsible = (city: City, agenda: string, step: OpenStep | undefined): Words =>
  departmentView(city, step?.kind === 'clerk' ? step.by : (agendas.get(agenda)?.department ?? 'finance')).name

/** The form of a step as the wire carries it. */
export function formOf(content: DefinitionContent, step: string): FormDefinition | null {
  const form = content.forms[step]
  return form ? (form as FormDefinition) : null
}

function openStep(step: OpenStep, row: CaseRow, department: Words, eyes: Eyes): OpenStepView {
  const mine = isMine(step, row, eyes)
  return {
    key: step.key,
    step: step.step,
    kind: step.kind,
    title: row.content.steps[step.step] ?? words(step.step, step.step),
    by: step.by,
    frozen: step.frozen ?? false,
    frozenBy: step.frozenBy ?? null,
    anytime: step.anytime ?? false,
    mine,
    awaited:
      eyes.who.kind === 'official' && mine
        ? words('Čeká na vaše rozhodnutí', 'Waits for your decision')
        : awaitedBy(step, row, department, eyes),
    since: step.since,
    until: step.until ?? null,
    due: step.due ?? null,
    late: step.late ?? false,
    otherwise: otherwise(step, mine),
    form: mine ? formOf(row.content, step.step) : null,
  }
}
