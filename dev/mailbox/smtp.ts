import { SMTPServer } from 'smtp-server'
import type { MailStore } from './store.ts'

const maximumBytes = 30 * 1024 * 1024

/**
 * Recipients that a real server would refuse, so that failed delivery can be tried:
 * neexistuje@… does not exist (550, permanent), plno@… has a full box (452, temporary).
 */
const refusals = new Map([
  ['neexistuje', { code: 550, message: '5.1.1 No such user here' }],
  ['plno', { code: 452, message: '4.2.2 Mailbox full' }],
])

/**
 * An SMTP server without passwords and encryption that puts every mail into the store before it says so.
 * While `away` says yes it turns every client off at the door (421, temporary).
 */
export function smtpServer(store: MailStore, away: () => boolean, log?: (line: string) => void): SMTPServer {
  const server = new SMTPServer({
    onConnect(_session, callback) {
      callback(away() ? Object.assign(new Error('4.3.2 Out of service'), { responseCode: 421 }) : null)
    },
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: maximumBytes,
    logger: false,
    closeTimeout: 500,
    disableReverseLookup: true,
    onRcptTo({ address }, _session, callback) {
      const refusal = refusals.get(address.split('@')[0]?.toLowerCase() ?? '')
      callback(refusal ? Object.assign(new Error(refusal.message), { responseCode: refusal.code }) : null)
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (stream.sizeExceeded) {
          callback(Object.assign(new Error('5.3.4 The mail is too large'), { responseCode: 552 }))
          return
        }
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom === false ? '' : (mailFrom?.address ?? '')
        store
          .add({ from, to: rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks) })
          .then(id => callback(null, `Stored as mail ${id}`))
          .catch((error: unknown) => {
            log?.(`mail box: a mail could not be stored: ${error instanceof Error ? error.message : String(error)}`)
            callback(Object.assign(new Error('4.3.0 The mail could not be stored'), { responseCode: 451 }))
          })
      })
    },
  })
  // a client that goes away in the middle is its own affair
  server.on('error', error => log?.(`mail box: ${error.message}`))
  return server
}
