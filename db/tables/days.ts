import { defineEntity, p } from '@mikro-orm/postgresql'

/** The closing of a day: one treasurer proposes it, another confirms. `totals` are as the first of them saw them, and stay so. */
export const DayClosing = defineEntity({
  name: 'DayClosing',
  tableName: 'day_closing',
  properties: {
    id: p.uuid().primary(),
    day: p.date(), // Europe/Prague
    state: p.string(), // proposed | confirmed | withdrawn
    totals: p.json<unknown>(),
    note: p.string().nullable(),
    proposedBy: p.string(),
    proposedAt: p.datetime().defaultRaw('now()'),
    decidedBy: p.string().nullable(),
    decidedAt: p.datetime().nullable(),
  },
})

/** The closing of a month, once each of its days with money is closed; `month` is its first day. Totals are the sums of its days. */
export const MonthClosing = defineEntity({
  name: 'MonthClosing',
  tableName: 'month_closing',
  properties: {
    id: p.uuid().primary(),
    month: p.date(),
    state: p.string(), // proposed | confirmed | withdrawn
    totals: p.json<unknown>(),
    note: p.string().nullable(),
    proposedBy: p.string(),
    proposedAt: p.datetime().defaultRaw('now()'),
    decidedBy: p.string().nullable(),
    decidedAt: p.datetime().nullable(),
  },
})
