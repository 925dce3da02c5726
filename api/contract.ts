/**
 * What the API answers, as types: the portal imports them (as types only) and the OpenAPI description names the same shapes.
 * Instants are ISO 8601 with offset, days `YYYY-MM-DD` in Europe/Prague, money integer haléře of CZK.
 */
export type Language = 'cs' | 'en'
export interface Words {
  cs: string
  en: string
}
export type Assurance = 'low' | 'substantial' | 'high'

/** RFC 9457. `problems` name fields (JSON pointer) and rules; `detail` and each `message` are sentences in the reader's language. */
export interface ProblemDetails {
  type: string
  code: string
  title: string
  status: number
  detail: string
  requestId: string
  problems?: FieldProblem[]
  /** Where to go on: another case that already pays the same debt, the sign-in page… */
  next?: string
}
export interface FieldProblem {
  path: string
  rule: string
  message: string
}

/** GET /api/session · POST /api/session/extend */
export interface SessionInfo {
  user: Citizen | OfficialUser | null
  /** Ends then unless extended; null without a session. */
  expiresAt: string | null
  /** Seconds before the end at which the page warns. */
  warnBefore: number
}
export interface Citizen {
  kind: 'citizen'
  id: string
  name: string
  assurance: Assurance
  means: string
  /** Whether the account leads to a subject of the city's ledger. */
  paired: boolean
  language: Language
}
export interface OfficialUser {
  kind: 'official'
  id: string
  name: string
  department: string
  roles: string[]
}

/** GET /api/catalogue */
export interface Catalogue {
  city: CityInfo
  guides: GuideSummary[]
}
export interface CityInfo {
  name: Words
  officeName: Words
  companyId: string
  address: string
  phone: string
  email: string
  web: string
  hours: { day: number; from: string; to: string }[]
  help: Words
}
export interface GuideSummary {
  slug: string
  title: Words
  summary: Words
  category: string
  keywords: { cs: string[]; en: string[] }
  /** The agenda that settles it online, when there is one. */
  online: string | null
}
/** GET /api/guides/:slug */
export interface Guide extends GuideSummary {
  html: Words
  cost: Words
  duration: Words
  law: Words[]
  updated: string
  department: Department
  official: OfficialContact | null
}
/** GET /api/contacts */
export interface Contacts {
  departments: Department[]
  officials: OfficialContact[]
}
export interface Department {
  id: string
  name: Words
  address: string
  phone: string
  email: string
  hours: { day: number; from: string; to: string }[]
}
export interface OfficialContact {
  id: string
  name: string
  title: Words
  department: string
  phone: string
  email: string
  door: string
  responsible: Words
}

/** A form as the wire carries it: JSON Schema 2020-12 with `x-title`… in both languages, and a JSON Forms layout. */
export interface FormDefinition {
  schema: Record<string, unknown>
  layout?: Record<string, unknown>
}
/** GET /api/agendas/:agenda */
export interface AgendaInfo {
  id: string
  title: Words
  assurance: Assurance
  first: string
  form: FormDefinition
}

/** GET /api/liabilities?year=&kind=&state= */
export interface Liabilities {
  paired: boolean
  /** The state of the ledger these lines show. */
  asOf: string | null
  years: number[]
  kinds: string[]
  /** Σ of the balances of open lines, all years. */
  owed: number
  overdue: number
  liabilities: Liability[]
}
export interface Liability {
  id: string
  number: string
  kind: 'waste' | 'dog' | 'fine' | 'specified-amount' | 'sewerage' | 'flat-rent' | 'premises-rent'
  world: 'administrative' | 'tax' | 'private'
  year: number
  period: string
  instalment: number
  instalments: number
  description: Words
  legalBasis: Words
  concerns: string | null
  debtor: string
  issued: string
  due: string
  variableSymbol: string
  specificSymbol: string | null
  principal: number
  accessories: { kind: string; amount: number; legalBasis: Words; since: string }[]
  paid: number
  writtenOff: number
  balance: number
  currency: 'CZK'
  state: 'open' | 'overdue' | 'settled' | 'cancelled' | 'enforcement'
  asOf: string
  payable: Payable
  /** A live order that already pays it. */
  inOrder: { case: string; until: string } | null
}
/** Whether it may be paid by card now: in part, only whole, or not (with the reason and what to do). */
export interface Payable {
  how: 'part' | 'whole' | 'no'
  reason?: Words
}
/** GET /api/liabilities/:id — the QR picture is at /api/liabilities/:id/qr.svg */
export interface LiabilityDetail extends Liability {
  bank: { account: string; iban: string; amount: number; variableSymbol: string; specificSymbol: string | null; message: string; qr: string } | null
  payments: { channel: 'card' | 'bank' | 'cash'; amount: number; paidAt: string; creditedOn: string | null; receipt: string | null }[]
  responsible: OfficialContact | null
}

