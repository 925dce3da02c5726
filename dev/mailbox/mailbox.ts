import { createServer } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { mailPages } from './pages.ts'
import { smtpServer } from './smtp.ts'
import { openMailStore } from './store.ts'

export type MailboxOptions = {
  /** 0 takes a free port, for both */
  smtpPort: number
  httpPort: number
  /** the address to listen on; this machine alone when left out */
  host?: string
  /** SQLite file with the mails; ':memory:' forgets them at the end */
  dataFile: string
  log?: (line: string) => void
}

export type Mailbox = {
  /** what SMTP_URL of the portal should be */
  smtpUrl: string
  /** the page to read the mails on */
  url: string
  /** lets the mail server turn every client away, as one that is out of service does, or takes it back to work */
  away(yes: boolean): void
  close(): Promise<void>
}

/**
 * Starts the demo mail box: it takes every mail over SMTP, sends none on, and shows them all on a page and under /api/mails.
 * Mails survive a restart with the same dataFile.
 * @throws Error in production, and when a port is taken
 */
export async function startMailbox(options: MailboxOptions): Promise<Mailbox> {
  if (process.env.NODE_ENV === 'production')
    throw new Error('The demo mail box must not run in production. Set SMTP_URL to a real mail server.')

  const host = options.host ?? '127.0.0.1'
  const store = openMailStore(options.dataFile)
  let out = false
  const smtp = smtpServer(store, () => out, options.log)
  const web = createServer(mailPages(store))
  const stop = async () => {
    web.closeAllConnections()
    await Promise.all([new Promise<void>(done => smtp.close(() => done())), new Promise(done => web.close(done))])
    store.close()
  }
  try {
    await Promise.all([listening(smtp.server, options.smtpPort, host), listening(web, options.httpPort, host)])
  } catch (error) {
    await stop()
    throw error
  }
  const smtpUrl = `smtp://localhost:${portOf(smtp.server.address())}`
  const url = `http://localhost:${portOf(web.address())}`
  options.log?.(`mail box: ${url}, mail is taken at ${smtpUrl}`)
  return { smtpUrl, url, away: yes => void (out = yes), close: stop }
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}
