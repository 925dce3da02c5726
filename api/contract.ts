import Type from 'typebox'
import type { Static, TSchema } from 'typebox'

// What the API takes and answers. Each name is a JSON Schema and, under the same name, its type: routes are checked against the
// types, requests are judged by the schemas, the OpenAPI description prints them, and the portal imports the types alone.
// Instants are ISO 8601 with offset, days `YYYY-MM-DD` in Europe/Prague, money integer haléře of CZK.

const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])
/** Bodies of requests take nothing that is not declared. */
const closed = { additionalProperties: false }
const instant = Type.String({ format: 'date-time' })
const day = Type.String({ format: 'date' })
const hellers = Type.Integer()
const anything = Type.Unknown()

export const Uuid = Type.String({ format: 'uuid' })
export const Language = Type.Enum(['cs', 'en'])
export type Language = Static<typeof Language>
export const Words = Type.Object({ cs: Type.String(), en: Type.String() }, { description: 'A text in both languages.' })
export type Words = Static<typeof Words>
export const Assurance = Type.Enum(['low', 'substantial', 'high'], {
  description: 'Level of assurance, eIDAS article 8.',
})
export type Assurance = Static<typeof Assurance>

export const FieldProblem = Type.Object(
  { path: Type.String(), rule: Type.String(), message: Type.String() },
  { description: 'A value that has to be corrected: JSON pointer, rule, and words in the reader’s language.' },
)
export type FieldProblem = Static<typeof FieldProblem>
export const ProblemDetails = Type.Object(
  {
    type: Type.String({ format: 'uri' }),
    code: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String({ description: 'What happened and what to do, in the reader’s language.' }),
    requestId: Type.String(),
    problems: Type.Optional(Type.Array(FieldProblem)),
    next: Type.Optional(
      Type.String({ description: 'Where to go on: another case that already pays the same debt, the sign-in page…' }),
    ),
  },
  { description: 'A refusal, RFC 9457.' },
)
export type ProblemDetails = Static<typeof ProblemDetails>

export const Citizen = Type.Object({
  kind: Type.Literal('citizen'),
  id: Uuid,
  name: Type.String(),
  assurance: Assurance,
  means: Type.String(),
  paired: Type.Boolean({ description: 'Whether the account leads to a subject of the city’s ledger.' }),
  language: Language,
})
export type Citizen = Static<typeof Citizen>
export const OfficialUser = Type.Object({
  kind: Type.Literal('official'),
  id: Type.String(),
  name: Type.String(),
  department: Type.String(),
  roles: Type.Array(Type.String()),
})
export type OfficialUser = Static<typeof OfficialUser>
/** GET /api/session · POST /api/session/extend */
export const SessionInfo = Type.Object({
  user: Type.Union([Citizen, OfficialUser, Type.Null()]),
  expiresAt: orNull(
    Type.String({ format: 'date-time', description: 'Ends then unless extended; null without a session.' }),
  ),
  warnBefore: Type.Integer({ description: 'Seconds before the end at which the page warns.' }),
})
export type SessionInfo = Static<typeof SessionInfo>
/** POST /api/auth/logout */
export const SignedOut = Type.Object({
  next: Type.String({ description: 'Where the browser goes to sign out at the identity provider too.' }),
})
export type SignedOut = Static<typeof SignedOut>

/** GET /health/live · GET /health/ready */
export const Health = Type.Object({
  status: Type.Enum(['live', 'ready', 'degraded', 'unavailable', 'ending']),
  database: Type.Optional(Type.Boolean()),
  engine: Type.Optional(Type.Boolean({ description: 'Whether Temporal answers.' })),
})
export type Health = Static<typeof Health>