/** POST /api/cases — `id` is the sender's own message id (UUID): sending it again does nothing twice. 201, or 202 when the engine is away. */
export interface NewCase {
  id: string
  agenda: string
  data: unknown
}
/** POST /api/cases/:id/messages — 200, or 202 when the engine is away. */
export type NewMessage = { id: string; kind: 'answer'; stepKey: string; data: unknown } | { id: string; kind: 'withdraw' }

/** GET /api/cases */
export interface CaseList {
  cases: CaseSummary[]
}
export interface CaseSummary {
  id: string
  number: string
  agenda: string
  title: Words
  state: 'filed' | 'open' | 'closed'
  outcome: string | null
  outcomeTitle: Words | null
  filedAt: string
  changedAt: string
  /** What it waits for, in one line; null when closed. */
  waits: Words | null
  /** True when the citizen is on the move. */
  mine: boolean
}
/** GET /api/cases/:id, and the answer to every message. `GET /api/cases/:id/live` (server-sent events) says `changed` when `seq` grows. */
export interface CaseView extends CaseSummary {
  seq: number
  closedAt: string | null
  /** True while a message is stored that the case has not answered yet. */
  pending: boolean
  open: OpenStepView[]
  timeline: TimelineEvent[]
  submissions: { step: string; title: Words; at: string; form: FormDefinition; data: unknown }[]
  documents: DocumentSummary[]
  payment: PaymentView | null
  mayWithdraw: boolean
  department: Department
  official: OfficialContact | null
}
export interface OpenStepView {
  key: string
  step: string
  kind: 'form' | 'clerk' | 'pay'
  title: Words
  /** True when the one who asks may answer it. */
  mine: boolean
  /** Who is awaited, since when, until when, and what happens if nothing comes. */
  awaited: Words
  since: string
  until: string | null
  due: string | null
  late: boolean
  otherwise: Words | null
  form: FormDefinition | null
}
export interface TimelineEvent {
  at: string
  what: string
  title: Words
  /** Further words, e.g. the text of a message to the citizen. */
  body: Words | null
  actor: string | null
}
export interface DocumentSummary {
  id: string
  kind: string
  title: Words
  number: string
  at: string
  ready: boolean
  case: string
  amount: number | null
}
/** GET /api/documents (receipts and decisions); the PDF is at /api/documents/:id */
export interface Documents {
  documents: DocumentSummary[]
}

/** The truth about one payment. `asking`: the gateway has been asked and has not answered yet, nothing is lost. */
export interface PaymentView {
  order: string
  state: 'connecting' | 'open' | 'asking' | 'paid' | 'posted' | 'review' | 'expired'
  amount: number
  currency: 'CZK'
  items: { liability: string; description: Words; variableSymbol: string; amount: number }[]
  /** The gateway's page, while it may be paid there. */
  url: string | null
  /** The last refusal of the card: words for the payer. */
  failure: Words | null
  expiresAt: string
  paidAt: string | null
  postedAt: string | null
  receipt: string | null
}

/** GET·PUT·DELETE /api/drafts/:key — `key` is `basket` or `<agenda>/<step>` with `/` as `:`; PUT sends { data, version } and gets 409 when another device was faster. */
export interface Draft {
  key: string
  data: unknown
  version: number
  updatedAt: string
}

/** GET·PATCH /api/profile */
export interface Profile {
  name: string
  birthDate: string | null
  address: string | null
  email: string | null
  phone: string | null
  language: Language
  paired: boolean
  pairedAt: string | null
  /** A pairing request that is being decided. */
  pairingCase: string | null
  identities: { means: string; assurance: Assurance; lastAt: string }[]
}
export interface ProfilePatch {
  email?: string | null
  phone?: string | null
  language?: Language
}

/** GET /api/inbox?role=&before= — newest first, 20 a page. */
export interface Inbox {
  roles: { role: string; title: Words; open: number; late: number }[]
  tasks: TaskSummary[]
  /** Pass as `before` for the next page. */
  next: string | null
}
export interface TaskSummary {
  id: string
  case: string
  number: string
  agenda: string
  title: Words
  step: Words
  person: string
  role: string
  openedAt: string
  due: string | null
  late: boolean
}
/** GET /api/tasks/:id — decided by POST /api/cases/:case/messages with `stepKey`. */
export interface TaskView extends TaskSummary {
  stepKey: string
  state: 'open' | 'done' | 'cancelled'
  form: FormDefinition
  caseView: CaseView
  /** Set when this clerk may not decide (four eyes) or it is decided already. */
  barred: Words | null
}
/** GET /api/subjects?query= (finance) — candidates for pairing an account. */
export interface SubjectList {
  subjects: { id: string; name: string; kind: string; birthDate: string | null; companyId: string | null; address: string; pairedWith: boolean }[]
}
