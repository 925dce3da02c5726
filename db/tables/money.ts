import { defineEntity, p } from '@mikro-orm/postgresql'
import type { Address } from './people.ts'

/** The ledger's subject (ESU): a person or company as the city's accounting knows it. */
export const Subject = defineEntity({
  name: 'Subject',
  tableName: 'subject',
  properties: {
    id: p.uuid().primary(),
    kind: p.string(), // 'person' | 'business' | 'company'
    name: p.string(),
    givenName: p.string().nullable(),
    familyName: p.string().nullable(),
    birthDate: p.date().nullable(),
    birthNumber: p.string().nullable(),
    companyId: p.string().nullable(),
    dataBoxId: p.string().nullable(),
    address: p.json<Address>(),
    /** Number in the city's accounting. */
    accountingId: p.string().nullable(),
    note: p.string().nullable(), // 'deceased', 'minor', …: why it cannot be paired by itself
  },
})

/** A prescription (předpis): what one subject owes for one period or instalment. Amounts in haléře. */
export const Liability = defineEntity({
  name: 'Liability',
  tableName: 'liability',
  properties: {
    id: p.uuid().primary(),
    subjectId: p.uuid(),
    /** Number in the city's accounting. */
    number: p.string(),
    kind: p.string(), // waste | dog | fine | specified-amount | sewerage | flat-rent | premises-rent
    world: p.string(), // administrative | tax | private
    year: p.integer(),
    period: p.string(), // '2026', '2026-04', 'Q1 2026'
    instalment: p.integer().default(1),
    instalments: p.integer().default(1),
    description: p.json<{ cs: string; en: string }>(),
    legalBasis: p.json<{ cs: string; en: string }>(),
    /** Whom it concerns when it is not the debtor: a child's fee owed by the parent. */
    concerns: p.string().nullable(),
    issued: p.date(),
    due: p.date(),
    variableSymbol: p.string(),
    specificSymbol: p.string().nullable(),
    account: p.string(), // the city's account, IBAN
    principal: p.bigint('number'),
    accessories: p.bigint('number').default(0), // Σ accessory.amount
    paid: p.bigint('number').default(0), // paidElsewhere + Σ allocation.amount
    /** What the accounting has received beside the portal. */
    paidElsewhere: p.bigint('number').default(0),
    writtenOff: p.bigint('number').default(0),
    currency: p.string().default('CZK'),
    state: p.string(), // open | settled | cancelled | enforcement
    /** Up to when the city's accounting knows this debt („stav k“). */
    asOf: p.datetime(),
    /** When this row was last written here; a trigger keeps it. */
    changedAt: p.datetime().defaultRaw('now()'),
  },
})

/** Accessory (příslušenství): late increase, costs of proceedings, interest; its own line with its own basis. */
export const Accessory = defineEntity({
  name: 'Accessory',
  tableName: 'accessory',
  properties: {
    id: p.uuid().primary(),
    liabilityId: p.uuid(),
    kind: p.string(),
    amount: p.bigint('number'),
    legalBasis: p.json<{ cs: string; en: string }>(),
    since: p.date(),
  },
})

/** Money received. `externalId` (gateway payment, bank statement line) is unique: the ledger knows it once. */
export const Payment = defineEntity({
  name: 'Payment',
  tableName: 'payment',
  properties: {
    id: p.uuid().primary(),
    externalId: p.string(),
    channel: p.string(), // card | bank | cash
    orderId: p.uuid().nullable(),
    payer: p.string().nullable(),
    amount: p.bigint('number'),
    unallocated: p.bigint('number').default(0),
    /** Given back: amount = Σ allocation.amount + unallocated + returned, which Postgres checks at the commit. */
    returned: p.bigint('number').default(0),
    currency: p.string().default('CZK'),
    paidAt: p.datetime(),
    creditedOn: p.date().nullable(),
    postedAt: p.datetime().defaultRaw('now()'),
    cardBrand: p.string().nullable(),
    cardLast4: p.string().nullable(),
    /** The run in which it was first handed over to the accounting. */
    exportRun: p.integer().nullable(),
    /** The run that told the last of it; null while something of it has not been told. Postgres sees to that. */
    toldRun: p.integer().nullable(),
  },
})

/** How much of a payment settles which liability (párování). */
export const Allocation = defineEntity({
  name: 'Allocation',
  tableName: 'allocation',
  properties: {
    paymentId: p.uuid().primary(),
    liabilityId: p.uuid().primary(),
    amount: p.bigint('number'),
    at: p.datetime().defaultRaw('now()'),
  },
})

