import { Agent, request } from 'node:http'

/** A person's browser as a load makes it: one session, kept connections, as little work as can be. */
export interface Client {
  /** Sends a request and gives the parsed answer. */
  ask<T>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply<T>>
  /** Listens to a live page: calls back at each `changed`; gives the way to stop. Resolves once the line is open. */
  watch(path: string, changed: () => void): Promise<() => void>
}

export interface Reply<T> {
  status: number
  body: T
  /** From the sending to the last byte. */
  ms: number
}

// one address for all: as many connections as there are requests at once
const agent = new Agent({ keepAlive: true, maxSockets: Infinity, scheduling: 'lifo' })

/** A client of the portal with a session cookie; without one for the gateway's controls. */
export function clientOf(base: string, cookie?: string): Client {
  const own = { ...(cookie !== undefined && { cookie: `portal_session=${cookie}`, origin: base }) }
  const client: Client = {
    ask: <T>(method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
      new Promise<Reply<T>>((resolve, reject) => {
        const began = performance.now()
        const text = body === undefined ? undefined : JSON.stringify(body)
        const json = text !== undefined && {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(text)),
        }
        const sent = request(
          new URL(path, base),
          { method, agent, headers: { ...own, ...json, ...headers } },
          response => {
            const parts: Buffer[] = []
            response.on('data', (part: Buffer) => parts.push(part))
            response.on('error', reject)
            response.on('end', () => {
              const ms = performance.now() - began
              const answer = Buffer.concat(parts).toString('utf8')
              try {
                // a load trusts the shapes that the other tests hold against the description
                resolve({
                  status: response.statusCode ?? 0,
                  ms,
                  body: (answer === '' ? null : JSON.parse(answer)) as never,
                })
              } catch {
                reject(new Error(`${method} ${path}: ${response.statusCode} ${answer.slice(0, 200)}`))
              }
            })
          },
        )
        sent.on('error', error => {
          // the server had closed a connection that was idle while this process made its data
          if (sent.reusedSocket && method === 'GET') client.ask<T>(method, path, body, headers).then(resolve, reject)
          else reject(error)
        })
        sent.end(text)
      }),
    watch: (path, changed) =>
      new Promise((resolve, reject) => {
        const sent = request(new URL(path, base), { headers: own }, response => {
          if (response.statusCode !== 200) return reject(new Error(`${path}: ${response.statusCode}`))
          response.setEncoding('utf8')
          response.on('data', (text: string) => text.includes('event: changed') && changed())
          response.on('error', () => {})
          resolve(() => void sent.destroy())
        })
        sent.on('error', reject)
        sent.end()
      }),
  }
  return client
}