export const Hours = Type.Object(
  { day: Type.Integer({ minimum: 1, maximum: 7 }), from: Type.String(), to: Type.String() },
  { description: 'Opening hours of one day; 1 is Monday.' },
)
export type Hours = Static<typeof Hours>
export const CityInfo = Type.Object({
  name: Words,
  officeName: Words,
  companyId: Type.String(),
  address: Type.String(),
  phone: Type.String(),
  email: Type.String(),
  web: Type.String(),
  hours: Type.Array(Hours),
  help: Words,
})
export type CityInfo = Static<typeof CityInfo>
export const GuideSummary = Type.Object({
  slug: Type.String(),
  title: Words,
  summary: Words,
  category: Type.String(),
  keywords: Type.Object({ cs: Type.Array(Type.String()), en: Type.Array(Type.String()) }),
  online: orNull(Type.String({ description: 'The agenda that settles it online.' })),
})
export type GuideSummary = Static<typeof GuideSummary>
/** GET /api/catalogue */
export const Catalogue = Type.Object({ city: CityInfo, guides: Type.Array(GuideSummary) })
export type Catalogue = Static<typeof Catalogue>
export const Department = Type.Object({
  id: Type.String(),
  name: Words,
  address: Type.String(),
  phone: Type.String(),
  email: Type.String(),
  hours: Type.Array(Hours),
})
export type Department = Static<typeof Department>
export const OfficialContact = Type.Object({
  id: Type.String(),
  name: Type.String(),
  title: Words,
  department: Type.String(),
  phone: Type.String(),
  email: Type.String(),
  door: Type.String(),
  responsible: Words,
})
export type OfficialContact = Static<typeof OfficialContact>
/** GET /api/guides/:slug */
export const Guide = Type.Object({
  ...GuideSummary.properties,
  html: Words,
  cost: Words,
  duration: Words,
  law: Type.Array(Words),
  updated: day,
  department: Department,
  official: orNull(OfficialContact),
})
export type Guide = Static<typeof Guide>
/** GET /api/contacts */
export const Contacts = Type.Object({ departments: Type.Array(Department), officials: Type.Array(OfficialContact) })
export type Contacts = Static<typeof Contacts>

export const FormDefinition = Type.Object(
  { schema: Type.Record(Type.String(), anything), layout: Type.Optional(Type.Record(Type.String(), anything)) },
  { description: 'A form: JSON Schema 2020-12 with `x-title`… in both languages, and a JSON Forms layout.' },
)
export type FormDefinition = Static<typeof FormDefinition>
/** GET /api/agendas/:agenda */
export const AgendaInfo = Type.Object({
  id: Type.String(),
  title: Words,
  assurance: Assurance,
  first: Type.String(),
  form: FormDefinition,
})
export type AgendaInfo = Static<typeof AgendaInfo>

