import { Refusal } from '../errors.ts'
import type { Described } from '../route.ts'
import type { Step } from '../state.ts'

/** Bytes. Files go elsewhere; the longest form is a tenth of it. */
export const bodyLimit = 256 * 1024
const megabyte = 1024 * 1024

/**
 * Reads the bytes of the body as they came, for the judge and for signatures; of a route that takes a file as many as that may have.
 * What is too long is still read for a while and thrown away: a sender cut off in the middle would not see the answer.
 * Throws Refusal `too-large` or `file-too-large`.
 */
export function body({ takes }: Pick<Described, 'takes'>): Step {
  const limit = takes?.bytes ?? bodyLimit
  const patience = Math.max(16 * bodyLimit, 3 * limit)
  return async (ctx, next) => {
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of ctx.req) {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      if (size > patience) break
    }
    if (size > patience) ctx.set('Connection', 'close')
    if (size > limit)
      throw takes
        ? new Refusal('file-too-large', { values: { limit: limit / megabyte } })
        : new Refusal('too-large', { values: { limit: limit / 1024 } })
    ctx.state.rawBody = Buffer.concat(chunks)
    await next()
  }
}
