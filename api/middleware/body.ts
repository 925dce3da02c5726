import { Refusal } from '../errors.ts'
import type { Step } from '../state.ts'

/** Bytes. Files go elsewhere; the longest form is a tenth of it. */
export const bodyLimit = 256 * 1024
/** What is too long is still read up to here and thrown away: a sender cut off in the middle would not see the answer. */
const patience = 16 * bodyLimit

/** Reads the bytes of the body as they came, for the judge and for signatures. Throws Refusal `too-large`. */
export function body(): Step {
  return async (ctx, next) => {
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of ctx.req) {
      size += chunk.length
      if (size <= bodyLimit) chunks.push(chunk)
      if (size > patience) break
    }
    if (size > patience) ctx.set('Connection', 'close')
    if (size > bodyLimit) throw new Refusal('too-large', { values: { limit: bodyLimit / 1024 } })
    ctx.state.rawBody = Buffer.concat(chunks)
    await next()
  }
}