export const Payable = Type.Object(
  { how: Type.Enum(['part', 'whole', 'no']), reason: Type.Optional(Words) },
  { description: 'Whether it may be paid by card now: in part, only whole, or not (with the reason and what to do).' },
)
export type Payable = Static<typeof Payable>
export const Liability = Type.Object({
  id: Uuid,
  number: Type.String(),
  kind: Type.Enum(['waste', 'dog', 'fine', 'specified-amount', 'sewerage', 'flat-rent', 'premises-rent']),
  world: Type.Enum(['administrative', 'tax', 'private']),
  year: Type.Integer(),
  period: Type.String(),
  instalment: Type.Integer(),
  instalments: Type.Integer(),
  description: Words,
  legalBasis: Words,
  concerns: orNull(Type.String()),
  debtor: Type.String(),
  issued: day,
  due: day,
  variableSymbol: Type.String(),
  specificSymbol: orNull(Type.String()),
  principal: hellers,
  accessories: Type.Array(Type.Object({ kind: Type.String(), amount: hellers, legalBasis: Words, since: day })),
  paid: hellers,
  writtenOff: hellers,
  balance: hellers,
  currency: Type.Literal('CZK'),
  state: Type.Enum(['open', 'overdue', 'settled', 'cancelled', 'enforcement']),
  asOf: instant,
  payable: Payable,
  inOrder: orNull(Type.Object({ case: Uuid, until: instant }, { description: 'A live order that already pays it.' })),
})
export type Liability = Static<typeof Liability>
/** GET /api/liabilities?year=&kind=&state= */
export const Liabilities = Type.Object({
  paired: Type.Boolean(),
  asOf: orNull(Type.String({ format: 'date-time', description: 'The state of the ledger these lines show.' })),
  years: Type.Array(Type.Integer()),
  kinds: Type.Array(Type.String()),
  owed: Type.Integer({ description: 'Σ of the balances of open lines, all years.' }),
  overdue: hellers,
  liabilities: Type.Array(Liability),
})
export type Liabilities = Static<typeof Liabilities>
/** GET /api/liabilities/:id — the QR picture is at /api/liabilities/:id/qr.svg */
export const LiabilityDetail = Type.Object({
  ...Liability.properties,
  bank: orNull(
    Type.Object({
      account: Type.String(),
      iban: Type.String(),
      amount: hellers,
      variableSymbol: Type.String(),
      specificSymbol: orNull(Type.String()),
      message: Type.String(),
      qr: Type.String(),
    }),
  ),
  payments: Type.Array(
    Type.Object({
      channel: Type.Enum(['card', 'bank', 'cash']),
      amount: hellers,
      paidAt: instant,
      creditedOn: orNull(day),
      receipt: orNull(Uuid),
    }),
  ),
  responsible: orNull(OfficialContact),
})
export type LiabilityDetail = Static<typeof LiabilityDetail>

/** POST /api/cases — 201, or 202 when the engine is away. */
export const NewCase = Type.Object(
  { id: Uuid, agenda: Type.String({ maxLength: 100 }), data: anything },
  { ...closed, description: '`id` is the sender’s own message id: sending it again does nothing twice.' },
)
export type NewCase = Static<typeof NewCase>
/** POST /api/cases/:id/messages — 200, or 202 when the engine is away. */
export const NewMessage = Type.Union([
  Type.Object(
    { id: Uuid, kind: Type.Literal('answer'), stepKey: Type.String({ maxLength: 200 }), data: anything },
    closed,
  ),
  Type.Object({ id: Uuid, kind: Type.Literal('withdraw') }, closed),
])
export type NewMessage = Static<typeof NewMessage>

