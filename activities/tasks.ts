import { sql } from 'kysely'
import { fold } from '../city/fold.ts'
import type { Db } from '../db/database.ts'
import type { OpenStep } from '../db/tables/cases.ts'
import { escalate } from './escalation.ts'
import type { CaseHappening, CaseRecord } from './records.ts'
import type { ToldRecord } from './retelling.ts'
import type { TaskNews } from './task-news.ts'

/** A clerk's step, which has a day to be decided by. */
type ClerkStep = OpenStep & { due: string }

/**
 * Brings the inboxes in line with a record: open clerk steps are tasks; one whose step is no longer open is done (by whom the answer
 * says) or cancelled. Who has a task is not the case's to say, except that a task handed over is nobody's at its new place. Gives
 * what is to be announced.
 */
export async function writeTasks(tx: Db, record: ToldRecord): Promise<TaskNews[]> {
  const steps = record.open.filter((step): step is ClerkStep => step.kind === 'clerk' && step.due !== undefined)
  const news = [...(await keepOpen(tx, record, steps)), ...(await closeOthers(tx, record, steps))]
  await keepHandOvers(tx, record)
  const overdue = steps.filter(step => step.late && happened(record, step, 'late', 'handed-over'))
  await escalate(
    tx,
    overdue.map(step => taskId(record, step)),
  )
  return news
}

const taskId = ({ caseId }: CaseRecord, step: OpenStep) => `${caseId}:${step.key}`
const happened = ({ events }: CaseRecord, { step }: OpenStep, ...whats: CaseHappening['what'][]) =>
  events.some(event => event.step === step && whats.includes(event.what))

async function keepOpen(tx: Db, record: ToldRecord, steps: ClerkStep[]): Promise<TaskNews[]> {
  if (steps.length === 0) return []
  const opened = steps.some(step => happened(record, step, 'opened'))
  const search = opened ? await searchText(tx, record.caseId) : ''
  const rows = await tx
    .insertInto('task')
    .values(
      steps.map(step => ({
        id: taskId(record, step),
        caseId: record.caseId,
        agenda: record.agenda,
        step: step.step,
        stepKey: step.key,
        role: step.by,
        state: 'open',
        due: step.due,
        late: step.late ?? false,
        not: step.not ?? [],
        openedAt: new Date(step.since),
        search,
      })),
    )
    .onConflict(oc =>
      oc.column('id').doUpdateSet(eb => ({
        // a workflow task that was given up may have closed it
        state: 'open',
        closedAt: null,
        decidedBy: null,
        late: eb.ref('excluded.late'),
        role: eb.ref('excluded.role'),
        assignee: sql<string | null>`case when task.role = excluded.role then task.assignee end`,
        assignedAt: sql<Date | null>`case when task.role = excluded.role then task.assigned_at end`,
        changedAt: sql<Date>`now()`,
      })),
    )
    .returning(['id', 'assignee', sql<boolean>`xmax = 0`.as('inserted')])
    .execute()
  const found = new Map(rows.map(row => [row.id, row]))
  return steps.flatMap((step): TaskNews[] => {
    const [task, row] = [taskId(record, step), found.get(taskId(record, step))]
    const passed = handOvers(record).filter(one => one.task === task)
    const news = { task, case: record.caseId, people: row?.assignee ? [row.assignee] : [] }
    if (passed.length > 0)
      return [...passed.map(({ from }) => from), step.by].map(role => ({ ...news, role, what: 'handed-over' }))
    const what = row?.inserted ? 'opened' : happened(record, step, 'late') ? 'late' : 'case'
    return [{ ...news, role: step.by, what }]
  })
}

interface HandedOver {
  task: string
  from: string
  to: string
  reason: string
  by: string | null
}

/** The tasks that went to another inbox, as the engine tells it. */
const handOvers = ({ caseId, fresh }: ToldRecord): HandedOver[] =>
  fresh
    .filter(event => event.what === 'handed-over')
    .map(({ values, actor }) => ({
      task: `${caseId}:${String(values?.['key'])}`,
      from: String(values?.['from']),
      to: String(values?.['to']),
      reason: String(values?.['reason']),
      by: actor?.id ?? null,
    }))

async function keepHandOvers(tx: Db, record: ToldRecord): Promise<void> {
  const passed = handOvers(record)
  if (passed.length === 0) return
  await tx
    .insertInto('task_move')
    .values(
      passed.map(({ task, to, reason, by }) => ({
        taskId: task,
        what: 'handed-over',
        byOfficial: by,
        toRole: to,
        reason,
      })),
    )
    .execute()
}

/**
 * Closes tasks whose step is no longer open, and keeps which decided one the case now waits after: the last of its inbox, until that
 * inbox has a task again or the case ends.
 */
async function closeOthers(tx: Db, record: ToldRecord, steps: ClerkStep[]): Promise<TaskNews[]> {
  const moved = record.events.some(({ what }) => what === 'answered' || what === 'opened' || what === 'closed')
  // the first record finds no tasks
  if (!moved || (record.seq === 1 && !record.again)) return []
  const decided = record.events.find(({ what, actor }) => what === 'answered' && actor?.kind === 'official')
  const open = steps.map(step => taskId(record, step))
  const gone = sql<boolean>`(task.state = 'open' and task.id <> all(${sql.val(open)}::text[]))`
  const done = sql<boolean>`(${gone} and task.step = ${decided?.step ?? ''})`
  const idle = sql<boolean>`(${record.state === 'open'} and task.role <> all(${sql.val(steps.map(({ by }) => by))}::text[]))`
  const { rows } = await sql<{ task: string; role: string; assignee: string | null; closed: boolean }>`
    update task set
      state = case when ${done} then 'done' when ${gone} then 'cancelled' else task.state end,
      decided_by = case when ${done} then ${decided?.actor?.id ?? null} else task.decided_by end,
      closed_at = case when ${gone} then now() else task.closed_at end,
      changed_at = now(),
      waiting_since = case when ${idle} and ${done} then now() when ${idle} and task.waiting_since is not null and ${decided === undefined} then task.waiting_since end
    where case_id = ${record.caseId} and (${gone} or task.waiting_since is not null)
    returning id as task, role, assignee, closed_at = now() as closed`.execute(tx)
  return rows.map(({ task, role, assignee, closed }) => ({
    ...{ task, case: record.caseId, role, what: closed ? 'closed' : 'case' },
    people: assignee === null ? [] : [assignee],
  }))
}

/** Case number, people and agenda, as the inbox finds a task by them: each word begins after a space. */
async function searchText(tx: Db, caseId: string): Promise<string> {
  const { number, givenName, familyName, principal, title } = await tx
    .selectFrom('case as c')
    .innerJoin('person as p', 'p.id', 'c.personId')
    .innerJoin('definition as d', 'd.hash', 'c.definition')
    .leftJoin('subject as s', 's.id', 'c.subjectId')
    .select(['c.number', 'p.givenName', 'p.familyName', 's.name as principal'])
    .select(sql<{ cs: string; en: string }>`d.content -> 'title'`.as('title'))
    .where('c.id', '=', caseId)
    .executeTakeFirstOrThrow()
  return searched(number, number.replace(/^\D+/, ''), givenName, familyName, principal ?? '', title.cs, title.en)
}

/** Texts as the inbox searches them, beginning with a space. */
export const searched = (...texts: string[]): string => ` ${fold(texts.join(' '))}`
