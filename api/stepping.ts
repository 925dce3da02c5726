import type { Db } from '../db/database.ts'
import type { Actor } from '../db/tables/cases.ts'
import type { Definition } from '../forms/definition.ts'
import { isWithdrawable } from '../workflows/agenda.ts'
import { agendas } from '../workflows/agendas/index.ts'
import { actingFor, type ActingFor } from './acting.ts'
import { requireAssurance } from './auth/assurance.ts'
import type { CitizenCaller, OfficialCaller } from './auth/session.ts'
import type { Assurance, Language, NewMessage } from './contract.ts'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'
import { filesIn } from './files/brought.ts'
import type { Brought } from './files/rows.ts'
import { refuseBarred } from './inbox/barred.ts'
import { reachOf } from './inbox/reach.ts'
import { taskFor } from './inbox/rows.ts'
import { take } from './inbox/taking.ts'
import { judgeNote } from './notes.ts'
import { formOfCase, judge } from './judging.ts'
import type { Caller } from './route.ts'
import type { CaseRow } from './views/case-rows.ts'
import { signingOn } from './views/eyes.ts'

interface Sender {
  who: Caller
  body: NewMessage
  language: Language
  assurance: Assurance | null
  headers: Record<string, unknown>
  /** The official who answers at the desk with the person present. */
  assistedBy?: { id: string; name: string }
}

/** What is stored of a message: no step and no data for a withdrawal. */
export interface Answer {
  stepKey?: string
  data?: unknown
  files?: Brought[]
  /** Takes the clerk's task in the transaction that stores the decision. Throws Refusal `taken` when somebody else has it. */
  take?: (tx: Db) => Promise<void>
  /** In whose name it is sent, in a case of somebody else's. */
  acting?: ActingFor
  /** As whom, by somebody invited. */
  party?: string
}

/**
 * What a message to a running case brings, judged: the step's key of an answer, the data to store and the files they bring, and by what
 * right it is sent. Throws the Refusal that says why it cannot be taken.
 */
export async function answered(deps: Deps, ctx: Sender, row: CaseRow): Promise<Answer> {
  const { who, body } = ctx
  const agenda = agendas.get(row.agenda)
  if (body.kind === 'withdraw') {
    if (who.kind !== 'citizen') throw new Refusal('forbidden')
    if (row.state === 'closed') throw new Refusal('case-closed')
    const open = row.open.map(({ step }) => step)
    if (!agenda || !isWithdrawable(agenda, open)) throw new Refusal('step-closed')
    return leading(deps, ctx, who, row)
  }
  // sent again, e.g. after a cut line: nothing twice, the next view is the answer
  if ((await firstToAnswer(deps.db, body.id)) === row.id)
    return { ...(body.kind === 'answer' && { stepKey: body.stepKey }), data: null }
  if (body.kind === 'note') {
    const as = who.kind === 'citizen' ? await leading(deps, ctx, who, row) : {}
    return { ...(await judgeNote(deps, { who, body, language: ctx.language }, row)), ...as }
  }
  const step = row.open.find(s => s.key === body.stepKey)
  const name = body.stepKey.split('/')[0] ?? ''
  const form = formOfCase(row.agenda, row.definition, row.content, name)
  if (!form) throw new Refusal('unknown-step')
  if (!step) throw new Refusal(await whyClosed(deps.db, row, body.stepKey, name))
  if (step.kind === 'pay') throw new Refusal('step-closed')
  if (step.kind === 'clerk') {
    if (who.kind !== 'official') throw new Refusal('forbidden')
    const take = await deciding(deps.db, who.official, `${row.id}:${step.key}`)
    return { stepKey: step.key, ...(await brought(deps, who, form, ctx)), take }
  }
  if (who.kind !== 'citizen') throw new Refusal('forbidden')
  requireAssurance(ctx, agenda?.assurance ?? 'low')
  const as = step.by === 'citizen' ? await leading(deps, ctx, who, row) : asParty(row, step.by)
  return { stepKey: step.key, ...(await brought(deps, who, form, ctx, as.acting)), ...as }
}

/** The answer as it is to be stored, with the files that it names. Throws Refusal `invalid`. */
async function brought(
  deps: Deps,
  who: Caller,
  form: Definition,
  { body, language, assistedBy }: Sender,
  acting?: ActingFor,
): Promise<Required<Pick<Answer, 'data' | 'files'>>> {
  const data = await judge(deps, who, form, 'data' in body ? body.data : undefined, language, acting, assistedBy?.id)
  return { data, files: filesIn(form.schema, data, language) }
}

/**
 * A decision by an official: the task must be within reach, nothing may bar them, and nobody else may have it, unless they supervise
 * or substitute who has. Throws the Refusal, or gives what takes the task.
 */
async function deciding(db: Db, official: OfficialCaller['official'], task: string): Promise<Required<Answer>['take']> {
  const reach = await reachOf(db, official)
  const row = await taskFor(db, reach, task)
  refuseBarred(reach, row)
  return tx => take(tx, reach, row, 'supervising')
}

/** By what right the caller answers for the citizen of the case. Throws Refusal `forbidden`, `mandate-…`. */
async function leading(
  deps: Deps,
  { language }: Sender,
  who: CitizenCaller,
  { subjectId, personId, agenda: id, joint }: CaseRow,
): Promise<Pick<Answer, 'acting'>> {
  if (subjectId === null) {
    if (personId !== who.person.id) throw new Refusal('forbidden')
    return {}
  }
  const action = agendas.get(id)?.forOthers ?? 'file'
  const wish = { principal: subjectId, agenda: id, action, signing: signingOn(action, joint) }
  return { acting: await actingFor(deps, who, wish, language) }
}

function asParty({ roles }: CaseRow, by: string): Pick<Answer, 'party' | 'acting'> {
  if (!roles.includes(by)) throw new Refusal('forbidden')
  return { party: by }
}

async function whyClosed(db: Db, row: CaseRow, stepKey: string, name: string) {
  const answer = await db
    .selectFrom('message')
    .select('id')
    .where('caseId', '=', row.id)
    .where('stepKey', '=', stepKey)
    .where('state', '<>', 'refused')
    .executeTakeFirst()
  if (answer) return 'already-answered'
  if (row.state === 'closed') return 'case-closed'
  return row.open.some(s => s.step === name) ? 'stale-view' : 'step-closed'
}

/** The case whose message has this id, if one is stored. */
export async function firstToAnswer(db: Db, messageId: string): Promise<string | undefined> {
  const message = await db.selectFrom('message').select('caseId').where('id', '=', messageId).executeTakeFirst()
  return message?.caseId
}

/** Who acts, and in whose name, as the case keeps it. */
export function actorOf(
  { who, assurance, assistedBy }: { who: Caller; assurance: Assurance | null; assistedBy?: Actor['assistedBy'] },
  { acting, party }: Pick<Answer, 'acting' | 'party'> = {},
): Actor {
  const level = assurance === null ? {} : { assurance }
  const as = {
    ...(acting && { for: acting }),
    ...(party !== undefined && { party }),
    ...(assistedBy && { assistedBy }),
  }
  return who.kind === 'citizen'
    ? { kind: 'person', id: who.person.id, name: `${who.person.givenName} ${who.person.familyName}`, ...level, ...as }
    : { kind: 'official', id: who.official.id, name: who.official.name, ...level }
}