export const CaseSummary = Type.Object({
  id: Uuid,
  number: Type.String(),
  agenda: Type.String(),
  title: Words,
  state: Type.Enum(['filed', 'open', 'closed']),
  outcome: orNull(Type.String()),
  outcomeTitle: orNull(Words),
  filedAt: instant,
  changedAt: instant,
  waits: Type.Union([Words, Type.Null()], { description: 'What it waits for, in one line; null when closed.' }),
  mine: Type.Boolean({ description: 'True when the citizen is on the move.' }),
})
export type CaseSummary = Static<typeof CaseSummary>
/** GET /api/cases */
export const CaseList = Type.Object({ cases: Type.Array(CaseSummary) })
export type CaseList = Static<typeof CaseList>
export const OpenStepView = Type.Object({
  key: Type.String(),
  step: Type.String(),
  kind: Type.Enum(['form', 'clerk', 'pay']),
  title: Words,
  mine: Type.Boolean({ description: 'True when the one who asks may answer it.' }),
  awaited: Words,
  since: instant,
  until: orNull(instant),
  due: orNull(day),
  late: Type.Boolean(),
  otherwise: Type.Union([Words, Type.Null()], { description: 'What happens if nothing comes.' }),
  form: orNull(FormDefinition),
})
export type OpenStepView = Static<typeof OpenStepView>
export const TimelineEvent = Type.Object({
  at: instant,
  what: Type.String(),
  title: Words,
  body: Type.Union([Words, Type.Null()], { description: 'Further words, e.g. the text of a message to the citizen.' }),
  actor: orNull(Type.String()),
})
export type TimelineEvent = Static<typeof TimelineEvent>
export const DocumentSummary = Type.Object({
  id: Uuid,
  kind: Type.String(),
  title: Words,
  number: Type.String(),
  at: instant,
  ready: Type.Boolean(),
  case: Uuid,
  amount: orNull(hellers),
})
export type DocumentSummary = Static<typeof DocumentSummary>
/** GET /api/documents (receipts and decisions); the PDF is at /api/documents/:id */
export const Documents = Type.Object({ documents: Type.Array(DocumentSummary) })
export type Documents = Static<typeof Documents>
export const PaymentView = Type.Object(
  {
    order: Uuid,
    state: Type.Enum(['connecting', 'open', 'asking', 'paid', 'posted', 'review', 'expired']),
    amount: hellers,
    currency: Type.Literal('CZK'),
    items: Type.Array(
      Type.Object({ liability: Uuid, description: Words, variableSymbol: Type.String(), amount: hellers }),
    ),
    url: orNull(Type.String({ description: 'The gateway’s page, while it may be paid there.' })),
    failure: Type.Union([Words, Type.Null()], { description: 'The last refusal of the card: words for the payer.' }),
    expiresAt: instant,
    paidAt: orNull(instant),
    postedAt: orNull(instant),
    receipt: orNull(Uuid),
  },
  {
    description:
      'The truth about one payment. `asking`: the gateway has been asked and has not answered yet, nothing is lost.',
  },
)
export type PaymentView = Static<typeof PaymentView>
/** GET /api/cases/:id, and the answer to every message. `GET /api/cases/:id/live` says `changed` when `seq` grows. */
export const CaseView = Type.Object({
  ...CaseSummary.properties,
  seq: Type.Integer(),
  closedAt: orNull(instant),
  pending: Type.Boolean({ description: 'True while a message is stored that the case has not answered yet.' }),
  open: Type.Array(OpenStepView),
  timeline: Type.Array(TimelineEvent),
  submissions: Type.Array(
    Type.Object({ step: Type.String(), title: Words, at: instant, form: FormDefinition, data: anything }),
  ),
  documents: Type.Array(DocumentSummary),
  payment: orNull(PaymentView),
  mayWithdraw: Type.Boolean(),
  department: Department,
  official: orNull(OfficialContact),
})
export type CaseView = Static<typeof CaseView>

/** GET·PUT·DELETE /api/drafts/:key */
export const Draft = Type.Object(
  { key: Type.String(), data: anything, version: Type.Integer(), updatedAt: instant },
  { description: '`key` is `basket`, or `<agenda>:<step>`.' },
)
export type Draft = Static<typeof Draft>
export const NewDraft = Type.Object(
  { data: anything, version: Type.Integer({ minimum: 0 }) },
  {
    ...closed,
    description: '`version` is the one that was read, 0 for a new draft; 409 when another device was faster.',
  },
)
export type NewDraft = Static<typeof NewDraft>

/** GET·PATCH /api/profile */
export const Profile = Type.Object({
  name: Type.String(),
  birthDate: orNull(day),
  address: orNull(Type.String()),
  email: orNull(Type.String()),
  phone: orNull(Type.String()),
  language: Language,
  paired: Type.Boolean(),
  pairedAt: orNull(instant),
  pairingCase: Type.Union([Uuid, Type.Null()], { description: 'A pairing request that is being decided.' }),
  identities: Type.Array(Type.Object({ means: Type.String(), assurance: Assurance, lastAt: instant })),
})
export type Profile = Static<typeof Profile>
export const ProfilePatch = Type.Object(
  {
    email: Type.Optional(orNull(Type.String({ maxLength: 254 }))),
    phone: Type.Optional(orNull(Type.String({ maxLength: 30 }))),
    language: Type.Optional(Language),
  },
  closed,
)
export type ProfilePatch = Static<typeof ProfilePatch>

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
