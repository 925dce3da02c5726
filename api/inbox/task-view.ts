import type { Db } from '../../db/database.ts'
import type { Colleague, TaskView, Words } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { refundToSend } from '../money/refunds.ts'
import { caseView, formOf } from '../views/case.ts'
import { departmentView } from '../views/city.ts'
import { words } from '../views/words.ts'
import { barredBy } from './barred.ts'
import { deadlineWords } from './deadline.ts'
import { colleague, holds, inboxesOf, supervises, type Reach } from './reach.ts'
import { taskSummary, type TaskRow } from './rows.ts'

/** Everything a task's page shows, as far as the official reaches. */
export async function taskView(deps: Deps, reach: Reach, row: TaskRow): Promise<TaskView> {
  const { db, city } = deps
  const form = formOf(row.content, row.step)
  if (!form) throw new Refusal('not-yours')
  const [view, moves, officials, answered, refund] = await Promise.all([
    caseView(deps, { kind: 'official', official: reach.official }, row.caseId),
    movesOf(deps, row.id),
    officialsNow(db),
    answerStored(db, row),
    refundToSend(db, row.caseId),
  ])
  const why = whyNot(reach, row, answered)
  return {
    ...taskSummary(deps, reach, row),
    stepKey: row.stepKey,
    form,
    caseView: view,
    mayDecide: why === null,
    why,
    deadline: row.state === 'open' ? deadlineWords(row) : null,
    moves,
    refund: refund ?? null,
    colleagues: officials.filter(one => mayHave(one, row)).map((one): Colleague => colleague(reach, one)),
    departments: city.departments
      .filter(({ id }) => id !== row.role && officials.some(one => inboxesOf(one).includes(id)))
      .map(({ id, name }) => ({ id, name })),
    mayAssign: row.state === 'open' && !answered && (holds(reach, row) || supervises(reach, row)),
  }
}

function whyNot(reach: Reach, row: TaskRow, answered: boolean): Words | null {
  if (row.state === 'done')
    return words(
      `O tomto úkolu už bylo rozhodnuto${row.deciderName ? ` (${row.deciderName})` : ''}.`,
      `This task has been decided already${row.deciderName ? ` (${row.deciderName})` : ''}.`,
    )
  if (row.state !== 'open')
    return words(
      'Tento úkol už není třeba: případ se mezitím posunul bez něj.',
      'This task is no longer needed: the case has moved on without it.',
    )
  if (answered)
    return words(
      'Rozhodnutí je uložené a právě se zpracovává. Nemusíte nic opakovat.',
      'The decision is stored and being processed. You need not repeat anything.',
    )
  const barred = barredBy(reach.official, row)
  if (barred === 'four-eyes')
    return words(
      'O předchozím kroku jste rozhodli vy. Tento musí rozhodnout někdo jiný.',
      'You decided the step before. Somebody else must decide this one.',
    )
  if (barred === 'own-matter')
    return words(
      'Jste účastníkem tohoto řízení, proto o něm nemůžete rozhodovat (§ 14 správního řádu).',
      'You are a party of this case, so you may not decide it (section 14 of the Administrative Code).',
    )
  if (row.assignee === null || holds(reach, row) || supervises(reach, row)) return null
  return words(
    `Úkol má ${row.assigneeName}. Převzít ho může zástup nebo vedoucí.`,
    `${row.assigneeName} has the task. A substitute or the supervisor may take it over.`,
  )
}

async function movesOf({ db, city }: Deps, task: string): Promise<TaskView['moves']> {
  const rows = await db
    .selectFrom('task_move as m')
    .leftJoin('official as b', 'b.id', 'm.byOfficial')
    .leftJoin('official as o', 'o.id', 'm.toOfficial')
    .select(['m.at', 'm.what', 'm.reason', 'm.toRole', 'b.name as by', 'o.name as to'])
    .where('m.taskId', '=', task)
    .orderBy('m.id')
    .execute()
  return rows.flatMap(({ at, what, reason, toRole, by, to }) =>
    isMove(what)
      ? [
          {
            at: at.toISOString(),
            what,
            by,
            to: toRole !== null ? departmentView(city, toRole).name : to === null ? null : words(to, to),
            reason,
          },
        ]
      : [],
  )
}

const moveNames = ['claimed', 'released', 'assigned', 'handed-over', 'escalated'] as const
const isMove = (what: string): what is (typeof moveNames)[number] => moveNames.some(name => name === what)

/** An official who may be given tasks, with who they are as a citizen. */
export type Candidate = Awaited<ReturnType<typeof officialsNow>>[number]

/** Officials who work for the city today, by name. */
export const officialsNow = (db: Db) =>
  db
    .selectFrom('official as o')
    .leftJoin('person as p', 'p.id', 'o.personId')
    .select(['o.id', 'o.name', 'o.roles', 'o.supervises', 'o.personId', 'p.subjectId'])
    .where('o.active', '=', true)
    .orderBy('o.name')
    .orderBy('o.id')
    .execute()

/** Whether an official may have the task: it is of their inbox, and nothing bars them. */
export const mayHave = (official: Candidate, task: { role: string } & Parameters<typeof barredBy>[1]): boolean =>
  inboxesOf(official).includes(task.role) && barredBy(official, task) === null

/** Whether a decision is stored that the case has not answered yet. */
async function answerStored(db: Db, { caseId, stepKey }: TaskRow): Promise<boolean> {
  const message = await db
    .selectFrom('message')
    .select('id')
    .where('caseId', '=', caseId)
    .where('stepKey', '=', stepKey)
    .where('kind', '=', 'answer')
    .where('state', 'in', ['stored', 'told'])
    .executeTakeFirst()
  return message !== undefined
}
