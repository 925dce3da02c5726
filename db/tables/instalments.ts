import { defineEntity, p } from '@mikro-orm/postgresql'

/** A debt spread over instalments (posečkání a splátky); its id is that of the case which granted it. Amounts in haléře. */
export const InstalmentPlan = defineEntity({
  name: 'InstalmentPlan',
  tableName: 'instalment_plan',
  properties: {
    id: p.uuid().primary(),
    liabilityId: p.uuid(),
    amount: p.bigint('number'),
    state: p.string().default('running'), // running | kept | broken
    grantedOn: p.date(),
    endedOn: p.date().nullable(),
  },
})

/** One instalment of a plan; together they make its amount (held by a trigger). */
export const Instalment = defineEntity({
  name: 'Instalment',
  tableName: 'instalment',
  properties: {
    planId: p.uuid().primary(),
    n: p.integer().primary(),
    due: p.date(),
    amount: p.bigint('number'),
  },
})
