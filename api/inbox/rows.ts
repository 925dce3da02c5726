import type { Db } from '../../db/database.ts'
import type { OpenStep } from '../../db/tables/cases.ts'
import type { TaskSummary } from '../contract.ts'
import { withDefinitions } from '../definitions.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { departmentView } from '../views/city.ts'
import { awaited } from '../views/waiting.ts'
import { limitWords, words } from '../views/words.ts'
import { barredBy } from './barred.ts'
import { colleague, holds, reaches, type Reach } from './reach.ts'

const tasks = (db: Db) =>
  db
    .selectFrom('task as t')
    .innerJoin('case as c', 'c.id', 't.caseId')
    .innerJoin('person as p', 'p.id', 'c.personId')
    .leftJoin('subject as s', 's.id', 'c.subjectId')
    .leftJoin('official as a', 'a.id', 't.assignee')
    .leftJoin('official as d', 'd.id', 't.decidedBy')
    .select(['t.id', 't.caseId', 't.agenda', 't.step', 't.stepKey', 't.role', 't.state', 't.due', 't.late', 't.not'])
    .select(['t.openedAt', 't.closedAt', 't.decidedBy', 't.assignee', 't.waitingSince', 'a.name as assigneeName'])
    .select('d.name as deciderName')
    .select(['c.number', 'c.definition', 'c.personId', 'c.subjectId', 'c.open', 'c.unreadSince'])
    .select('s.name as principal')
    .select(['p.givenName', 'p.familyName'])

/** A task with its case, people and the definition the case began with. */
export type TaskRow = Awaited<ReturnType<typeof tasksById>>[number]

/** The tasks of these ids, in their order. */
export async function tasksById(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await withDefinitions(db, await tasks(db).where('t.id', 'in', ids).execute())
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

/** A task within reach. Throws Refusal `not-yours`. */
export async function taskFor(db: Db, reach: Reach, id: string): Promise<TaskRow> {
  const [row] = await tasksById(db, [id])
  if (!row || !reaches(reach, row)) throw new Refusal('not-yours')
  return row
}

/** A line of the inbox. */
export function taskSummary({ city }: Pick<Deps, 'city'>, reach: Reach, row: TaskRow): TaskSummary {
  return {
    id: row.id,
    case: row.caseId,
    number: row.number,
    agenda: row.agenda,
    title: row.content.title,
    step: row.content.steps[row.step] ?? words(row.step, row.step),
    person: `${row.givenName} ${row.familyName}`,
    principal: row.principal,
    role: row.role,
    state: taskState(row.state),
    openedAt: row.openedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    due: row.due,
    late: row.late,
    unread: row.unreadSince !== null,
    assignee: row.assignee === null ? null : colleague(reach, { id: row.assignee, name: row.assigneeName ?? '' }),
    mine: holds(reach, row),
    barred: barredBy(reach.official, row) !== null,
    waits: row.waitingSince && row.open[0] ? waits(city, row.open[0]) : null,
  }
}

/** For whom a case waits, as its clerk reads it. */
function waits(city: Deps['city'], step: OpenStep) {
  if (step.kind === 'clerk') return awaited(step, departmentView(city, step.by).name)
  const until = step.until ? limitWords(step.until) : null
  return step.kind === 'pay'
    ? words(
        `Čeká na platbu${until ? ` do ${until.cs}` : ''}`,
        `Waits for the payment${until ? ` until ${until.en}` : ''}`,
      )
    : words(
        `Čeká na občana${until ? ` do ${until.cs}` : ''}`,
        `Waits for the citizen${until ? ` until ${until.en}` : ''}`,
      )
}

const taskState = (state: string): TaskSummary['state'] => (state === 'open' || state === 'done' ? state : 'cancelled')
