import { createServer } from 'node:http'
import Koa from 'koa'
import { createActs } from './act.ts'
import { createApi } from './api/api.ts'
import { createIdempotency } from './api/idempotency.ts'
import { createControlRoutes } from './control-routes.ts'
import { createControls, type Controls } from './controls.ts'
import { createDeliveries } from './deliveries.ts'
import { createFaults } from './faults.ts'
import { createJournal } from './journal.ts'
import { createPages } from './page/routes.ts'
import { openStore } from './store.ts'
import { startSweeper } from './sweeper.ts'
import { defaultGiveUpMs, defaultSchedule, startDeliverer } from './webhooks.ts'

export interface GatewayOptions {
  /** 0 picks a free one. */
  port: number
  /** The file with the whole state, made when missing; `:memory:` forgets everything at the end. */
  dataFile: string
  /** What the portal must send as its Stripe key, such as `sk_test_…`. */
  apiKey: string
  /** Where events go; null: nowhere, until `controls.sendWebhooksTo`. */
  webhookUrl: string | null
  /** Signs the webhooks, such as `whsec_…`. */
  webhookSecret: string
  /** Whose money it is, as the payer reads it. */
  merchant?: string
  /** Default 127.0.0.1: this machine only. */
  host?: string
  /** The address under which a browser finds the gateway, where it is not `http://localhost:port`. */
  publicUrl?: string
  /** Waits between tries to deliver a webhook; the last one repeats. */
  retryScheduleMs?: readonly number[]
  /** When to stop trying; default three days. */
  giveUpAfterMs?: number
  /** How long the receiver of a webhook may take; default ten seconds. */
  webhookTimeoutMs?: number
  /** How often to look for expired sessions; default two seconds. */
  sweepEveryMs?: number
  /** Lets tests open sessions that last less than Stripe's 30 minutes. */
  allowShortExpiry?: boolean
  /** The clock in Unix milliseconds, for tests. */
  now?: () => number
  log?: (message: string) => void
}

export interface Gateway {
  /** Without a slash at the end. */
  url: string
  controls: Controls
  /** Cuts open connections, ends what is under way and closes the file; webhooks not yet delivered go on next time. */
  close(): Promise<void>
}

/**
 * Starts the local card gateway: Stripe's HTTP API for what the portal uses, the hosted payment page, and signed
 * webhooks. The official SDK speaks to it unchanged:
 * `new Stripe(apiKey, { host: 'localhost', port, protocol: 'http' })`.
 * @throws Error in production, where it must never take the place of the real gateway.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  if (process.env['NODE_ENV'] === 'production') {
    throw new Error(
      'The local card gateway does not start in production: it takes test cards and moves no money. Set STRIPE_API_KEY to a key of your Stripe account and leave STRIPE_API_URL unset.',
    )
  }
  const clock = options.now ?? Date.now
  const log = options.log ?? (() => {})
  let webhookUrl = options.webhookUrl

  const store = openStore(options.dataFile)
  const server = createServer()
  let port: number
  try {
    port = await listen(server, options.port, options.host ?? '127.0.0.1')
  } catch (error) {
    store.close()
    throw error
  }
  const url = options.publicUrl ?? `http://localhost:${port}`

  const faults = createFaults()
  const journal = createJournal(store)
  const deliveries = createDeliveries({ store, faults, clock, wanted: () => webhookUrl !== null })
  const deliverer = startDeliverer({
    store,
    deliveries,
    url: () => webhookUrl,
    secret: options.webhookSecret,
    clock,
    scheduleMs: options.retryScheduleMs ?? defaultSchedule,
    giveUpAfterMs: options.giveUpAfterMs ?? defaultGiveUpMs,
    timeoutMs: options.webhookTimeoutMs ?? 10_000,
    log,
  })
  const acts = createActs({ store, clock, plan: deliveries.plan, committed: () => setImmediate(deliverer.wake) })
  const sweeper = startSweeper({ store, acts, clock, everyMs: options.sweepEveryMs ?? 2000, log })
  const controls = createControls({
    acts,
    store,
    faults,
    journal,
    deliveries,
    deliverer,
    sweeper,
    setWebhookUrl: to => (webhookUrl = to),
  })

  const app = new Koa()
  app.on('error', error => log(error instanceof Error ? (error.stack ?? error.message) : String(error)))
  app.use(createControlRoutes(controls).routes())
  app.use(async (ctx, next) => {
    if (!faults.down()) return next()
    ctx.respond = false
    ctx.req.socket.destroy()
  })
  app.use(
    createApi({
      apiKey: options.apiKey,
      acts,
      faults,
      journal,
      idempotency: createIdempotency(store, clock),
      clock,
      rules: { origin: url, allowShortExpiry: options.allowShortExpiry ?? false },
      log,
    }).routes(),
  )
  app.use(createPages({ acts, store, merchant: options.merchant ?? 'Zkušební obchodník', clock }).routes())
  server.on('request', app.callback())
  deliverer.wake()
  log(`Card gateway listens on ${url}`)

  return {
    url,
    controls,
    async close() {
      sweeper.close()
      faults.clear()
      await deliverer.close()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      store.close()
    },
  }
}

function listen(server: ReturnType<typeof createServer>, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}
