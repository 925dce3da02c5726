import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { Payload, PayloadCodec } from '@temporalio/common'
import proto from '@temporalio/proto'

const ENCODING = 'binary/encrypted'
const utf8 = (text: string) => new TextEncoder().encode(text)

/**
 * Encrypts what Temporal keeps of a case (names, answers) with AES-256-GCM under one key of 32 bytes.
 * The key's fingerprint travels along, so that a wrong key is told from damaged data.
 */
export function encryption(key: Buffer): PayloadCodec {
  const fingerprint = createHash('sha256').update(key).digest('hex').slice(0, 16)
  return {
    encode: async payloads =>
      payloads.map(payload => {
        const iv = randomBytes(12)
        const cipher = createCipheriv('aes-256-gcm', key, iv)
        const plain = proto.temporal.api.common.v1.Payload.encode(payload).finish()
        const data = Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
        return { metadata: { encoding: utf8(ENCODING), key: utf8(fingerprint) }, data }
      }),
    decode: async payloads => payloads.map(payload => decode(payload, key, fingerprint)),
  }
}

function decode(payload: Payload, key: Buffer, fingerprint: string): Payload {
  if (text(payload.metadata?.['encoding']) !== ENCODING) return payload
  if (text(payload.metadata?.['key']) !== fingerprint || !payload.data)
    throw new Error('This case was written under another CASE_KEY: set the key that was in force then.')
  const decipher = createDecipheriv('aes-256-gcm', key, payload.data.subarray(0, 12))
  decipher.setAuthTag(payload.data.subarray(-16))
  return proto.temporal.api.common.v1.Payload.decode(
    Buffer.concat([decipher.update(payload.data.subarray(12, -16)), decipher.final()]),
  )
}

const text = (bytes: Uint8Array | null | undefined) => new TextDecoder().decode(bytes ?? new Uint8Array())
