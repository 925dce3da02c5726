import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import type { NewPasskey, PasskeyCreation, PasskeyProof, PasskeyRequest } from '../api/contract.ts'
import { stack } from './stack.ts'

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest()
const url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** User present, user verified, attested credential data (Web Authentication Level 3, § 6.1). */
const flags = { present: 0x01, verified: 0x04, attested: 0x40 }

/** How this authenticator misbehaves, for one call. */
interface Odd {
  /** It did not ask for PIN, finger or face. */
  unverified?: boolean
  origin?: string
  challenge?: string
  /** Its counter stands still, as that of a copy does. */
  counter?: number
}

/** A passkey's device without a device: ES256, no attestation, with a counter. */
export class Authenticator {
  readonly id = url(randomBytes(32))
  readonly #key: KeyObject
  readonly #public: Map<number, number | Uint8Array>
  #counter = 0

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    this.#key = privateKey
    // COSE: kty EC2, alg ES256, crv P-256
    this.#public = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ])
  }

  /** Makes the passkey that the portal asks for. */
  make({ options }: PasskeyCreation, label = 'Zkušební klíč', odd: Odd = {}): NewPasskey {
    const id = Buffer.from(this.id, 'base64url')
    const credential = Buffer.concat([
      Buffer.alloc(16),
      Buffer.from([id.length >> 8, id.length & 0xff]),
      id,
      isoCBOR.encode(this.#public),
    ])
    const authData = Buffer.concat([this.#head(options.rp.id ?? '', odd, flags.attested), credential])
    const attestationObject = isoCBOR.encode(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ]) as Parameters<typeof isoCBOR.encode>[0],
    )
    return {
      label,
      response: {
        id: this.id,
        rawId: this.id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: url(this.#client('webauthn.create', options.challenge, odd)),
          attestationObject: url(attestationObject),
          transports: ['internal'],
        },
      },
    }
  }

  /** Signs what the portal asks for. */
  sign({ options }: PasskeyRequest, odd: Odd = {}): PasskeyProof {
    this.#counter++
    const authenticatorData = this.#head(options.rpId ?? '', odd, 0)
    const clientData = this.#client('webauthn.get', options.challenge, odd)
    const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientData)]), this.#key)
    return {
      response: {
        id: this.id,
        rawId: this.id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: url(clientData),
          authenticatorData: url(authenticatorData),
          signature: url(signature),
        },
      },
    }
  }

  #head(rpId: string, odd: Odd, more: number): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(odd.counter ?? this.#counter)
    const said = flags.present | (odd.unverified ? 0 : flags.verified) | more
    return Buffer.concat([sha256(rpId), Buffer.from([said]), counter])
  }

  #client(type: string, challenge: string, odd: Odd): Buffer {
    const origin = odd.origin ?? new URL(stack.urls.portal).origin
    return Buffer.from(JSON.stringify({ type, challenge: odd.challenge ?? challenge, origin, crossOrigin: false }))
  }
}
