import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Catalogue, Contacts, Documents, Draft, Guide, ProblemDetails, SessionInfo } from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { DefinitionContent } from '../../db/tables/cases.ts'
import { citizen as signedIn, official as signedInOfficial, stranger } from '../portal.ts'
import { stack } from '../stack.ts'
import type { Visitor } from '../visitor.ts'

let database: Database
let citizen: Visitor
let other: Visitor
let official: Visitor
beforeAll(async () => {
  database = openDatabase(stack.databaseUrl, 2)
  citizen = await signedIn('sarka-durickova')
  other = await signedIn('josef-novak')
  official = await signedInOfficial('hana-vondrakova')
})
afterAll(() => database.close())

describe('for everybody', () => {
  test('the catalogue, and a guide for each of its situations with who is responsible', async () => {
    const { body } = await stranger().get<Catalogue>('/api/catalogue')
    expect(body.city).toMatchObject({ companyId: '00234516', name: { cs: 'Kladno', en: 'Kladno' } })
    expect(body.city.hours.length).toBeGreaterThan(3)
    expect(body.guides.length).toBeGreaterThanOrEqual(8)
    for (const { slug } of body.guides) {
      const guide = await stranger().get<Guide>(`/api/guides/${slug}`)
      expect(guide.status).toBe(200)
      expect(guide.body.official?.phone ?? guide.body.department.phone).toMatch(/^\+420\d{9}$/)
      expect(guide.body.law.length).toBeGreaterThan(0)
      for (const language of ['cs', 'en'] as const) expect(guide.body.html[language]).toContain('<h2')
    }
    expect((await stranger().get('/api/guides/teleportation')).status).toBe(404)
  })

  test('contacts with departments that exist', async () => {
    const { body } = await stranger().get<Contacts>('/api/contacts')
    const ids = body.departments.map(({ id }) => id)
    expect(body.officials.length).toBeGreaterThan(5)
    for (const { department } of body.officials) expect(ids).toContain(department)
  })

  test('the description, as a document and as a page', async () => {
    const { body } = await stranger().get<{ openapi: string; servers: unknown }>('/api/openapi.json')
    expect(body).toMatchObject({ openapi: '3.1.1', servers: [{ url: stack.urls.portal }] })
    const page = await stranger().get<string>('/api/docs')
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.body).toContain('/api/cases/{id}')
    expect((await stranger().get('/api/docs.css')).headers.get('content-type')).toBe('text/css; charset=utf-8')
  })

  test('health', async () => {
    expect((await stranger().get('/health/live')).body).toEqual({ status: 'live' })
    expect((await stranger().get('/health/ready')).body).toMatchObject({ database: true })
  })
})

