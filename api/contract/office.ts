import Type from 'typebox'
import type { Static } from 'typebox'
import { CaseView } from './cases.ts'
import { FormDefinition } from './forms.ts'
import { day, instant, orNull } from './pieces.ts'
import { Uuid, Words } from './wire.ts'

export const TaskSummary = Type.Object({
  id: Type.String(),
  case: Uuid,
  number: Type.String(),
  agenda: Type.String(),
  title: Words,
  step: Words,
  person: Type.String(),
  role: Type.String(),
  openedAt: instant,
  due: orNull(day),
  late: Type.Boolean(),
  unread: Type.Boolean({ description: 'The citizen has written, and nobody at the office has read it.' }),
})
export type TaskSummary = Static<typeof TaskSummary>
/** GET /api/inbox?role=&before= — newest first, 20 a page. */
export const Inbox = Type.Object({
  roles: Type.Array(Type.Object({ role: Type.String(), title: Words, open: Type.Integer(), late: Type.Integer() })),
  tasks: Type.Array(TaskSummary),
  next: orNull(Type.String({ description: 'Pass as `before` for the next page.' })),
})
export type Inbox = Static<typeof Inbox>
/** GET /api/tasks/:id — decided by POST /api/cases/:case/messages with `stepKey`. */
export const TaskView = Type.Object({
  ...TaskSummary.properties,
  stepKey: Type.String(),
  state: Type.Enum(['open', 'done', 'cancelled']),
  form: FormDefinition,
  caseView: CaseView,
  barred: Type.Union([Words, Type.Null()], {
    description: 'Set when this clerk may not decide (four eyes) or it is decided already.',
  }),
})
export type TaskView = Static<typeof TaskView>
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
