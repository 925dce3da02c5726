import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { aftermath } from './aftermath.ts'
import type { ClientSettings } from './configuration.ts'
import { configurationOf } from './configuration.ts'
import type { Controls } from './controls.ts'
import { createControls } from './controls.ts'
import type { Desk } from './desk.ts'
import { frontDoor } from './front.ts'
import { rotateSigningKeys } from './keys.ts'
import { loginPages } from './login.ts'
import type { Level } from './means.ts'
import { meansOnOffer } from './means.ts'
import type { DemoPerson } from './person.ts'
import { openStorage } from './storage.ts'

export type IdentityProviderOptions = ClientSettings & {
  /** 0 takes a free port */
  port: number
  /** the address to listen on; this machine alone when left out */
  host?: string
  /** SQLite file with keys and sessions; ':memory:' forgets them at the end */
  dataFile: string
  people: DemoPerson[]
  /** what the pages call the service people sign in to; 'Portál občana' when left out */
  serviceName?: string
  /** how far the data box is trusted; 'substantial' when left out */
  databoxLevel?: Level
  log?: (line: string) => void
}

export type IdentityProvider = { issuer: string; controls: Controls; close(): Promise<void> }

/**
 * Starts the demo identity provider: OpenID Connect, code flow with PKCE, on http://localhost:PORT.
 * Keys and sessions survive a restart with the same dataFile.
 * @throws Error in production, and when the port is taken
 */
export async function startIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  if (process.env.NODE_ENV === 'production')
    throw new Error('The demo identity provider must not run in production. Set OIDC_ISSUER to a real provider.')

  const storage = openStorage(options.dataFile)
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host ?? '127.0.0.1', resolve)
  }).catch((error: unknown) => {
    storage.close()
    throw error
  })
  const issuer = `http://localhost:${portOf(server.address())}`
  const controls = createControls(keepOld => {
    rotateSigningKeys(storage, keepOld)
    current = handlerOf(desk, issuer, options)
  })
  const desk: Desk = {
    storage,
    controls,
    people: options.people,
    offer: meansOnOffer(options.databoxLevel ?? 'substantial'),
    service: options.serviceName ?? 'Portál občana',
  }
  // oidc-provider reads its keys once: a change of keys means a new provider over the same storage
  let current = handlerOf(desk, issuer, options)
  server.on('request', (request, response) => void current(request, response))
  options.log?.(`identity provider: ${issuer}, ${desk.people.length} demo people`)

  return {
    issuer,
    controls,
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      storage.close()
    },
  }
}

function handlerOf(desk: Desk, issuer: string, options: IdentityProviderOptions) {
  const provider = new Provider(issuer, configurationOf(desk, options))
  const services = [...options.redirectUris, ...options.postLogoutRedirectUris].map(uri => new URL(uri).origin)
  provider.use(frontDoor(desk, [...new Set(services)]))
  provider.use(loginPages(desk, provider))
  provider.use(aftermath(desk, provider))
  provider.on('server_error', (_ctx, error) => options.log?.(`identity provider: ${error.stack ?? error.message}`))
  return provider.callback()
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}
