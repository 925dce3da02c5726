import Type from 'typebox'
import type { Static } from 'typebox'
import { CaseView } from './cases.ts'
import { FormDefinition } from './forms.ts'
import { TransferRefund } from './money.ts'
import { anything, closed, day, instant, orNull } from './pieces.ts'
import { Uuid, Words } from './wire.ts'

/** An official as the inbox names one. */
export const Colleague = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** Who has their tasks today, while the official is away. */
  substitute: orNull(Type.Object({ id: Type.String(), name: Type.String(), until: day })),
})
export type Colleague = Static<typeof Colleague>

export const TaskSummary = Type.Object({
  id: Type.String(),
  case: Uuid,
  number: Type.String(),
  agenda: Type.String(),
  title: Words,
  step: Words,
  person: Type.String(),
  principal: orNull(Type.String({ description: 'In whose name the person acts, when not in their own.' })),
  role: Type.String(),
  state: Type.Enum(['open', 'done', 'cancelled']),
  openedAt: instant,
  closedAt: orNull(instant),
  due: day,
  late: Type.Boolean(),
  unread: Type.Boolean({ description: 'The citizen has written, and nobody at the office has read it.' }),
  assignee: orNull(Colleague),
  mine: Type.Boolean({ description: 'Mine, or of a colleague whom I substitute today.' }),
  barred: Type.Boolean({ description: 'I may not decide it: four eyes, or my own matter.' }),
  waits: orNull(Words, { description: 'In `waiting`: whom the case waits for, and until when.' }),
})
export type TaskSummary = Static<typeof TaskSummary>

/**
 * Which tasks: `mine` those I have or whose holder I substitute today, `team` all open ones of my inboxes, `unassigned` those nobody
 * has, `waiting` cases of my inboxes in which somebody else is on the move, `late` those past their day, `done` what I decided.
 */
export const InboxView = Type.Enum(['mine', 'team', 'unassigned', 'waiting', 'late', 'done'])
export type InboxView = Static<typeof InboxView>
export const InboxSort = Type.Enum(['newest', 'oldest', 'due'])
export type InboxSort = Static<typeof InboxSort>
const filters = {
  view: Type.Optional(InboxView),
  role: Type.Optional(Type.String({ maxLength: 60, description: 'One of my inboxes, or of those I supervise.' })),
  agenda: Type.Optional(Type.String({ maxLength: 100 })),
  assignee: Type.Optional(Type.String({ maxLength: 100, description: 'Of one colleague; supervisors only.' })),
  q: Type.Optional(
    Type.String({
      maxLength: 100,
      description:
        'Parts of case number, person, principal or agenda, in any order; diacritics do not matter. One or two letters begin a word.',
    }),
  ),
  sort: Type.Optional(InboxSort),
}
/** What a clerk looks at: view, filters and order. `team`, newest first, by default. */
export const InboxFilter = Type.Object(filters, closed)
export type InboxFilter = Static<typeof InboxFilter>
/** GET /api/inbox */
export const InboxQuery = Type.Object(
  {
    ...filters,
    after: Type.Optional(Type.String({ maxLength: 300, description: 'The `next` of the page before.' })),
  },
  closed,
)
export type InboxQuery = Static<typeof InboxQuery>
const count = Type.Integer({ maximum: 1000, description: 'At most 1000: more is told as 1000.' })
/** GET /api/inbox — 20 a page. `waiting` and `done` stand newest first or oldest first, by when the task was decided. */
export const Inbox = Type.Object({
  roles: Type.Array(
    Type.Object({
      role: Type.String(),
      title: Words,
      open: count,
      late: count,
      unassigned: count,
      supervised: Type.Boolean(),
    }),
  ),
  counts: Type.Object({ mine: count, team: count, unassigned: count, waiting: count, late: count }),
  agendas: Type.Array(Type.Object({ id: Type.String(), title: Words }), {
    description: 'Those with open tasks in my inboxes.',
  }),
  colleagues: Type.Array(Type.Object({ ...Colleague.properties, open: count, late: count }), {
    description: 'Members of the inboxes I supervise, with what each has; empty for others.',
  }),
  tasks: Type.Array(TaskSummary),
  next: orNull(Type.String({ description: 'Pass as `after` for the next page.' })),
})
export type Inbox = Static<typeof Inbox>

/** GET /api/inbox/live: data of each event `changed`. `case`: the case moved on, the task stands as it was. */
export const InboxChange = Type.Object({
  task: Type.String(),
  case: Uuid,
  role: Type.String(),
  what: Type.Enum(['opened', 'claimed', 'released', 'assigned', 'handed-over', 'late', 'closed', 'case']),
})
export type InboxChange = Static<typeof InboxChange>

