import type { IncomingMessage } from 'node:http'
import { ApiError } from './api/errors.ts'

const largest = 1024 * 1024

/**
 * The whole body of a request as text.
 * @throws ApiError 413 above one megabyte.
 */
export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    const bytes = Buffer.from(part)
    size += bytes.length
    if (size > largest) throw new ApiError(413, { type: 'invalid_request_error', message: 'The request is too large.' })
    parts.push(bytes)
  }
  return Buffer.concat(parts).toString('utf8')
}
