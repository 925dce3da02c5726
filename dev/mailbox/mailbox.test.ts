import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Mailbox } from './mailbox.ts'
import { startMailbox } from './mailbox.ts'

let box: Mailbox
beforeAll(async () => {
  box = await startMailbox({ smtpPort: 0, httpPort: 0, dataFile: ':memory:' })
})
afterAll(() => box.close())
beforeEach(() => fetch(`${box.url}/api/mails`, { method: 'DELETE' }))

const decision = {
  from: 'Magistrát města Kladna <portal@kladno.example>',
  to: 'Šárka Ďuríčková <sarka.durickova@posta.example>',
  subject: 'Rozhodnutí o vaší žádosti – příliš žluťoučký kůň',
  text: 'Dobrý den,\nžádost najdete na http://localhost:3000/veci/123.\n.\nMěsto Kladno',
  html: '<html><head><title>x</title></head><body><p>Dobrý den</p><img src="cid:znak"><script>alert(1)</script></body></html>',
  attachments: [
    {
      filename: 'Rozhodnutí č. 12.pdf',
      content: Buffer.from([37, 80, 68, 70, 0, 255]),
      contentType: 'application/pdf',
    },
    { filename: 'znak.png', content: Buffer.from([1, 2, 3]), cid: 'znak', contentType: 'image/png' },
  ],
}

function send(mail: object, to: Mailbox = box) {
  const transport = createTransport(to.smtpUrl)
  return transport.sendMail({ ...decision, ...mail }).finally(() => transport.close())
}

async function mails(to?: string, from: Mailbox = box): Promise<{ id: number; subject: string }[]> {
  const query = to ? `?to=${encodeURIComponent(to)}` : ''
  return (await (await fetch(`${from.url}/api/mails${query}`)).json()) as { id: number; subject: string }[]
}

describe('the mail box', () => {
  it('gives back what was sent, diacritics and dots included', async () => {
    await send({})
    expect(await mails()).toMatchObject([
      {
        from: 'portal@kladno.example',
        author: 'Magistrát města Kladna <portal@kladno.example>',
        to: ['sarka.durickova@posta.example'],
        subject: decision.subject,
        text: expect.stringContaining('žádost najdete na http://localhost:3000/veci/123.\n.\nMěsto Kladno'),
        attachments: [{ name: 'Rozhodnutí č. 12.pdf', type: 'application/pdf', size: 6 }, { name: 'znak.png' }],
      },
    ])
  })

  it('lets attachments be saved, byte for byte', async () => {
    await send({})
    const [mail] = await mails()
    const response = await fetch(`${box.url}/mails/${mail?.id ?? 0}/attachments/0`)
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([37, 80, 68, 70, 0, 255]))
    expect(response.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''Rozhodnut%C3%AD%20%C4%8D.%2012.pdf",
    )
    expect((await fetch(`${box.url}/mails/${mail?.id ?? 0}/attachments/7`)).status).toBe(404)
  })

  it('finds the mails for one address, hidden copies too, newest first', async () => {
    await send({ subject: 'první', to: 'a@posta.example' })
    await send({ subject: 'druhá', to: 'b@posta.example', bcc: 'a@posta.example' })
    await send({ subject: 'třetí', to: 'b@posta.example' })
    expect((await mails('A@posta.example')).map(mail => mail.subject)).toEqual(['druhá', 'první'])
    expect(await mails('nikdo@posta.example')).toEqual([])
  })

  it('refuses a recipient who does not exist, and one whose box is full', async () => {
    await expect(send({ to: 'neexistuje@posta.example' })).rejects.toMatchObject({ responseCode: 550 })
    await expect(send({ to: 'plno@posta.example' })).rejects.toMatchObject({ responseCode: 452 })
    expect(await mails()).toEqual([])
  })

  it('turns everybody away while it is out of service', async () => {
    box.away(true)
    await expect(send({})).rejects.toMatchObject({ responseCode: 421 })
    box.away(false)
    await send({})
    expect(await mails()).toHaveLength(1)
  })
})

describe('its pages', () => {
  it('list the mails and show one, with links to click', async () => {
    await send({})
    const [mail] = await mails()
    const list = await (await fetch(box.url)).text()
    expect(list).toContain('příliš žluťoučký kůň')
    const page = await (await fetch(`${box.url}/mails/${mail?.id ?? 0}`)).text()
    expect(page).toContain('href="http://localhost:3000/veci/123"')
    expect(page).toContain('Rozhodnutí č. 12.pdf')
    expect(page).not.toContain('alert(1)')
  })

  it('print what came in a mail, never run it', async () => {
    await send({ subject: '<script>alert(2)</script>', text: '<img src=x onerror=alert(3)>', html: undefined })
    const [mail] = await mails()
    const page = await (await fetch(`${box.url}/mails/${mail?.id ?? 0}`)).text()
    expect(page).not.toMatch(/<script>|<img/)
    expect(page).not.toContain('<iframe')
  })

  it('keep the HTML of a mail in a box of its own', async () => {
    await send({})
    const [mail] = await mails()
    const response = await fetch(`${box.url}/mails/${mail?.id ?? 0}/html`)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain('sandbox')
    expect(policy).not.toContain('allow-scripts')
    expect(await response.text()).toContain(`src="/mails/${mail?.id ?? 0}/attachments/1"`)
    expect((await fetch(box.url)).headers.get('content-security-policy')).not.toContain('unsafe-inline')
  })

  it('empty the box for their own form only', async () => {
    await send({})
    const foreign = await fetch(`${box.url}/clear`, { method: 'POST', headers: { origin: 'http://evil.example' } })
    expect(foreign.status).toBe(403)
    expect(await mails()).toHaveLength(1)
    await fetch(`${box.url}/clear`, { method: 'POST', headers: { origin: box.url } })
    expect(await mails()).toEqual([])
  })

  it('say that a mail is not there', async () => {
    const response = await fetch(`${box.url}/mails/999`)
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('Zpráva tu není')
  })
})

describe('starting', () => {
  it('keeps the mails over a restart', async () => {
    const dataFile = join(mkdtempSync(join(tmpdir(), 'mailbox-')), 'mails.sqlite')
    const first = await startMailbox({ smtpPort: 0, httpPort: 0, dataFile })
    await send({}, first)
    await first.close()
    const second = await startMailbox({ smtpPort: 0, httpPort: 0, dataFile })
    expect(await mails('sarka.durickova@posta.example', second)).toMatchObject([{ subject: decision.subject }])
    await second.close()
  })

  it('is refused in production, and when a port is taken', async () => {
    const options = { smtpPort: Number(new URL(box.smtpUrl).port), httpPort: 0, dataFile: ':memory:' }
    await expect(startMailbox(options)).rejects.toThrow('EADDRINUSE')
    vi.stubEnv('NODE_ENV', 'production')
    await expect(startMailbox(options)).rejects.toThrow('must not run in production')
    vi.unstubAllEnvs()
  })
})
