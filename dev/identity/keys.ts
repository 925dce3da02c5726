import { createPrivateKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import type { JWK } from 'oidc-provider'
import type { Storage } from './storage.ts'

/** A private RSA key for RS256, as a JSON Web Key with its id. */
export function newSigningKey(): JWK {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' }
}

/** The signing keys, the one in use first; made at the first start and kept. */
export function signingKeys(storage: Storage): JWK[] {
  return JSON.parse(storage.keep('jwks', () => JSON.stringify([newSigningKey()])))
}

/**
 * Signs with a new key from now on.
 * @param keepOld whether the old keys stay published: true is a planned change, false a compromised key
 */
export function rotateSigningKeys(storage: Storage, keepOld: boolean): void {
  const old = keepOld ? signingKeys(storage) : []
  storage.replace('jwks', JSON.stringify([newSigningKey(), ...old]))
}

/** Signs a JWT again with changed claims, by the same key id; the key itself may be a foreign one. */
export function signAgain(jwt: string, key: JWK, change: (claims: Record<string, unknown>) => void): string {
  const [header = '', body = ''] = jwt.split('.')
  const claims: Record<string, unknown> = JSON.parse(Buffer.from(body, 'base64url').toString())
  change(claims)
  const input = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`
  const signature = sign('sha256', Buffer.from(input), createPrivateKey({ key: { ...key }, format: 'jwk' }))
  return `${input}.${signature.toString('base64url')}`
}
