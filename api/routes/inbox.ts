import { sql } from 'kysely'
import Type from 'typebox'
import type { DefinitionContent } from '../../db/tables/cases.ts'
import { Inbox, SubjectList, TaskView } from '../contract.ts'
import type { TaskSummary } from '../contract.ts'
import type { Db } from '../../db/database.ts'
import { withDefinitions } from '../definitions.ts'
import { Refusal } from '../errors.ts'
import { route } from '../route.ts'
import { caseView, formOf } from '../views/case.ts'
import { departmentView } from '../views/city.ts'
import { words } from '../views/words.ts'

const PAGE = 20
const Page = Type.Object(
  { role: Type.Optional(Type.String({ maxLength: 60 })), before: Type.Optional(Type.String({ maxLength: 120 })) },
  { additionalProperties: false },
)
const Search = Type.Object({ query: Type.String({ minLength: 2, maxLength: 100 }) }, { additionalProperties: false })

export const inbox = [
  route({
    method: 'get',
    path: '/api/inbox',
    summary: 'Open tasks of my roles, newest first, 20 a page.',
    who: 'official',
    query: Page,
    answers: { 200: Inbox },
    refuses: ['forbidden'],
    async handle({ who, query }, { db, city }) {
      const { roles } = who.official
      if (query.role !== undefined && !roles.includes(query.role)) throw new Refusal('forbidden')
      const asked = query.role === undefined ? roles : [query.role]
      const [counts, rows] = await Promise.all([
        db
          .selectFrom('task')
          .select([
            'role',
            sql<number>`count(*)::int`.as('open'),
            sql<number>`(count(*) filter (where late))::int`.as('late'),
          ])
          .where('state', '=', 'open')
          .where('role', 'in', ['', ...roles])
          .groupBy('role')
          .execute(),
        tasks(db)
          .where('t.state', '=', 'open')
          .where('t.role', 'in', ['', ...asked])
          .$if(query.before !== undefined, q =>
            q.where(
              sql<boolean>`(t.opened_at, t.id) < (${at(query.before)}::timestamptz, ${query.before?.split('|')[1] ?? ''})`,
            ),
          )
          .orderBy('t.openedAt', 'desc')
          .orderBy('t.id', 'desc')
          .limit(PAGE + 1)
          .execute(),
      ])
      const page = await withDefinitions(db, rows.slice(0, PAGE))
      const last = page.at(-1)
      return {
        status: 200,
        body: {
          roles: roles.map(role => {
            const count = counts.find(c => c.role === role)
            return { role, title: departmentView(city, role).name, open: count?.open ?? 0, late: count?.late ?? 0 }
          }),
          tasks: page.map(taskSummary),
          next: rows.length > PAGE && last ? `${last.openedAt.toISOString()}|${last.id}` : null,
        },
      }
    },
  }),
  route({
    method: 'get',
    path: '/api/tasks/:id',
    summary: 'A task with its case and the form of the decision. Decided by a message to the case.',
    who: 'official',
    answers: { 200: TaskView },
    refuses: ['not-yours'],
    async handle({ who, params }, deps) {
      const [row] = await withDefinitions(deps.db, await tasks(deps.db).where('t.id', '=', params.id).execute())
      if (!row || !who.official.roles.includes(row.role)) throw new Refusal('not-yours')
      const form = formOf(row.content, row.step)
      if (!form) throw new Refusal('not-yours')
      const barred =
        row.state !== 'open'
          ? words('O tomto úkolu už bylo rozhodnuto.', 'This task has been decided already.')
          : row.not.includes(who.official.id)
            ? words(
                'O předchozím kroku jste rozhodli vy. Tento musí rozhodnout někdo jiný.',
                'You decided the step before. Somebody else must decide this one.',
              )
            : null
      return {
        status: 200,
        body: {
          ...taskSummary(row),
          stepKey: row.stepKey,
          state: taskState(row.state),
          form,
          caseView: await caseView(deps, who, row.caseId),
          barred,
        },
      }
    },
  }),
  route({
    method: 'get',
    path: '/api/subjects',
    summary: 'Subjects of the ledger by name, company id or variable symbol, for pairing an account.',
    who: { role: 'finance' },
    query: Search,
    answers: { 200: SubjectList },
    async handle({ query }, { db }) {
      const digits = query.query.replace(/\D/g, '')
      const rows = await db
        .selectFrom('subject as s')
        .leftJoin('person as p', 'p.subjectId', 's.id')
        .select(['s.id', 's.name', 's.kind', 's.birthDate', 's.companyId', 's.address', 'p.id as personId'])
        .where(eb =>
          eb.or([
            eb(sql`lower(s.name)`, 'like', `%${query.query.toLowerCase().replace(/[%_\\]/g, '\\$&')}%`),
            ...(digits.length >= 6
              ? [
                  eb('s.companyId', '=', digits),
                  eb('s.birthNumber', '=', digits),
                  eb.exists(
                    eb
                      .selectFrom('liability as l')
                      .select('l.id')
                      .whereRef('l.subjectId', '=', 's.id')
                      .where('l.variableSymbol', '=', digits),
                  ),
                ]
              : []),
          ]),
        )
        .orderBy('s.name')
        .limit(20)
        .execute()
      return {
        status: 200,
        body: {
          subjects: rows.map(s => ({
            id: s.id,
            name: s.name,
            kind: s.kind,
            birthDate: s.birthDate,
            companyId: s.companyId,
            address: [s.address.street, s.address.houseNumber, s.address.city].filter(Boolean).join(' '),
            pairedWith: s.personId !== null,
          })),
        },
      }
    },
  }),
]

const tasks = (db: Db) =>
  db
    .selectFrom('task as t')
    .innerJoin('case as c', 'c.id', 't.caseId')
    .innerJoin('person as p', 'p.id', 'c.personId')
    .select([
      't.id',
      't.caseId',
      't.agenda',
      't.step',
      't.stepKey',
      't.role',
      't.state',
      't.due',
      't.late',
      't.not',
      't.openedAt',
      'c.number',
      'p.givenName',
      'p.familyName',
      'c.definition',
      'c.unreadSince',
    ])

function taskSummary(row: {
  id: string
  caseId: string
  agenda: string
  step: string
  role: string
  due: string | null
  late: boolean
  unreadSince: Date | null
  openedAt: Date
  number: string
  givenName: string
  familyName: string
  content: DefinitionContent
}): TaskSummary {
  return {
    id: row.id,
    case: row.caseId,
    number: row.number,
    agenda: row.agenda,
    title: row.content.title,
    step: row.content.steps[row.step] ?? words(row.step, row.step),
    person: `${row.givenName} ${row.familyName}`,
    role: row.role,
    openedAt: row.openedAt.toISOString(),
    due: row.due,
    late: row.late,
    unread: row.unreadSince !== null,
  }
}

const taskState = (state: string): TaskView['state'] => (state === 'open' || state === 'done' ? state : 'cancelled')

/** The instant in a page mark; one that was tampered with starts from the newest. */
function at(before: string | undefined): string {
  const instant = new Date(before?.split('|')[0] ?? '')
  return Number.isNaN(instant.getTime()) ? new Date().toISOString() : instant.toISOString()
}
