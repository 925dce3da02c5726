import { createTransport } from 'nodemailer'

export interface Mail {
  /** Stable: a mail sent again after a crash carries the same Message-ID, and mail servers drop the twin. */
  id: string
  to: string
  subject: string
  text: string
  attachments: { filename: string; content: Buffer }[]
}

export interface Mailer {
  send(mail: Mail): Promise<void>
  close(): void
}

/** Sends plain-text mail through the city's server. Throws when the server does not take it: try again later. */
export function smtpMailer(smtpUrl: string, from: string): Mailer {
  const transport = createTransport(smtpUrl, { from })
  const domain = /@([^>\s]+)>?$/.exec(from)?.[1] ?? 'portal'
  return {
    async send({ id, ...mail }) {
      await transport.sendMail({
        ...mail,
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    close: () => transport.close(),
  }
}