describe('drafts', () => {
  const key = `fee-payment:basket-${randomUUID()}`
  const put = (who: Visitor, data: unknown, version: number) =>
    who.send<Draft>('PUT', `/api/drafts/${key}`, { data, version })

  test('are kept, and two devices cannot overwrite each other unseen', async () => {
    expect((await citizen.get(`/api/drafts/${key}`)).status).toBe(204)
    expect((await put(citizen, { items: [1] }, 0)).body).toMatchObject({ key, version: 1 })
    expect((await put(citizen, { items: [2] }, 1)).body.version).toBe(2)
    expect((await put(citizen, { items: [3] }, 1)).status).toBe(409)
    expect((await put(citizen, { items: [3] }, 0)).status).toBe(409)
    expect((await citizen.get<Draft>(`/api/drafts/${key}`)).body.data).toEqual({ items: [2] })
  })

  test('of one version arriving twice at once: one is kept, the other is told', async () => {
    const statuses = await Promise.all([put(citizen, 'a', 2), put(citizen, 'b', 2)])
    expect(statuses.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
  })

  test('are their owner’s alone', async () => {
    expect((await other.get(`/api/drafts/${key}`)).status).toBe(204)
    expect((await other.send('DELETE', `/api/drafts/${key}`)).status).toBe(204)
    expect((await citizen.get(`/api/drafts/${key}`)).status).toBe(200)
  })

  test('may be null, long to a limit, and thrown away', async () => {
    expect((await put(citizen, null, 3)).body.data).toBeNull()
    const tooMuch = await citizen.send('PUT', `/api/drafts/${key}`, { data: 'x'.repeat(65_000), version: 4 })
    expect(tooMuch.status).toBe(200)
    const more = await citizen.send<ProblemDetails>('PUT', `/api/drafts/${key}`, {
      data: 'x'.repeat(66_000),
      version: 5,
    })
    expect([more.status, more.body.code]).toEqual([413, 'too-large'])
    await citizen.send('DELETE', `/api/drafts/${key}`)
    expect((await citizen.get(`/api/drafts/${key}`)).status).toBe(204)
  })
})

describe('documents', () => {
  const bytes = Buffer.from('%PDF-1.7 …')
  const [ready, pending, caseId] = [randomUUID(), randomUUID(), randomUUID()]

  beforeAll(async () => {
    const { db } = database
    const { user } = (await citizen.get<SessionInfo>('/api/session')).body
    const personId = user?.id ?? ''
    const content: DefinitionContent = {
      title: { cs: 'Zkouška', en: 'Test' },
      steps: {},
      forms: {},
      texts: {},
      outcomes: {},
    }
    await db
      .insertInto('definition')
      .values({ hash: 'api-test', agenda: '_example', content: json(content) })
      .onConflict(oc => oc.doNothing())
      .execute()
    await db
      .insertInto('case')
      .values({
        id: caseId,
        number: `T-${caseId}`,
        agenda: '_example',
        definition: 'api-test',
        personId,
        state: 'open',
      })
      .execute()
    const row = { caseId, personId, kind: 'receipt', values: json({}) }
    await db
      .insertInto('document')
      .values([
        {
          ...row,
          id: ready,
          number: `DZ 1/${ready}`,
          state: 'ready',
          bytes,
          sha256: createHash('sha256').update(bytes).digest('hex'),
        },
        { ...row, id: pending, number: `DZ 2/${pending}`, state: 'pending', nextAt: new Date(Date.now() + 3_600_000) },
      ])
      .execute()
  })

  test('are listed with what may be opened', async () => {
    const { body } = await citizen.get<Documents>('/api/documents')
    expect(body.documents).toContainEqual(expect.objectContaining({ id: ready, ready: true, case: caseId }))
    expect(body.documents).toContainEqual(expect.objectContaining({ id: pending, ready: false }))
    expect((await other.get<Documents>('/api/documents')).body.documents.map(({ id }) => id)).not.toContain(ready)
  })

  test('are saved under a plain name', async () => {
    const answer = await citizen.get<string>(`/api/documents/${ready}`)
    expect([answer.status, answer.headers.get('content-type'), answer.body]).toEqual([
      200,
      'application/pdf',
      bytes.toString(),
    ])
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="receipt-DZ-1-[\w-]+\.pdf"$/)
    // beside a submission it is shown, in a page of ours alone
    const { headers } = await citizen.get(`/api/documents/${ready}?show=1`)
    expect(headers.get('content-disposition')).toMatch(/^inline; /)
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'self'/)
  })

  test('of somebody else do not exist; one not made yet says so', async () => {
    for (const who of [other, official]) expect((await who.get(`/api/documents/${ready}`)).status).toBe(404)
    expect((await stranger().get(`/api/documents/${ready}`)).status).toBe(401)
    expect((await citizen.get('/api/documents/1')).status).toBe(404)
    expect((await citizen.get<ProblemDetails>(`/api/documents/${pending}`)).body.code).toBe('document-not-ready')
  })
})

describe('bad input', () => {
  test('gets words in the language of the page, and nothing is changed', async () => {
    const english = stranger()
    for (const [name, value] of citizen.cookies) english.cookies.set(name, value)
    const { status, body } = await english.send<ProblemDetails>('PATCH', '/api/profile', '{"email": ', {
      'accept-language': 'en',
    })
    expect([status, body.title]).toEqual([400, 'We cannot read the request'])
    expect((await citizen.send('PATCH', '/api/profile', JSON.stringify({ email: 'x'.repeat(1_000_000) }))).status).toBe(
      413,
    )
    expect(
      (await citizen.send('PATCH', '/api/profile', 'email=x', { 'content-type': 'application/x-www-form-urlencoded' }))
        .status,
    ).toBe(415)
    expect(
      (await citizen.send('PATCH', '/api/profile', { email: null }, { origin: 'https://evil.example' })).status,
    ).toBe(403)
  })

  test('a session cookie made up is nobody', async () => {
    const forger = stranger()
    for (const cookie of ['x', 'A'.repeat(43), '%00']) {
      forger.cookies.set('portal_session', cookie)
      expect((await forger.get<ProblemDetails>('/api/profile')).body.code).toBe('session-expired')
    }
  })

  test('a citizen is no official and the other way round', async () => {
    expect((await citizen.get('/api/inbox')).status).toBe(403)
    expect((await official.get('/api/profile')).status).toBe(403)
  })
})