/** `to` is a colleague, or a department for `handed-over`; null where the task went back to everybody. */
export const TaskMove = Type.Object({
  at: instant,
  what: Type.Enum(['claimed', 'released', 'assigned', 'handed-over', 'escalated']),
  by: orNull(Type.String()),
  to: orNull(Words),
  reason: orNull(Type.String()),
})
export type TaskMove = Static<typeof TaskMove>
/** GET /api/tasks/:id — decided by POST /api/cases/:case/messages with `stepKey`. */
export const TaskView = Type.Object({
  ...TaskSummary.properties,
  stepKey: Type.String(),
  form: FormDefinition,
  caseView: CaseView,
  mayDecide: Type.Boolean({ description: 'I may decide it now: deciding a task nobody has takes it.' }),
  why: orNull(Words, { description: 'Why I may not: four eyes, my own matter, a colleague has it, it is decided.' }),
  deadline: orNull(Words, { description: 'By when it is to be decided, and why then; null once it is decided.' }),
  moves: Type.Array(TaskMove),
  refund: orNull(TransferRefund, { description: 'The bank order that the case waits for.' }),
  colleagues: Type.Array(Colleague, { description: 'To whom it may be assigned.' }),
  departments: Type.Array(Type.Object({ id: Type.String(), name: Words }), {
    description: 'To which it may be handed over: those with somebody to decide.',
  }),
  mayAssign: Type.Boolean({ description: 'I have it (or substitute who has), or supervise its inbox.' }),
})
export type TaskView = Static<typeof TaskView>

/** POST /api/tasks/:id/release — the claim's counterpart; the reason is for colleagues. */
export const Release = Type.Object({ reason: Type.String({ minLength: 3, maxLength: 500 }) }, closed)
export type Release = Static<typeof Release>
/** POST /api/tasks/assign — supervisors, and whoever has the task. All or none. */
export const Assignment = Type.Object(
  {
    tasks: Type.Array(Type.String({ maxLength: 200 }), { minItems: 1, maxItems: 100 }),
    to: orNull(Type.String({ maxLength: 100, description: 'null puts them back for anyone.' })),
    reason: Type.Optional(Type.String({ maxLength: 500 })),
  },
  closed,
)
export type Assignment = Static<typeof Assignment>
export const Assigned = Type.Object({
  assigned: Type.Integer(),
  to: orNull(Colleague, { description: 'Who has them now: the substitute, where the colleague is away.' }),
})
export type Assigned = Static<typeof Assigned>
/** POST /api/tasks/:id/hand-over — to another department's inbox. `id` is the sender's own message id. */
export const HandOver = Type.Object(
  { id: Uuid, role: Type.String({ maxLength: 60 }), reason: Type.String({ minLength: 3, maxLength: 500 }) },
  closed,
)
export type HandOver = Static<typeof HandOver>
/** POST /api/tasks/:id/preview */
export const PreviewRequest = Type.Object({ data: anything }, closed)
export type PreviewRequest = Static<typeof PreviewRequest>
/** What the citizen will get if the form is decided so. Nothing happens by looking. */
export const Preview = Type.Object({
  messages: Type.Array(Type.Object({ to: Type.String(), subject: Words, body: Words })),
  documents: Type.Array(Words),
  outcome: orNull(Words),
  next: Type.Array(Words, { description: 'What the case will wait for then.' }),
  assumes: Type.Array(Words, { description: 'What the preview takes for granted, e.g. that the records agree.' }),
})
export type Preview = Static<typeof Preview>
/** The task to go on with in the clerk's view and order, and how many are left there (at most 1000). */
export const NextTask = Type.Object({ task: orNull(Type.String()), left: count })
export type NextTask = Static<typeof NextTask>
/** POST /api/cases/:id/messages: the case's next view. To an official who asks with a `view` also the task to go on with. */
export const Answered = Type.Object({ ...CaseView.properties, next: Type.Optional(NextTask) })
export type Answered = Static<typeof Answered>

/** GET·POST /api/absences · DELETE /api/absences/:id */
export const Absence = Type.Object({
  id: Uuid,
  official: Colleague,
  substitute: Colleague,
  from: day,
  to: day,
  current: Type.Boolean(),
  mayCancel: Type.Boolean(),
})
export type Absence = Static<typeof Absence>
export const Absences = Type.Object({
  absences: Type.Array(Absence, {
    description: 'Present and coming ones of mine, of my inboxes, and in which I substitute.',
  }),
  officials: Type.Array(Colleague, { description: 'For whom I may enter one: myself first, then those I supervise.' }),
  colleagues: Type.Array(Colleague, { description: 'Who may substitute: those of my inboxes first.' }),
})
export type Absences = Static<typeof Absences>
export const NewAbsence = Type.Object(
  {
    official: Type.Optional(
      Type.String({ maxLength: 100, description: 'Oneself by default; supervisors may name theirs.' }),
    ),
    substitute: Type.String({ maxLength: 100 }),
    from: day,
    to: day,
  },
  closed,
)
export type NewAbsence = Static<typeof NewAbsence>

/** GET /api/subjects?query= (finance) — candidates for pairing an account. */
export const SubjectList = Type.Object({
  subjects: Type.Array(
    Type.Object({
      id: Uuid,
      name: Type.String(),
      kind: Type.String(),
      birthDate: orNull(day),
      companyId: orNull(Type.String()),
      address: Type.String(),
      pairedWith: Type.Boolean(),
    }),
  ),
})
export type SubjectList = Static<typeof SubjectList>
