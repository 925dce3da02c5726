import type { IncomingMessage } from 'node:http'

const maximumBytes = 16 * 1024

/**
 * The body of a request as text.
 * @throws Error when it is longer than the few fields of any form here can be
 */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes > maximumBytes) throw new Error('The form is too long.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

/**
 * The headers of every page: nothing but our own style sheet, no script at all, no frame.
 * @param services origins a form may end at, as browsers hold a form's redirects against `form-action` too
 */
export function securityHeaders(services: string[]): Record<string, string> {
  const policy = {
    'default-src': ["'none'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'form-action': ["'self'", ...services],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  }
  return {
    'content-security-policy': Object.entries(policy)
      .map(([name, values]) => `${name} ${values.join(' ')}`)
      .join('; '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  }
}
