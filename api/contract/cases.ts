import Type from 'typebox'
import type { Static } from 'typebox'
import { anything, closed, day, hellers, instant, orNull } from './pieces.ts'
import { Uuid, Words } from './wire.ts'
import { Department, OfficialContact } from './city.ts'
import { FileInfo } from './files.ts'
import { FormDefinition } from './forms.ts'

/** POST /api/cases — 201, or 202 when the engine is away. */
export const NewCase = Type.Object(
  {
    id: Uuid,
    agenda: Type.String({ maxLength: 100 }),
    data: anything,
    for: Type.Optional(
      Type.Union([Uuid], {
        description: 'The subject in whose name it is filed, under a valid mandate; else one’s own.',
      }),
    ),
  },
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
  Type.Object(
    {
      id: Uuid,
      kind: Type.Literal('note'),
      text: Type.String({ minLength: 1, maxLength: 2000 }),
      files: Type.Optional(Type.Array(Uuid, { maxItems: 5, uniqueItems: true })),
    },
    {
      ...closed,
      description: 'Words beside the steps, to the office or to the citizen; `files` are ids of uploaded files.',
    },
  ),
])
export type NewMessage = Static<typeof NewMessage>

/** In whose name something is done, when not in the sender's own: a subject of the city's records. */
export const Represented = Type.Object({ subject: Uuid, name: Type.String() })
export type Represented = Static<typeof Represented>

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
  for: orNull(Represented),
  role: orNull(Type.String({ description: 'As which party the caller belongs to it (agent, co-signer…).' })),
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
  by: Type.String({ description: 'A department for `clerk`; else `citizen` or another party, by its role.' }),
  frozen: Type.Boolean({ description: 'The mandate it was filed under does not hold now: the principal must decide.' }),
  frozenBy: Type.Union([Type.Enum(['suspended', 'principal-gone']), Type.Null()], {
    description: 'Why it is frozen, when the mandate has not simply ended.',
  }),
  mine: Type.Boolean({ description: 'True when the one who asks may answer it.' }),
  anytime: Type.Boolean({ description: 'Nobody is waited for: it may be answered whenever one likes.' }),
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
  for: orNull(Type.String({ description: 'In whose name the actor acted: “X za Y”.' })),
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
  for: orNull(Represented),
})
export type DocumentSummary = Static<typeof DocumentSummary>
/** GET /api/documents (receipts and decisions); the PDF is at /api/documents/:id */
export const Documents = Type.Object({ documents: Type.Array(DocumentSummary) })
export type Documents = Static<typeof Documents>
export const PaymentView = Type.Object(
  {
    order: Uuid,
    state: Type.Enum(['connecting', 'open', 'asking', 'paid', 'posted', 'review', 'held', 'returned', 'expired']),
    amount: hellers,
    currency: Type.Literal('CZK'),
    items: Type.Array(
      Type.Object({
        liability: Uuid,
        description: Words,
        debtor: Type.String(),
        variableSymbol: Type.String(),
        amount: hellers,
      }),
    ),
    payer: Type.String(),
    url: orNull(Type.String({ description: 'The gateway’s page, while it may be paid there.' })),
    failure: Type.Union([Words, Type.Null()], { description: 'The last refusal of the card: words for the payer.' }),
    since: Type.Union([instant, Type.Null()], {
      description: 'While the gateway is asked and does not answer: since when.',
    }),
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
export const CaseParty = Type.Object({
  role: Type.String(),
  title: Words,
  name: Type.String(),
  joinedAt: orNull(instant),
  mine: Type.Boolean(),
  code: Type.Union([Type.String(), Type.Null()], {
    description: 'The invitation’s code, for the one who filed the case to hand over, until it is used.',
  }),
})
export type CaseParty = Static<typeof CaseParty>
export const Note = Type.Object({
  at: instant,
  from: Type.Enum(['citizen', 'office']),
  name: Type.String(),
  for: orNull(Type.String({ description: 'In whose name it was written, when not in one’s own.' })),
  text: Type.String(),
  files: Type.Array(FileInfo),
  mine: Type.Boolean(),
})
export type Note = Static<typeof Note>
/** POST /api/cases/:id/read — by an official: the citizen's words up to this instant have been read. */
export const NotesRead = Type.Object({ until: instant }, closed)
export type NotesRead = Static<typeof NotesRead>
/** GET /api/cases/:id, and the answer to every message. `GET /api/cases/:id/live` says `changed` when `seq` grows. */
export const CaseView = Type.Object({
  ...CaseSummary.properties,
  seq: Type.Integer(),
  assistedBy: orNull(Type.String({ description: 'The official who filed it at the desk for the person present.' })),
  filedBy: Type.String({ description: 'The citizen who filed it.' }),
  mandate: Type.Union([Uuid, Type.Null()], {
    description: 'Under which it was filed, or which it registers, if the caller may see it.',
  }),
  parties: Type.Array(CaseParty),
  closedAt: orNull(instant),
  pending: Type.Boolean({ description: 'True while a message is stored that the case has not answered yet.' }),
  open: Type.Array(OpenStepView),
  timeline: Type.Array(TimelineEvent),
  submissions: Type.Array(
    Type.Object({
      step: Type.String(),
      title: Words,
      at: instant,
      by: Type.String(),
      for: orNull(Type.String({ description: 'In whose name `by` sent it.' })),
      form: FormDefinition,
      data: anything,
    }),
  ),
  documents: Type.Array(DocumentSummary),
  payment: orNull(PaymentView),
  notes: Type.Array(Note, { description: 'Words between citizen and office, oldest first.' }),
  mayWrite: Type.Boolean({ description: 'Somebody at the office works on it, so that words are read.' }),
  unread: Type.Boolean({ description: 'For officials: nobody at the office has read the citizen’s last words.' }),
  mayWithdraw: Type.Boolean(),
  department: Department,
  official: orNull(OfficialContact),
})
export type CaseView = Static<typeof CaseView>