/** A basket with frozen amounts sent to the card gateway. Its id is derived from case and step, never random. */
export const PaymentOrder = defineEntity({
  name: 'PaymentOrder',
  tableName: 'payment_order',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    personId: p.uuid(),
    state: p.string(), // see activities/payments/states.ts
    amount: p.bigint('number'),
    currency: p.string().default('CZK'),
    checkoutId: p.string().nullable(),
    checkoutUrl: p.string().nullable(),
    intentId: p.string().nullable(),
    failure: p.string().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
    expiresAt: p.datetime(),
    paidAt: p.datetime().nullable(),
    postedAt: p.datetime().nullable(),
    reviewReason: p.string().nullable(),
    /** What came when the ledger cannot take it: minor units of another currency. */
    receivedAmount: p.bigint('number').nullable(),
    receivedCurrency: p.string().nullable(),
    /** When the sweep last asked the gateway about it. */
    askedAt: p.datetime().nullable(),
  },
})

/** One liability in an order; `live` while the order may still be paid: one live line per liability (unique in Postgres). */
export const PaymentOrderItem = defineEntity({
  name: 'PaymentOrderItem',
  tableName: 'payment_order_item',
  properties: {
    orderId: p.uuid().primary(),
    liabilityId: p.uuid().primary(),
    amount: p.bigint('number'),
    live: p.boolean(),
    /** By which mandate somebody else's debt is paid, when by one. */
    mandateId: p.uuid().nullable(),
  },
})

/** An order that was given up before it was made. */
export const VoidOrder = defineEntity({
  name: 'VoidOrder',
  tableName: 'void_order',
  properties: { id: p.uuid().primary(), at: p.datetime().defaultRaw('now()') },
})

/** A webhook as it came, stored before it is understood. */
export const GatewayEvent = defineEntity({
  name: 'GatewayEvent',
  tableName: 'gateway_event',
  properties: {
    id: p.string().primary(),
    type: p.string(),
    payload: p.json<unknown>(),
    receivedAt: p.datetime().defaultRaw('now()'),
    orderId: p.uuid().nullable(),
    state: p.string(), // found | told | ignored | unknown
    reason: p.string().nullable(),
    /** An unknown event was looked at by an official, who says what it was. */
    resolvedAt: p.datetime().nullable(),
    resolvedBy: p.string().nullable(),
    resolution: p.string().nullable(),
    /** Postgres reads these out of the payload: the gateway's payment, and of a message that money was taken, how much (minor units) and when. */
    intentId: p.string().nullable(),
    took: p.bigint('number').nullable(),
    tookCurrency: p.string().nullable(),
    tookAt: p.datetime().nullable(),
  },
})

/** Money that goes back to a payer (vratka), or was taken back by their bank. Its id is derived from the case that decides on it. */
export const Refund = defineEntity({
  name: 'Refund',
  tableName: 'refund',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    /** The payment in the ledger; none for money that the ledger never took. */
    paymentId: p.uuid().nullable(),
    orderId: p.uuid().nullable(),
    kind: p.string(), // refund | chargeback | outside (made at the gateway past the portal)
    via: p.string(), // card | transfer
    amount: p.bigint('number'),
    currency: p.string().default('CZK'),
    state: p.string(), // see activities/payments/states.ts
    /** Above the city's limit: another official confirms. */
    fourEyes: p.boolean(),
    proposedBy: p.string(),
    approvedBy: p.string().nullable(),
    /** IBAN of the payer, for a transfer. */
    account: p.string().nullable(),
    /** By which a bank statement knows a transfer, from a series of the house's own; none for those made before there was one. */
    variableSymbol: p.string().nullable(),
    /** The statement lines that show a transfer sent, and come back. */
    madeBy: p.uuid().nullable(),
    returnedBy: p.uuid().nullable(),
    /** The gateway's id of the refund. */
    externalId: p.string().nullable(),
    failure: p.string().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
    doneAt: p.datetime().nullable(),
  },
})

/** What the ledger gave back, each id from outside once. */
export const PaymentReturn = defineEntity({
  name: 'PaymentReturn',
  tableName: 'payment_return',
  properties: {
    externalId: p.string().primary(),
    paymentId: p.uuid(),
    amount: p.bigint('number'),
    /** Debts that owe again because the money went back. */
    reopened: p.json<{ liability: string; amount: number }[]>(),
    at: p.datetime().defaultRaw('now()'),
    /** The money came back: the bank of the payer did not take it. */
    cancelledAt: p.datetime().nullable(),
  },
})

/** Up to when the gateway's list of events has been read. */
export const GatewayCursor = defineEntity({
  name: 'GatewayCursor',
  tableName: 'gateway_cursor',
  properties: { name: p.string().primary(), at: p.datetime() },
})

/** Gapless yearly numbering of cases and documents. */
export const Counter = defineEntity({
  name: 'Counter',
  tableName: 'counter',
  properties: { name: p.string().primary(), year: p.integer().primary(), value: p.integer() },
})
