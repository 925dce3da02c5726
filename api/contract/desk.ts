import Type from 'typebox'
import type { Static } from 'typebox'
import { CaseList } from './cases.ts'
import { Liability } from './liabilities.ts'
import { anything, closed, day, hellers, instant, orNull } from './pieces.ts'
import { Uuid, Words } from './wire.ts'

const name = Type.String({ minLength: 1, maxLength: 100 })

/** An identity document that the official holds in their hand. Of its number the last three characters are kept. */
export const DeskDocument = Type.Object(
  {
    kind: Type.Enum(['id-card', 'passport', 'residence-permit']),
    end: Type.String({ pattern: '^[0-9A-Z]{3}$' }),
    validTo: day,
  },
  closed,
)
export type DeskDocument = Static<typeof DeskDocument>

/** POST /api/desk/find — exactly as the document says; nobody is listed who does not fit. */
export const DeskQuery = Type.Object({ givenName: name, familyName: name, birthDate: day }, closed)
export type DeskQuery = Static<typeof DeskQuery>

/** An account as the desk tells namesakes apart. */
export const DeskAccount = Type.Object({
  id: Uuid,
  name: Type.String(),
  birthDate: orNull(day),
  address: orNull(Type.String()),
  means: Type.Array(Type.String(), { description: 'By what the person signs in; `passkey` for passkeys.' }),
  subject: orNull(Type.String({ description: 'The subject of the ledger it is paired with.' })),
  cases: Type.Integer(),
  since: instant,
})
export type DeskAccount = Static<typeof DeskAccount>
export const DeskAccounts = Type.Object({ accounts: Type.Array(DeskAccount) })
export type DeskAccounts = Static<typeof DeskAccounts>

/** POST /api/desk/people — founds an account; `namesake` says that none of the accounts found is this person. */
export const NewDeskPerson = Type.Object(
  {
    ...DeskQuery.properties,
    document: DeskDocument,
    address: Type.Optional(
      Type.Object(
        {
          ruianCode: Type.Optional(Type.String({ pattern: '^[0-9]{1,9}$' })),
          street: Type.Optional(Type.String({ maxLength: 200 })),
          houseNumber: Type.Optional(Type.String({ maxLength: 20 })),
          orientationNumber: Type.Optional(Type.String({ maxLength: 20 })),
          city: Type.String({ minLength: 1, maxLength: 200 }),
          zip: Type.Optional(Type.String({ pattern: '^\\d{3} ?\\d{2}$' })),
        },
        closed,
      ),
    ),
    namesake: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type NewDeskPerson = Static<typeof NewDeskPerson>
/** POST /api/desk/people/:id/check */
export const NewDeskCheck = Type.Object({ document: DeskDocument }, closed)
export type NewDeskCheck = Static<typeof NewDeskCheck>

/** What the register of inhabitants (ROB) said of the person; `away` means that it could not be asked. */
export const RegisterFinding = Type.Enum(['confirmed', 'not-found', 'several', 'away'])
export type RegisterFinding = Static<typeof RegisterFinding>

/** The person who stands at the desk, after today's check of their document. */
export const DeskPerson = Type.Object({
  ...DeskAccount.properties,
  check: Type.Object({ document: DeskDocument, register: RegisterFinding, at: instant }),
  code: orNull(Type.Object({ at: instant, validUntil: instant })),
  others: Type.Array(DeskAccount, { description: 'Further accounts of the same name and birth date.' }),
})
export type DeskPerson = Static<typeof DeskPerson>

/** GET /api/desk — whom this official has at the desk, and what may be filed there. */
export const DeskState = Type.Object({
  present: orNull(DeskPerson),
  agendas: Type.Array(Type.Object({ id: Type.String(), title: Words })),
})
export type DeskState = Static<typeof DeskState>

/** POST /api/desk/people/:id/pair */
export const DeskPairing = Type.Object({ subject: Uuid }, closed)
export type DeskPairing = Static<typeof DeskPairing>
/** POST /api/desk/people/:id/join — the other account, which owns nothing, becomes part of this one. */
export const DeskJoin = Type.Object({ account: Uuid }, closed)
export type DeskJoin = Static<typeof DeskJoin>

/** POST /api/desk/people/:id/code — the code is told this once, here and in the PDF (base64). */
export const DeskCodeIssued = Type.Object({
  code: Type.String(),
  validUntil: instant,
  pdf: Type.String(),
  person: DeskPerson,
})
export type DeskCodeIssued = Static<typeof DeskCodeIssued>

/** GET /api/desk/people/:id/matters — what the person owes and what they have filed. */
/** POST /api/desk/people/:id/cases/:case/messages — an answer to a step that waits for the person. */
export const DeskAnswer = Type.Object({ id: Uuid, stepKey: Type.String({ maxLength: 100 }), data: anything }, closed)
export type DeskAnswer = Static<typeof DeskAnswer>
export const DeskMatters = Type.Object({
  owed: hellers,
  overdue: hellers,
  liabilities: Type.Array(Liability),
  cases: CaseList.properties.cases,
})
export type DeskMatters = Static<typeof DeskMatters>

/** POST /api/desk/people/:id/cases — files for the person present; `id` is the sender’s own message id. */
export const DeskFiling = Type.Object({ id: Uuid, agenda: Type.String({ maxLength: 100 }), data: anything }, closed)
export type DeskFiling = Static<typeof DeskFiling>

const code = Type.String({ minLength: 8, maxLength: 30 })
/** POST /api/profile/desk-code — binds the means I signed in with to the person whom the desk has checked. */
export const DeskCodeBinding = Type.Object({ code }, closed)
export type DeskCodeBinding = Static<typeof DeskCodeBinding>
/** POST /api/auth/desk-code — begins a passkey without an electronic identity. */
export const DeskCodeEntry = Type.Object({ code, birthDate: day }, closed)
export type DeskCodeEntry = Static<typeof DeskCodeEntry>
