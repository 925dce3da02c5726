import { createServer } from 'node:net'
import { Problem } from './problem.ts'

/** Where each part of the embedded installation listens: its default port and the variable that changes it. */
const parts = {
  portal: { port: 3000, variable: 'PORT', what: 'the portal' },
  gateway: { port: 3010, variable: 'GATEWAY_PORT', what: 'the card gateway' },
  identity: { port: 3011, variable: 'IDENTITY_PORT', what: 'the identity provider' },
  mailbox: { port: 3012, variable: 'MAILBOX_PORT', what: 'the mail box page' },
  registers: { port: 3013, variable: 'REGISTERS_PORT', what: 'the registers' },
  smtp: { port: 3025, variable: 'SMTP_PORT', what: 'the mail box (SMTP)' },
  postgres: { port: 3032, variable: 'POSTGRES_PORT', what: 'PostgreSQL' },
  temporal: { port: 3033, variable: 'TEMPORAL_PORT', what: 'Temporal' },
  temporalUi: { port: 3034, variable: 'TEMPORAL_UI_PORT', what: 'Temporal’s pages' },
}

export type Ports = Record<keyof typeof parts, number>

const names = Object.keys(parts) as (keyof Ports)[]

/**
 * The ports of `npm start`: the defaults, or what the environment says.
 * @throws {Problem} when a variable is no port number or two parts would share one port
 */
export function portsFrom(env: Record<string, string | undefined>): Ports {
  const ports: Partial<Ports> = {}
  for (const name of names) {
    const { variable, port } = parts[name]
    const text = env[variable] || String(port)
    if (!/^\d{1,5}$/.test(text) || Number(text) < 1 || Number(text) > 65535)
      throw new Problem(`${variable} is “${text}”, but a port is a number from 1 to 65535: correct it and start again.`)
    const taken = names.find(other => ports[other] === Number(text))
    if (taken)
      throw new Problem(`${variable} and ${parts[taken].variable} are both ${text}: give each part a port of its own.`)
    ports[name] = Number(text)
  }
  return ports as Ports
}

/**
 * Ports are drawn below those that systems give to outgoing connections (from 32768 on Linux, from 49152 elsewhere): between the
 * drawing and the listening of a part any connection might take one of those. Browsers and `fetch` refuse 10080, which is left out too.
 */
const drawn = { first: 10_100, block: 16, blocks: 1_400 }
let draws = 0

/**
 * Ports that nobody uses, for tests that run beside other things; another call gives others. Processes that start together have
 * different ids, so they draw different blocks, although none of them listens yet.
 * @throws {Problem} when there is no free block
 */
export async function freePorts(): Promise<Ports> {
  const { first, block, blocks } = drawn
  for (let tries = 0; tries < blocks; tries++) {
    // 97 shares no factor with the number of blocks, so that each block comes once
    const start = first + ((process.pid + 97 * draws++) % blocks) * block
    const ports = Object.fromEntries(names.map((name, index) => [name, start + index])) as Ports
    if (await areFree(ports)) return ports
  }
  throw new Problem(`No ${names.length} neighbouring ports from ${first} on are free: stop what listens there.`)
}

const areFree = (ports: Ports): Promise<boolean> =>
  checkPortsAreFree(ports).then(
    () => true,
    () => false,
  )

/**
 * Makes sure that nobody listens yet on any of the ports about to be used.
 * @throws {Problem} naming each busy port and the variable that moves it
 */
export async function checkPortsAreFree(ports: Partial<Ports>): Promise<void> {
  const busy: string[] = []
  for (const name of names) {
    const port = ports[name]
    if (port === undefined) continue
    try {
      const release = await hold(port)
      await release()
    } catch (error) {
      const { what, variable } = parts[name]
      const wrong =
        error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' ? 'is in use' : 'may not be used'
      const another = port + 1000 > 65535 ? port - 1000 : port + 1000
      busy.push(`Port ${port} for ${what} ${wrong}: free it, or choose another, e.g. ${variable}=${another}.`)
    }
  }
  if (busy.length > 0) throw new Problem(busy.join('\n'))
}

/** Listens on every address, as a part may, to see a port taken on any of them. Gives what ends it. */
function hold(port: number, host = '::'): Promise<() => Promise<void>> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      const withoutIPv6 = host === '::' && ['EAFNOSUPPORT', 'EADDRNOTAVAIL'].includes(error.code ?? '')
      if (withoutIPv6) hold(port, '0.0.0.0').then(resolve, reject)
      else reject(error)
    })
    server.listen({ port, host, exclusive: true }, () => resolve(() => new Promise(done => server.close(() => done()))))
  })
}
