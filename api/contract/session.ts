import Type from 'typebox'
import type { Static } from 'typebox'
import { orNull } from './pieces.ts'
import { Assurance, Language, Uuid } from './wire.ts'

export const Citizen = Type.Object({
  kind: Type.Literal('citizen'),
  id: Uuid,
  name: Type.String(),
  assurance: Assurance,
  means: Type.String(),
  paired: Type.Boolean({ description: 'Whether the account leads to a subject of the city’s ledger.' }),
  language: Language,
  minor: Type.Boolean({
    description: 'Under 18: sees, and asks in personal matters, but does not file or act for others.',
  }),
})
export type Citizen = Static<typeof Citizen>
export const OfficialUser = Type.Object({
  kind: Type.Literal('official'),
  id: Type.String(),
  name: Type.String(),
  department: Type.String(),
  roles: Type.Array(Type.String()),
  verifiesMandates: Type.Boolean({ description: 'Of the department that verifies mandates, and may suspend them.' }),
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
