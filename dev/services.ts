import { join } from 'node:path'
import type { Assembly } from './assembly.ts'
import { callbacks, type Embedded } from './environment.ts'
import { loadCity } from '../city/city.ts'
import { startGateway } from './gateway/gateway.ts'
import { people } from './identity/people.ts'
import { startIdentityProvider } from './identity/provider.ts'
import { startMailbox } from './mailbox/mailbox.ts'
import { startRegisters } from './registers/registers.ts'
import type { Ports } from './ports.ts'
import { aboutDamage, Problem, reasonOf } from './problem.ts'

export type Gateway = Awaited<ReturnType<typeof startGateway>>
export type IdentityProvider = Awaited<ReturnType<typeof startIdentityProvider>>
export type Mailbox = Awaited<ReturnType<typeof startMailbox>>
export type DemoRegisters = Awaited<ReturnType<typeof startRegisters>>

/** The outside world on a desk. What is undefined is a real service, given by its setting. */
export interface Services {
  gateway: Gateway | undefined
  identity: IdentityProvider | undefined
  mailbox: Mailbox | undefined
  registers: DemoRegisters | undefined
}

/** Starts card gateway, identity provider, mail box and registers inside this process. */
export async function startServices(
  house: Assembly,
  embedded: Embedded,
  env: Record<string, string>,
  ports: Ports,
): Promise<Services> {
  const data = (name: string) => join(house.folder.path, name)
  const setting = (name: string) => env[name] ?? ''
  const portal = setting('PORTAL_URL')
  const up = async <T extends { close(): Promise<void> }>(what: string, start: () => Promise<T>) => {
    const service = await house.step(what, () => start().catch(explain(what, house.folder.path)))
    house.atEnd(() => service.close(), 'last')
    return service
  }
  const gateway = () =>
    startGateway({
      port: ports.gateway,
      dataFile: data('gateway.db'),
      apiKey: setting('STRIPE_API_KEY'),
      webhookUrl: portal + callbacks.webhook,
      webhookSecret: setting('STRIPE_WEBHOOK_SECRET'),
      merchant: loadCity().legalName.cs,
    })
  const identity = () =>
    startIdentityProvider({
      port: ports.identity,
      dataFile: data('identity.db'),
      clientId: setting('OIDC_CLIENT_ID'),
      clientSecret: setting('OIDC_CLIENT_SECRET'),
      redirectUris: [portal + callbacks.signIn],
      postLogoutRedirectUris: [portal + callbacks.signedOut],
      people,
    })
  const mailbox = () => startMailbox({ smtpPort: ports.smtp, httpPort: ports.mailbox, dataFile: data('mailbox.db') })
  const registers = () => startRegisters({ port: ports.registers, key: setting('REGISTERS_KEY') })

  return {
    gateway: embedded.gateway ? await up(`Card gateway on port ${ports.gateway}`, gateway) : undefined,
    identity: embedded.identity ? await up(`Identity provider on port ${ports.identity}`, identity) : undefined,
    mailbox: embedded.mailbox ? await up(`Mail box on ports ${ports.mailbox} and ${ports.smtp}`, mailbox) : undefined,
    registers: embedded.registers ? await up(`Registers on port ${ports.registers}`, registers) : undefined,
  }
}

function explain(what: string, folder: string) {
  return (error: unknown): never => {
    throw new Problem(`${what} could not start: ${reasonOf(error)}. ${aboutDamage(folder)}`)
  }
}
