import type { NewPasskey, PasskeyCreation, PasskeyProof, PasskeyRequest } from '../api/contract.ts'
import { call } from './api.ts'

/** Why the device made or signed nothing: its owner said no (or waited too long), it has a passkey already, it cannot. */
export type DeviceRefusal = 'cancelled' | 'known' | 'unsupported'

/** The device's no, told apart from the API's. */
export class DeviceRefused extends Error {
  readonly why: DeviceRefusal
  constructor(why: DeviceRefusal, cause?: unknown) {
    super(why, { cause })
    this.name = 'DeviceRefused'
    this.why = why
  }
}

// Only who uses a passkey loads the library.
const library = () => import('@simplewebauthn/browser')

/** Signs in by a passkey that the person picks. Throws ApiProblem or DeviceRefused. */
export async function signInByPasskey(): Promise<void> {
  const { browserSupportsWebAuthn, startAuthentication } = await library()
  if (!browserSupportsWebAuthn()) throw new DeviceRefused('unsupported')
  const { options } = await call<PasskeyRequest>('POST', '/auth/passkey/options')
  const response = await startAuthentication({ optionsJSON: options }).catch(refused)
  const proof: PasskeyProof = { response: { ...response, clientExtensionResults: {} } }
  await call('POST', '/auth/passkey', proof)
}

/** Makes a passkey with a code of the desk, and is signed in by it. Throws ApiProblem or DeviceRefused. */
export async function makePasskeyByCode(code: string, birthDate: string, label: string): Promise<void> {
  await supported()
  const made = await make(await call<PasskeyCreation>('POST', '/auth/desk-code', { code, birthDate }), label)
  await call('POST', '/auth/passkey/register', made)
}

/** Makes another passkey of the person who is signed in. Throws ApiProblem or DeviceRefused. */
export async function addPasskey(label: string): Promise<void> {
  await supported()
  const made = await make(await call<PasskeyCreation>('POST', '/passkeys/options'), label)
  await call('POST', '/passkeys', made)
}

async function supported(): Promise<void> {
  const { browserSupportsWebAuthn } = await library()
  if (!browserSupportsWebAuthn()) throw new DeviceRefused('unsupported')
}

async function make({ options }: PasskeyCreation, label: string): Promise<NewPasskey> {
  const { startRegistration } = await library()
  const made = await startRegistration({ optionsJSON: options }).catch(refused)
  const { clientDataJSON, attestationObject, transports } = made.response
  return {
    label,
    response: {
      ...{ id: made.id, rawId: made.rawId, type: made.type, clientExtensionResults: {} },
      response: { clientDataJSON, attestationObject, ...(transports && { transports }) },
    },
  }
}

/** What the browser threw, in three kinds that people can act on (Web Authentication Level 3, § 5.1.3 and § 5.1.4). */
function refused(cause: unknown): never {
  const name = cause instanceof Error ? cause.name : ''
  throw new DeviceRefused(
    name === 'InvalidStateError' ? 'known' : name === 'NotSupportedError' ? 'unsupported' : 'cancelled',
    cause,
  )
}
