import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { CaseView, FileInfo, ProblemDetails } from '../../api/contract.ts'
import { sweepFiles } from '../../api/files/rows.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { answer, decide, officer } from '../deciding.ts'
import { pdf, png, send, uploaded } from '../files.ts'
import { caseOf, holding } from '../portal.ts'
import { resident } from '../residents.ts'
import { stack } from '../stack.ts'
import type { Visitor } from '../visitor.ts'

let database: Database
let db: Database['db']
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 4)
  db = database.db
})
afterAll(() => database.close())

const someone = async () => holding((await resident(db)).cookie)
const apply = (who: Visitor, attachments: unknown, id: string = randomUUID()) =>
  who.post<CaseView & ProblemDetails>('/api/cases', {
    id,
    agenda: '_example',
    data: { reader: 'Eva', age: 'adult', attachments },
  })
const statusOf = async (who: Visitor, id: string) => (await who.get(`/api/files/${id}`)).status
const placed = ({ status, body }: { status: number; body: ProblemDetails }) => [
  status,
  body.code,
  body.problems?.map(p => p.path),
]

test('a file goes with a form and is read by its parties alone, as it was sent', async () => {
  const [eva, stranger, registrar, builder] = await Promise.all([
    someone(),
    someone(),
    officer(db, 'registry'),
    officer(db, 'building'),
  ])
  const bytes = await pdf()
  const file = await uploaded(eva, '/home/eva/Plná\u0000 moc.pdf', bytes)
  expect(file).toEqual({ id: expect.any(String), name: 'Plná moc.pdf', type: 'application/pdf', size: bytes.length })
  expect([await statusOf(eva, file.id), await statusOf(stranger, file.id), await statusOf(registrar, file.id)]).toEqual(
    [200, 404, 404],
  )

  const { status, body: view } = await apply(eva, [file])
  expect([status, view.submissions[0]?.data]).toMatchObject([201, { attachments: [file] }])
  const readers = [eva, registrar, stranger, builder]
  expect(await Promise.all(readers.map(who => statusOf(who, file.id)))).toEqual([200, 200, 404, 404])
  const response = await fetch(`${stack.urls.portal}/api/files/${file.id}`, {
    headers: { cookie: `portal_session=${registrar.cookies.get('portal_session')}` },
  })
  const read = Buffer.from(await response.arrayBuffer())
  expect(createHash('sha256').update(read).digest()).toEqual(createHash('sha256').update(bytes).digest())
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="Plna moc.pdf"; filename*=UTF-8''Pln%C3%A1%20moc.pdf`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'cache-control': 'private, no-store',
  })
  const audited = await db
    .selectFrom('audit')
    .select('actor')
    .where('caseId', '=', view.id)
    .where('what', '=', 'read file')
    .execute()
  expect(audited.length).toBeGreaterThan(0)

  const taken = await eva.send<ProblemDetails>('DELETE', `/api/files/${file.id}`)
  expect([taken.status, taken.body.code]).toEqual([409, 'file-sent'])
  expect(await statusOf(eva, file.id)).toBe(200)
})

test('a picture is shown in a sandbox', async () => {
  const eva = await someone()
  const { id } = await uploaded(eva, 'foto', png)
  const { headers } = await eva.get(`/api/files/${id}`)
  expect([headers.get('content-type'), headers.get('content-security-policy')]).toEqual([
    'image/png',
    expect.stringContaining('sandbox'),
  ])
})

test('what nobody could read is refused in words', async () => {
  const eva = await someone()
  const whole = await pdf()
  const tries: [string, Uint8Array, number, string][] = [
    ['nic.pdf', Buffer.alloc(0), 422, 'file-empty'],
    ['stránka.pdf', Buffer.from('<html><script>alert(1)</script>'), 415, 'file-kind'],
    ['obrázek.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415, 'file-kind'],
    ['půlka.pdf', whole.subarray(0, whole.length / 2), 422, 'file-broken'],
    ['zámek.pdf', await pdf('Tajné', { userPassword: 'x' }), 422, 'file-locked'],
    ['velký.pdf', Buffer.alloc(10 * 1024 * 1024 + 1, '%PDF'), 413, 'file-too-large'],
  ]
  for (const [name, bytes, status, code] of tries) {
    const { status: told, body } = await send<ProblemDetails>(eva, name, bytes)
    expect([told, body.code], name).toEqual([status, code])
    expect(body.detail).not.toContain('{')
    if (status !== 413) expect(body.detail).toContain(name)
  }
})

test('a form takes only files that are there, the sender’s own, as they are, and once', async () => {
  const [eva, other] = await Promise.all([someone(), someone()])
  const own = await uploaded(eva, 'a.png', png)
  const foreign = await uploaded(other, 'b.png', png)
  const gone = [422, 'invalid', ['/attachments/1']]
  for (const wrong of [foreign, { ...own, id: randomUUID() }])
    expect(placed(await apply(eva, [own, wrong]))).toEqual(gone)
  for (const wrong of [{ size: 1 }, { name: 'smlouva.png' }, { type: 'application/pdf' }])
    expect(placed(await apply(eva, [{ ...own, ...wrong }]))).toEqual([422, 'invalid', ['/attachments/0']])
  const message = randomUUID()
  const filed = await Promise.all([1, 2, 3].map(() => apply(eva, [own], message)))
  expect(filed.map(({ status }) => status)).toEqual([201, 201, 201])
  expect(new Set(filed.map(({ body }) => body.id)).size).toBe(1)
  expect(placed(await apply(eva, [own]))).toEqual([422, 'invalid', ['/attachments/0']])
  const cases = await db.selectFrom('file').select('caseId').where('id', '=', own.id).execute()
  expect(cases).toEqual([{ caseId: filed[0]?.body.id }])
})

test('two forms at once get a file once; the other files nothing', async () => {
  const eva = await someone()
  const own = await uploaded(eva, 'a.png', png)
  const filed = await Promise.all([apply(eva, [own]), apply(eva, [own])])
  expect(filed.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422])
})

test('what is not sent can be taken back, is limited for each person, and is swept after a week', async () => {
  const { id: owner, cookie } = await resident(db)
  const eva = holding(cookie)
  const { id } = await uploaded(eva, 'a.png', png)
  expect((await eva.send('DELETE', `/api/files/${id}`)).status).toBe(204)
  expect(await statusOf(eva, id)).toBe(404)
  await db
    .insertInto('file')
    .values({
      ...{
        id: randomUUID(),
        owner,
        name: 'velký.pdf',
        type: 'application/pdf',
        sha256: '',
        caseId: null,
        attachedAt: null,
      },
      size: 50 * 1024 * 1024 - png.length,
      bytes: sql<Buffer>`convert_to(repeat('a', ${50 * 1024 * 1024 - png.length}), 'UTF8')`,
    })
    .execute()
  const sent = await Promise.all([1, 2, 3].map(() => send<FileInfo & ProblemDetails>(eva, 'a.png', png)))
  expect(sent.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409])
  const loose = sent.find(({ status }) => status === 201)?.body.id ?? ''

  await sweepFiles(db, new Date(Date.now() + 6 * 86_400_000))
  expect(await statusOf(eva, loose)).toBe(200)
  const old = new Date(Date.now() - 8 * 86_400_000)
  await db.updateTable('file').set({ createdAt: old }).where('id', '=', loose).execute()
  await sweepFiles(db, new Date())
  expect(await statusOf(eva, loose)).toBe(404)
})

test('a clerk’s question is answered with a file, too', async () => {
  const [eva, registrar] = await Promise.all([someone(), officer(db, 'registry')])
  const { body } = await apply(eva, undefined)
  await decide(registrar, body.id, { verdict: 'ask', reasons: 'Chybí průkaz.' })
  const { open } = await caseOf(eva, body.id)
  const file = await uploaded(eva, 'průkaz.png', png)
  const supplied = await answer(eva, body.id, open[0]?.key ?? '', { note: 'Přikládám.', attachments: [file] })
  expect(supplied.status).toBe(200)
  expect(await statusOf(registrar, file.id)).toBe(200)
})
