import { defineEntity, p } from '@mikro-orm/postgresql'

/** How it was verified that the principal wants it: by a sign-in, an officially verified signature, a conversion clause, a register. */
export interface Verification {
  kind: 'sign-in' | 'legalisation' | 'conversion' | 'original' | 'register'
  /** Number of the clause or of the entry. */
  number?: string
  by?: string
  day?: string
}

/** An authorisation to act for somebody (zmocnění, zastoupení); the principal (zmocnitel) is a subject of the city's records. */
export const Mandate = defineEntity({
  name: 'Mandate',
  tableName: 'mandate',
  properties: {
    id: p.uuid().primary(),
    /** The case that registered it, and lives as long as the mandate; none when it comes from a register. */
    caseId: p.uuid().nullable(),
    basis: p.string(), // poa | parent | guardian | statutory | common-representative | employee
    source: p.string(), // portal | paper | desk | register
    principalId: p.uuid(),
    /** Haléře a payment; none without a limit. */
    amountLimit: p.bigint('number').nullable(),
    /** How many agents must sign a filing together. */
    signatures: p.integer().default(1),
    validFrom: p.date(),
    /** The last day. */
    validTo: p.date().nullable(),
    state: p.string(), // submitted | verifying | active | suspended | revoked | expired | rejected
    verification: p.json<Verification>().nullable(),
    verifiedAt: p.datetime().nullable(),
    verifiedBy: p.string().nullable(),
    /** Why it ended or is suspended, in the words of whoever did it. */
    reason: p.string().nullable(),
    /** Since when nothing may be done under it, and by whose decision: an official, or `portal`. */
    suspendedAt: p.datetime().nullable(),
    suspendedBy: p.string().nullable(),
    /** When the state's registers were last asked about principal and agents, and what they said against it. */
    checkedAt: p.datetime().nullable(),
    found: p.string().nullable(), // principal-died | agent-died | company-dissolved | principal-incapable | agent-incapable
    createdAt: p.datetime().defaultRaw('now()'),
    endedAt: p.datetime().nullable(),
    endedBy: p.string().nullable(),
  },
})

/** What a mandate reaches: an agenda, or `*` for all, and the actions allowed there. */
export const MandateScope = defineEntity({
  name: 'MandateScope',
  tableName: 'mandate_scope',
  properties: {
    mandateId: p.uuid().primary(),
    agenda: p.string().primary(),
    actions: p.array(),
    /** The principal and the days, while a power of attorney to file is alive: kept by triggers, one agent at a time. */
    filingFor: p.uuid().nullable(),
    filingDuring: p.string().columnType('daterange').nullable(),
  },
})

/** Who may act under a mandate (zmocněnec): named first, joined to an account when they accept. */
export const MandateAgent = defineEntity({
  name: 'MandateAgent',
  tableName: 'mandate_agent',
  properties: {
    mandateId: p.uuid().primary(),
    n: p.integer().primary(),
    personId: p.uuid().nullable(),
    name: p.string(),
    birthDate: p.date().nullable(),
    acceptedAt: p.datetime().nullable(),
  },
})
