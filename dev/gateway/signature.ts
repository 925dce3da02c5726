import { createHmac } from 'node:crypto'

/**
 * The `Stripe-Signature` header of a webhook: HMAC-SHA256 over `timestamp.payload` with the endpoint's secret.
 * `now` is in milliseconds. Source: https://docs.stripe.com/webhooks#verify-manually
 */
export function signatureHeader(payload: string, secret: string, now: number): string {
  const timestamp = Math.floor(now / 1000)
  const v1 = createHmac('sha256', secret).update(`${timestamp}.${payload}`, 'utf8').digest('hex')
  return `t=${timestamp},v1=${v1}`
}
