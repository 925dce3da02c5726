import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import PostalMime from 'postal-mime'

const schema = `
  create table if not exists mail (
    id integer primary key autoincrement, received_at text not null,
    sender text not null, recipients text not null, subject text not null, raw blob not null
  )`

/** A mail as it came: envelope and source. */
export type Arrival = { from: string; to: string[]; raw: Uint8Array }

/** A mail in the list. */
export type MailHeader = {
  id: number
  /** ISO instant */
  receivedAt: string
  /** address of the envelope, which is where an error would be returned */
  from: string
  /** addresses of the envelope, whatever the header says */
  to: string[]
  subject: string
}

export type MailAttachment = { name: string; type: string; contentId?: string; inline: boolean; content: Uint8Array }

/** A mail to read. */
export type Mail = MailHeader & {
  /** the From header with its name */
  author: string
  text?: string
  html?: string
  attachments: MailAttachment[]
}

export type MailStore = {
  /** Stores a mail and returns its id. */
  add(arrival: Arrival): Promise<number>
  /** Newest first; `to` keeps those for one address, upper or lower case alike. */
  list(filter?: { to?: string; limit?: number }): MailHeader[]
  /** The mail with its parts; undefined when there is none. */
  read(id: number): Promise<Mail | undefined>
  raw(id: number): Uint8Array | undefined
  clear(): void
  close(): void
}

/** Opens the file of mails. @param dataFile an SQLite file, made when missing */
export function openMailStore(dataFile: string): MailStore {
  if (dataFile !== ':memory:') mkdirSync(dirname(dataFile), { recursive: true })
  const db = new DatabaseSync(dataFile)
  db.exec('pragma journal_mode = wal')
  db.exec(schema)
  const insert = db.prepare('insert into mail (received_at, sender, recipients, subject, raw) values (?, ?, ?, ?, ?)')
  const columns = 'id, received_at, sender, recipients, subject'
  const newest = db.prepare(`select ${columns} from mail order by id desc limit ?`)
  const newestTo = db.prepare(
    `select ${columns} from mail where exists (select 1 from json_each(recipients) where lower(value) = lower(?))
     order by id desc limit ?`,
  )
  const header = db.prepare(`select ${columns} from mail where id = ?`)
  const source = db.prepare('select raw from mail where id = ?')

  const raw: MailStore['raw'] = id => {
    const bytes = source.get(id)?.raw
    return bytes instanceof Uint8Array ? bytes : undefined
  }
  return {
    async add({ from, to, raw }) {
      const { subject = '' } = await PostalMime.parse(raw)
      const { lastInsertRowid } = insert.run(new Date().toISOString(), from, JSON.stringify(to), subject, raw)
      return Number(lastInsertRowid)
    },
    list: ({ to, limit = 200 } = {}) => (to ? newestTo.all(to, limit) : newest.all(limit)).map(headerOf),
    async read(id) {
      const row = header.get(id)
      const bytes = raw(id)
      return row && bytes && { ...headerOf(row), ...(await partsOf(bytes)) }
    },
    raw,
    clear: () => db.exec('delete from mail'),
    close: () => db.close(),
  }
}

function headerOf(row: Record<string, unknown>): MailHeader {
  return {
    id: Number(row.id),
    receivedAt: String(row.received_at),
    from: String(row.sender),
    to: JSON.parse(String(row.recipients)),
    subject: String(row.subject),
  }
}

async function partsOf(raw: Uint8Array): Promise<Omit<Mail, keyof MailHeader>> {
  const email = await PostalMime.parse(raw)
  const { name = '', address = '' } = email.from ?? {}
  const attachments = email.attachments.map((part, index) => ({
    name: part.filename ?? `priloha-${index + 1}`,
    type: part.mimeType,
    inline: part.related === true,
    ...(part.contentId && { contentId: part.contentId.replace(/^<|>$/g, '') }),
    content: typeof part.content === 'string' ? Buffer.from(part.content) : new Uint8Array(part.content),
  }))
  return {
    author: name ? `${name} <${address}>` : address,
    ...(email.text !== undefined && { text: email.text }),
    ...(email.html !== undefined && { html: email.html }),
    // what a mail's HTML shows comes before the true attachments in the source, but matters less
    attachments: attachments.filter(({ inline }) => !inline).concat(attachments.filter(({ inline }) => inline)),
  }
}
