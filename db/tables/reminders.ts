import { defineEntity, p } from '@mikro-orm/postgresql'

/** By which channels somebody is reminded of what is due; without a row: in the portal alone. */
export const ReminderChoice = defineEntity({
  name: 'ReminderChoice',
  tableName: 'reminder_choice',
  properties: {
    personId: p.uuid().primary(),
    email: p.boolean().default(false),
    portal: p.boolean().default(true),
    changedAt: p.datetime().defaultRaw('now()'),
  },
})

/** One reminder of all that somebody is to be reminded of that day; `state` is that of the e-mail. */
export const ReminderLetter = defineEntity({
  name: 'ReminderLetter',
  tableName: 'reminder_letter',
  properties: {
    id: p.uuid().primary(),
    personId: p.uuid(),
    /** Shown in the portal until it is dismissed. */
    portal: p.boolean(),
    state: p.string(), // pending | sent | no-address | needless | not-wanted
    attempts: p.integer().default(0),
    nextAt: p.datetime().defaultRaw('now()'),
    createdAt: p.datetime().defaultRaw('now()'),
    sentAt: p.datetime().nullable(),
    dismissedAt: p.datetime().nullable(),
  },
})

/** A debt, or an instalment of it, that a letter reminds of, before it is due or after: once for each person. */
export const Reminder = defineEntity({
  name: 'Reminder',
  tableName: 'reminder',
  properties: {
    liabilityId: p.uuid().primary(),
    kind: p.string().primary(), // before | after
    personId: p.uuid().primary(),
    planId: p.uuid().nullable(),
    instalment: p.integer().nullable(),
    letterId: p.uuid(),
  },
})
