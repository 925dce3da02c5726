import { clientOf, type Client, type Reply } from '../client.ts'
import { clerk } from '../../residents.ts'
import type { Stand } from '../stand.ts'

/** A treasurer at the portal: asks and wants a good answer. */
export interface Treasurer {
  client: Client
  cookie: string
  get<T>(path: string): Promise<Reply<T>>
}

/** Makes one more treasurer. */
export async function treasurer({ portal, database }: Stand): Promise<Treasurer> {
  const { cookie } = await clerk(database.db, 'treasurer')
  const client = clientOf(portal, cookie)
  return {
    client,
    cookie,
    async get(path) {
      const reply = await client.ask<never>('GET', path)
      if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`)
      return reply
    },
  }
}

/** Sends a file as a treasurer and gives the answer; throws unless it was taken. */
export async function sendFile<T>({ portal }: Stand, { cookie }: Treasurer, path: string, bytes: Buffer): Promise<T> {
  const response = await fetch(new URL(path, portal), {
    method: 'POST',
    headers: { cookie: `portal_session=${cookie}`, origin: portal, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
    // as long as it takes
    signal: AbortSignal.timeout(600_000),
  })
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text.slice(0, 500)}`)
  // a load trusts the shapes that the other tests hold against the description
  return JSON.parse(text) as T
}
