import Type from 'typebox'
import type { Static } from 'typebox'
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { closed, instant, orNull } from './pieces.ts'
import { Assurance } from './wire.ts'

const base64url = Type.String({ pattern: '^[\\w-]+$', maxLength: 20_000 })
const id = Type.String({ pattern: '^[\\w-]+$', minLength: 1, maxLength: 1400 })
// Browsers add extensions of their own: what is not read is let through.
const anything = Type.Object({})

/** What the browser is to sign: options of WebAuthn as JSON (Web Authentication Level 3, § 5.1.8 and § 5.1.9). */
export const PasskeyCreation = Type.Object({
  options: Type.Unsafe<PublicKeyCredentialCreationOptionsJSON>(Type.Object({ challenge: Type.String() })),
})
export type PasskeyCreation = Static<typeof PasskeyCreation>
export const PasskeyRequest = Type.Object({
  options: Type.Unsafe<PublicKeyCredentialRequestOptionsJSON>(Type.Object({ challenge: Type.String() })),
})
export type PasskeyRequest = Static<typeof PasskeyRequest>

/** POST /api/auth/passkey/register, POST /api/passkeys — what the browser has made. */
export const NewPasskey = Type.Object(
  {
    label: Type.String({ minLength: 1, maxLength: 60 }),
    response: Type.Object({
      id,
      rawId: id,
      type: Type.Literal('public-key'),
      clientExtensionResults: anything,
      response: Type.Object({
        clientDataJSON: base64url,
        attestationObject: base64url,
        transports: Type.Optional(Type.Array(Type.String({ maxLength: 30 }), { maxItems: 10 })),
      }),
    }),
  },
  closed,
)
export type NewPasskey = Static<typeof NewPasskey>
/** POST /api/auth/passkey — what the browser has signed. */
export const PasskeyProof = Type.Object(
  {
    response: Type.Object({
      id,
      rawId: id,
      type: Type.Literal('public-key'),
      clientExtensionResults: anything,
      response: Type.Object({
        clientDataJSON: base64url,
        authenticatorData: base64url,
        signature: base64url,
        userHandle: Type.Optional(base64url),
      }),
    }),
  },
  closed,
)
export type PasskeyProof = Static<typeof PasskeyProof>

/** A passkey (přístupový klíč) as its owner sees it. */
export const Passkey = Type.Object({
  id: Type.String(),
  label: Type.String(),
  assurance: Assurance,
  createdAt: instant,
  lastAt: orNull(instant),
})
export type Passkey = Static<typeof Passkey>
/** GET /api/passkeys */
export const Passkeys = Type.Object({
  passkeys: Type.Array(Passkey),
  mayAdd: Type.Boolean({ description: 'Whether I may make another one: the desk has checked my document once.' }),
})
export type Passkeys = Static<typeof Passkeys>
/** PATCH /api/passkeys/:id */
export const PasskeyName = Type.Object({ label: Type.String({ minLength: 1, maxLength: 60 }) }, closed)
export type PasskeyName = Static<typeof PasskeyName>
