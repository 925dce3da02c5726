import { defineEntity, p } from '@mikro-orm/postgresql'

/** Who acts: a citizen, a town-hall official or the house itself (gateway, timer). */
export interface Actor {
  kind: 'person' | 'official' | 'system'
  id: string
  name: string
  assurance?: string
  /**
   * In whose name the person acts (“X za Y”): a subject of the city's records, and the mandate that allows it. Without a mandate it is
   * the subject itself, in a case that an agent of theirs has filed.
   */
  for?: { subject: string; name: string; mandate: string | null }
  /** The role in which the person was invited into the case (agent, co-signer). */
  party?: string
  /** The official who acts at the desk for the person present (asistovaná služba). */
  assistedBy?: { id: string; name: string }
}

/** One step a case waits for; the case's next view is the list of these. Instants are ISO strings. */
export interface OpenStep {
  /** Unique inside the case: `step/opening`, so that a step opened twice is answered twice. */
  key: string
  step: string
  kind: 'form' | 'clerk' | 'pay'
  /** A role of the town hall for `clerk`; else `citizen` or another party of the case, by its role. */
  by: string
  since: string
  /** The citizen's time: the step lapses then. */
  until?: string
  /** The office's time (a day): the task is late after it, and never lapses. */
  due?: string
  late?: boolean
  /** The mandate under which the case was filed has ended: it waits for the principal or another agent. */
  frozen?: boolean
  /** Why it is frozen, when the mandate has not simply ended: it is suspended, or its principal is no more. */
  frozenBy?: 'suspended' | 'principal-gone'
  /** It may be answered whenever one likes, and nobody is waited for. */
  anytime?: boolean
  /** Officials who may not decide (four eyes). */
  not?: string[]
  pay?: {
    order: string
    amount: number
    currency: 'CZK'
    state: 'connecting' | 'open' | 'asking'
    url?: string
    failure?: string
  }
}

/** How many must sign a filing together, and who may beside the filer; `birthDate` is a day, `person` an account if they have one. */
export interface JointFiling {
  signatures: number
  others: { givenName: string; familyName: string; birthDate: string; person: string | null }[]
}

/** A case (případ, spis): one life situation of one person. Changed, once filed, by its workflow alone. */
export const Case = defineEntity({
  name: 'Case',
  tableName: 'case',
  properties: {
    id: p.uuid().primary(),
    number: p.string(),
    agenda: p.string(),
    definition: p.string(),
    /** The citizen who filed it. */
    personId: p.uuid(),
    /** In whose name, when not in the citizen's own, and by which mandate. */
    subjectId: p.uuid().nullable(),
    mandateId: p.uuid().nullable(),
    /** Set when several had to sign it together: how many, and those asked beside the filer. */
    joint: p.json<JointFiling>().nullable(),
    /** The official who filed it at the desk for the person present. */
    assistedBy: p.string().nullable(),
    seq: p.integer().default(0),
    /** The record written last, by the case's own count; when the workflow task began that wrote it; and how many happenings it made. */
    recordSeq: p.integer().default(0),
    recordAt: p.datetime().nullable(),
    told: p.integer().default(0),
    state: p.string(),
    outcome: p.string().nullable(),
    open: p.json<OpenStep[]>().defaultRaw(`'[]'`),
    /** Since when words of the citizen wait to be read at the office; taken away by reading, which the workflow does not hear of. */
    unreadSince: p.datetime().nullable(),
    filedAt: p.datetime().defaultRaw('now()'),
    changedAt: p.datetime().defaultRaw('now()'),
    closedAt: p.datetime().nullable(),
  },
})

