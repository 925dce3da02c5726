import { until } from './portal.ts'
import { stack } from './stack.ts'

export interface Letter {
  id: number
  subject: string
  text: string
  attachments: { name: string; type: string; size: number; url: string }[]
}

/** The mails that came for an address, newest first. */
export async function mailsTo(address: string): Promise<Letter[]> {
  const response = await fetch(`${stack.urls.mailbox}/api/mails?to=${encodeURIComponent(address)}`)
  return (await response.json()) as Letter[]
}

/** Waits for so many mails to come. */
export const mailsCome = (address: string, count = 1) =>
  until(
    () => mailsTo(address),
    mails => mails.length >= count,
  )

export async function attachment({ attachments: [first] }: Letter): Promise<Buffer> {
  if (!first) throw new Error('The mail has no attachment.')
  return Buffer.from(await (await fetch(new URL(first.url, stack.urls.mailbox))).arrayBuffer())
}

/** An address that nobody else writes to. */
export const freshAddress = () => `platce-${crypto.randomUUID().slice(0, 8)}@posta.example`
