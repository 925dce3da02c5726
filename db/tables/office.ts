import { defineEntity, p } from '@mikro-orm/postgresql'

interface Words {
  cs: string
  en: string
}

/**
 * A town-hall employee who may decide tasks. `roles` are the inboxes (ids of departments) and the duties `desk`, `admin` and `treasurer`;
 * `supervises` are the inboxes whose late tasks come to them. What stands in contacts is kept here, too.
 */
export const Official = defineEntity({
  name: 'Official',
  tableName: 'official',
  properties: {
    id: p.string().primary(),
    name: p.string(),
    department: p.string(),
    roles: p.array(),
    active: p.boolean(),
    email: p.string().nullable(),
    titles: p.string().default(''),
    position: p.json<Words>().nullable(),
    phone: p.string().nullable(),
    door: p.string().nullable(),
    responsible: p.json<Words[]>().defaultRaw(`'[]'`),
    photo: p.blob().nullable(),
    photoType: p.string().nullable(),
    supervises: p.array().defaultRaw(`'{}'`),
    /** The official's own account as a citizen: nobody decides in their own matter (§ 14 správního řádu). */
    personId: p.uuid().nullable(),
    /** The first day without them; while they are active, a day to come. */
    leftOn: p.date().nullable(),
    successorId: p.string().nullable(),
    /** When this row was last written; a trigger keeps it, and tells every process by `official`. */
    changedAt: p.datetime().defaultRaw('now()'),
  },
})

/** Days, both included, on which a substitute has an official's tasks. */
export const Absence = defineEntity({
  name: 'Absence',
  tableName: 'absence',
  properties: {
    id: p.uuid().primary(),
    officialId: p.string(),
    substituteId: p.string(),
    fromDay: p.date(),
    toDay: p.date(),
    createdBy: p.string(),
    createdAt: p.datetime().defaultRaw('now()'),
    cancelledAt: p.datetime().nullable(),
  },
})

/** A clerk's task (úkol): an open step of kind `clerk`, as the inbox lists it. Who has it, is changed here alone, never by the case. */
export const Task = defineEntity({
  name: 'Task',
  tableName: 'task',
  properties: {
    id: p.string().primary(),
    caseId: p.uuid(),
    agenda: p.string(),
    step: p.string(),
    stepKey: p.string(),
    role: p.string(),
    state: p.string(),
    due: p.date(),
    late: p.boolean(),
    not: p.array(),
    openedAt: p.datetime(),
    closedAt: p.datetime().nullable(),
    decidedBy: p.string().nullable(),
    assignee: p.string().nullable(),
    assignedAt: p.datetime().nullable(),
    /** When the supervisor was told that it is late. */
    escalatedAt: p.datetime().nullable(),
    /** Set while the case waits for somebody outside the inbox, since this task was decided. */
    waitingSince: p.datetime().nullable(),
    /** Case number, people and agenda, folded (`city/fold.ts`), one after another. */
    search: p.string().default(''),
    changedAt: p.datetime().defaultRaw('now()'),
  },
})

/** Who took, gave back or passed on a task, and why. Append-only by trigger. */
export const TaskMove = defineEntity({
  name: 'TaskMove',
  tableName: 'task_move',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    taskId: p.string(),
    at: p.datetime().defaultRaw('now()'),
    what: p.string(),
    byOfficial: p.string().nullable(),
    toOfficial: p.string().nullable(),
    /** The inbox it was handed over to. */
    toRole: p.string().nullable(),
    reason: p.string().nullable(),
  },
})

/** A mail to an official about a task: written with what it tells of, delivered in the background. */
export const OfficialNotice = defineEntity({
  name: 'OfficialNotice',
  tableName: 'official_notice',
  properties: {
    taskId: p.string().primary(),
    officialId: p.string().primary(),
    what: p.string().primary(),
    state: p.string().default('pending'),
    attempts: p.integer().default(0),
    nextAt: p.datetime().defaultRaw('now()'),
    createdAt: p.datetime().defaultRaw('now()'),
    sentAt: p.datetime().nullable(),
  },
})