/** The forms and texts a case began with, by hash: an edited agenda reaches new cases only. */
export const Definition = defineEntity({
  name: 'Definition',
  tableName: 'definition',
  properties: {
    hash: p.string().primary(),
    agenda: p.string(),
    content: p.json<DefinitionContent>(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
})
export interface DefinitionContent {
  title: { cs: string; en: string }
  forms: Record<string, { schema: unknown; layout?: unknown }>
  texts: Record<string, { subject: { cs: string; en: string }; body: { cs: string; en: string } }>
  steps: Record<string, { cs: string; en: string }>
  outcomes: Record<string, { cs: string; en: string }>
}

/** Whatever reaches a case. Committed before anything else happens: this instant is the legal moment of filing (podání). */
export const Message = defineEntity({
  name: 'Message',
  tableName: 'message',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    kind: p.string(),
    stepKey: p.string().nullable(),
    actor: p.json<Actor>(),
    data: p.json<unknown>().nullable(),
    at: p.datetime().defaultRaw('now()'),
    state: p.string().default('stored'),
    reason: p.string().nullable(),
    attempts: p.integer().default(0),
    nextAt: p.datetime().defaultRaw('now()'),
  },
})

/** What happened in a case, in order: the citizen's timeline. Append-only by trigger. */
export const CaseEvent = defineEntity({
  name: 'CaseEvent',
  tableName: 'case_event',
  properties: {
    caseId: p.uuid().primary(),
    seq: p.integer().primary(),
    n: p.integer().primary(),
    /** Which happening of the case it is, by the case's own count: the last one told under a number holds. */
    ordinal: p.integer().nullable(),
    at: p.datetime(),
    what: p.string(),
    step: p.string().nullable(),
    actor: p.json<Actor>().nullable(),
    messageId: p.uuid().nullable(),
    values: p.json<Record<string, unknown>>().nullable(),
  },
})

/** Half-filled form or basket, saved as one types; `owner` is a person's or an official's id. */
export const Draft = defineEntity({
  name: 'Draft',
  tableName: 'draft',
  properties: {
    owner: p.string().primary(),
    key: p.string().primary(),
    data: p.json<unknown>(),
    version: p.integer().default(1),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
})

/** A document the city issues (PDF), numbered when recorded, rendered in the background, hashed. */
export const Document = defineEntity({
  name: 'Document',
  tableName: 'document',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    personId: p.uuid(),
    kind: p.string(),
    number: p.string(),
    values: p.json<Record<string, unknown>>(),
    state: p.string(),
    bytes: p.blob().nullable(),
    sha256: p.string().nullable(),
    attempts: p.integer().default(0),
    nextAt: p.datetime().defaultRaw('now()'),
    createdAt: p.datetime().defaultRaw('now()'),
  },
})

/** A message to the citizen: in the case and by e-mail; written with the case, delivered in the background. */
export const Notification = defineEntity({
  name: 'Notification',
  tableName: 'notification',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    /** The addressee, or else the party of the case by its role, who may not have an account yet. */
    personId: p.uuid().nullable(),
    party: p.string().nullable(),
    text: p.string(),
    values: p.json<Record<string, string | number>>(),
    documents: p.array(),
    state: p.string(),
    attempts: p.integer().default(0),
    nextAt: p.datetime().defaultRaw('now()'),
    createdAt: p.datetime().defaultRaw('now()'),
    sentAt: p.datetime().nullable(),
  },
})

/** A person of a case beside its citizen (agent, co-signer): invited by name, joined once they have signed in with their code. */
export const CaseParty = defineEntity({
  name: 'CaseParty',
  tableName: 'case_party',
  properties: {
    caseId: p.uuid().primary(),
    role: p.string().primary(),
    personId: p.uuid().nullable(),
    name: p.string(),
    birthDate: p.date().nullable(),
    email: p.string().nullable(),
    wrongCodes: p.integer().default(0),
    joinedAt: p.datetime().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
})

/** An uploaded file (příloha); `owner` is a person's or an official's id. It belongs to a case once a form with it was filed. */
export const File = defineEntity({
  name: 'File',
  tableName: 'file',
  properties: {
    id: p.uuid().primary(),
    owner: p.string(),
    caseId: p.uuid().nullable(),
    name: p.string(),
    type: p.string(),
    size: p.integer(),
    sha256: p.string(),
    bytes: p.blob(),
    createdAt: p.datetime().defaultRaw('now()'),
    attachedAt: p.datetime().nullable(),
  },
})
