import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { endForgotten } from '../../api/desk/presence.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { addDays } from '../../city/calendar.ts'
import { today } from '../../forms/day.ts'
import type {
  DeskAccounts,
  DeskCodeIssued,
  DeskPerson,
  DeskState,
  Liabilities,
  PasskeyRequest,
  Passkeys,
  ProblemDetails,
  Profile,
} from '../../api/contract.ts'
import { Authenticator } from '../authenticator.ts'
import {
  deskClerk,
  enter,
  forgetTries,
  found,
  founded,
  idCard,
  inRegister,
  newcomer,
  printed,
  sessionOf,
  withPasskey,
  wrongCode,
} from '../desk.ts'
import { textOf } from '../pdf.ts'
import { holding, stranger } from '../portal.ts'
import { newSession, resident } from '../residents.ts'
import { stack } from '../stack.ts'
import type { Visitor } from '../visitor.ts'

let database: Database
let desk: Awaited<ReturnType<typeof deskClerk>>
beforeAll(async () => {
  database = openDatabase(stack.databaseUrl, 3)
  desk = await deskClerk(database.db)
})
beforeEach(() => forgetTries(database.db))
afterEach(() => stack.registers.controls.behave())
afterAll(() => database.close())

const auditOf = (person: string) =>
  database.db
    .selectFrom('audit')
    .select(['actor', 'what', 'details'])
    .where('details', '@>', JSON.stringify({ person }) as never)
    .orderBy('id')
    .execute()

describe('a person at the desk', () => {
  test('is founded with the register’s address, and what was checked is in the audit', async () => {
    const who = newcomer()
    await inRegister(who)
    const person = await founded(desk, who)
    expect(person).toMatchObject({
      address: 'Zkušební 12, 272\u00a001 Kladno',
      check: { register: 'confirmed', document: { kind: 'id-card', end: '501' } },
      means: [],
      code: null,
    })
    const audit = await auditOf(person.id)
    expect(audit.map(({ actor, what }) => [actor, what])).toEqual([
      [desk.id, 'founded account at the desk'],
      [desk.id, 'checked identity'],
    ])
    expect(audit[1]?.details).toMatchObject({ document: 'id-card', end: '501', register: 'confirmed' })
  })

  test('whom the register does not know, or while it is away, is marked as unchecked; asked again it may be confirmed', async () => {
    expect((await founded(desk, newcomer())).check.register).toBe('not-found')
    const who = newcomer()
    await inRegister(who)
    await stack.registers.controls.misbehave({ register: 'ROB', does: 'status' })
    const person = await founded(desk, who)
    expect(person.check.register).toBe('away')
    await stack.registers.controls.behave()
    const { body } = await desk.post<DeskPerson>(`/api/desk/people/${person.id}/register`, undefined)
    expect(body.check.register).toBe('confirmed')
  })

  test('who has died, is too young or brings an expired document gets no account', async () => {
    const dead = newcomer()
    await inRegister(dead, { died: '2026-01-02' })
    expect((await found(desk, dead)).body).toMatchObject({ code: 'person-dead' })
    const child = { ...newcomer(), birthDate: addDays(today(), -14 * 365) }
    expect((await found(desk, child)).body).toMatchObject({ code: 'too-young' })
    const late = await found(desk, newcomer(), { document: idCard({ validTo: addDays(today(), -1) }) })
    expect(late).toMatchObject({ status: 422, body: { problems: [{ path: '/document/validTo' }] } })
    expect((await found(desk, newcomer(), { document: idCard({ validTo: today() }) })).status).toBe(201)
  })

  test('is found by exactly the name and birth date, and by nothing less', async () => {
    const who = newcomer()
    const { id } = await founded(desk, who)
    const find = async (query: object) => (await desk.post<DeskAccounts>('/api/desk/find', { ...who, ...query })).body
    expect((await find({ givenName: ' PŘÍCHOZÍ ' })).accounts.map(one => one.id)).toEqual([id])
    expect((await find({ givenName: 'Prichozi' })).accounts).toEqual([])
    expect((await find({ familyName: 'Nováček%' })).accounts).toEqual([])
    expect((await find({ birthDate: addDays(who.birthDate, 1) })).accounts).toEqual([])
  })

  test('is not founded twice, unless the official says that it is a namesake', async () => {
    const who = newcomer()
    await founded(desk, who)
    expect((await found(desk, who)).body).toMatchObject({ code: 'account-exists' })
    expect((await founded(desk, who, { namesake: true })).others).toHaveLength(1)
  })

  test('is one at a time: with the next person, or when they leave, the official sees nothing of the one before', async () => {
    const first = await founded(desk, newcomer())
    const second = await founded(desk, newcomer())
    const matters = (id: string) => desk.get<ProblemDetails>(`/api/desk/people/${id}/matters`)
    expect((await matters(first.id)).body).toMatchObject({ code: 'not-present' })
    expect((await matters(second.id)).status).toBe(200)
    expect((await desk.get<DeskState>('/api/desk')).body.present?.id).toBe(second.id)
    expect((await desk.post(`/api/desk/people/${second.id}/leave`, undefined)).status).toBe(204)
    expect((await matters(second.id)).body).toMatchObject({ code: 'not-present' })
    expect((await desk.post<ProblemDetails>(`/api/desk/people/${second.id}/code`, undefined)).body.code).toBe(
      'not-present',
    )
    expect((await desk.get<DeskState>('/api/desk')).body.present).toBeNull()
    // yesterday's check is none
    const third = await founded(desk, newcomer())
    await database.db
      .updateTable('identity_check')
      .set({ at: new Date(Date.now() - 86_400_000) })
      .where('personId', '=', third.id)
      .execute()
    expect((await matters(third.id)).body).toMatchObject({ code: 'not-present' })
  })

  test('leaves with the official’s session: signed out, run out, or in another browser there is nobody', async () => {
    const other = await deskClerk(database.db)
    const matters = (by: Visitor, id: string) => by.get<ProblemDetails>(`/api/desk/people/${id}/matters`)
    const first = await founded(other, newcomer())
    const again = holding(await newSession(database.db, other.id))
    expect((await matters(again, first.id)).body).toMatchObject({ code: 'not-present' })
    expect((await matters(other, first.id)).status).toBe(200)
    await other.post('/api/auth/logout', undefined)
    expect((await again.get<DeskState>('/api/desk')).body.present).toBeNull()
    expect((await auditOf(first.id)).map(({ what }) => what)).toContain('person left the desk')

    const second = await founded(again, newcomer())
    await database.db.deleteFrom('session').where('officialId', '=', other.id).execute()
    await endForgotten(database.db, new Date())
    const row = await database.db
      .selectFrom('identity_check')
      .select('endedAt')
      .where('personId', '=', second.id)
      .executeTakeFirstOrThrow()
    expect(row.endedAt).not.toBeNull()
  })

  test('is never the official themselves', async () => {
    const other = await deskClerk(database.db)
    const self = await founded(desk, newcomer())
    await database.db.updateTable('official').set({ personId: self.id }).where('id', '=', other.id).execute()
    const { body } = await other.post<ProblemDetails>(`/api/desk/people/${self.id}/check`, { document: idCard() })
    expect(body.code).toBe('own-matter')
  })
})

describe('a one-time code', () => {
  test('is printed on a confirmation, kept as a hash, told once; a new one ends the old one', async () => {
    const who = newcomer()
    const { id } = await founded(desk, who)
    const { body } = await desk.post<DeskCodeIssued>(`/api/desk/people/${id}/code`, undefined)
    expect(body.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    const text = textOf(Buffer.from(body.pdf, 'base64'))
    for (const said of [body.code, who.familyName, desk.name, 'občanský průkaz']) expect(text).toContain(said)
    const rows = await database.db.selectFrom('desk_code').selectAll().where('personId', '=', id).execute()
    expect(JSON.stringify(rows)).not.toContain(body.code.replaceAll('-', ''))
    expect(JSON.stringify((await desk.get('/api/desk')).body)).not.toContain(body.code)
    const next = await printed(desk, id)
    expect((await enter(stranger(), body.code, who.birthDate)).body).toMatchObject({ code: 'desk-code-replaced' })
    expect((await enter(stranger(), next, who.birthDate)).status).toBe(200)
  })

  test('opens the portal by a passkey: debts of the paired subject, means and level on record; sign-out stays here', async () => {
    const owner = await resident(database.db, { owes: [78_000], paired: false })
    const who = newcomer()
    const { id } = await founded(desk, who)
    const paired = await desk.post<DeskPerson>(`/api/desk/people/${id}/pair`, { subject: owner.subject })
    expect(paired.body.subject).toBe(owner.name)
    const code = await printed(desk, id)
    const { who: citizen, device } = await withPasskey(code.toLowerCase().replaceAll('-', ' '), who.birthDate)
    expect(await sessionOf(citizen)).toMatchObject({ id, means: 'passkey', assurance: 'substantial', paired: true })
    expect((await citizen.get<Liabilities>('/api/liabilities')).body.owed).toBe(78_000)

    const out = await citizen.post<{ next: string }>('/api/auth/logout', undefined)
    expect(out.body.next).toBe('/')
    expect(await sessionOf(citizen)).toBeNull()

    const again = stranger()
    const asked = await again.post<PasskeyRequest>('/api/auth/passkey/options', undefined)
    expect((await again.post('/api/auth/passkey', device.sign(asked.body))).status).toBe(204)
    expect(await sessionOf(again)).toMatchObject({ id, means: 'passkey' })
    // the code has done its work
    expect((await enter(stranger(), code, who.birthDate)).body).toMatchObject({ code: 'desk-code-used' })
  })

  test('expired, it says so to its holder', async () => {
    const who = newcomer()
    const { id } = await founded(desk, who)
    const code = await printed(desk, id)
    await database.db
      .updateTable('desk_code')
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where('personId', '=', id)
      .execute()
    expect(await enter(stranger(), code, who.birthDate)).toMatchObject({
      status: 409,
      body: { code: 'desk-code-expired' },
    })
    expect((await auditOf(id)).map(({ what }) => what)).toContain('desk-code-expired')
  })

  test('is not ended by a stranger who knows a birth date: wrong codes count where they come from', async () => {
    const who = newcomer()
    const { id } = await founded(desk, who)
    const code = await printed(desk, id)
    for (let n = 0; n < 9; n++)
      expect((await enter(stranger(), wrongCode(), who.birthDate)).body).toMatchObject({ code: 'desk-code-wrong' })
    expect((await auditOf(id)).map(({ what }) => what)).not.toContain('desk code locked')
    expect((await enter(stranger(), code, who.birthDate)).status).toBe(200)
  })

  test('found by somebody who does not know the birth date, it is void after five tries, which only its holder hears', async () => {
    const who = newcomer()
    const { id } = await founded(desk, who)
    const code = await printed(desk, id)
    const other = addDays(who.birthDate, 1)
    for (let n = 0; n < 5; n++)
      expect((await enter(stranger(), code, other)).body).toMatchObject({ code: 'desk-code-wrong' })
    expect((await enter(stranger(), code, who.birthDate)).body).toMatchObject({ code: 'desk-code-locked' })
    // who does not know the birth date learns nothing
    expect((await enter(stranger(), code, other)).body).toMatchObject({ code: 'desk-code-wrong' })
    expect((await auditOf(id)).map(({ what }) => what)).toContain('desk code locked')
    expect((await enter(stranger(), await printed(desk, id), who.birthDate)).status).toBe(200)
  })

  test('a wrong one is answered alike whether or not somebody was born that day, and counted alike', async () => {
    const who = newcomer()
    await printed(desk, (await founded(desk, who)).id)
    const answers = [
      await enter(stranger(), wrongCode(), who.birthDate),
      await enter(stranger(), wrongCode(), '1899-12-31'),
    ]
    const told = answers.map(({ status, body, headers }) => {
      const { requestId: _, ...rest } = body as unknown as ProblemDetails
      return [status, rest, headers.get('content-type'), headers.getSetCookie()]
    })
    expect(told[0]).toEqual(told[1])
    const tries = await database.db.selectFrom('desk_try').select('address').execute()
    expect(tries).toHaveLength(2)
    expect(JSON.stringify(tries)).not.toMatch(/127\.0\.0\.1|::1/)
  })

  test('ten wrong ones from one address are enough for an hour; nobody’s right code is lost by that', async () => {
    const who = newcomer()
    const code = await printed(desk, (await founded(desk, who)).id)
    for (let n = 0; n < 10; n++) await enter(stranger(), wrongCode(), '1899-12-31')
    const stopped = await enter(stranger(), code, who.birthDate)
    expect(stopped).toMatchObject({ status: 429, body: { code: 'desk-code-too-many' } })
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(3000)
    await forgetTries(database.db)
    expect((await enter(stranger(), code, who.birthDate)).status).toBe(200)
  })

  test('used by two at once it lets one in', async () => {
    const who = newcomer()
    const code = await printed(desk, (await founded(desk, who)).id)
    const tries = await Promise.allSettled([withPasskey(code, who.birthDate), withPasskey(code, who.birthDate)])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('binding an electronic identity', () => {
  /** Somebody who has just signed in by bank identity for the first time: an account with nothing in it. */
  async function signedIn(
    who: { givenName: string; familyName: string; birthDate: string },
    assurance: 'low' | 'substantial' = 'substantial',
  ) {
    const made = await resident(database.db, { paired: false, assurance })
    await database.db
      .updateTable('person')
      .set({ ...who, email: 'novacek@posta.example' })
      .where('id', '=', made.id)
      .execute()
    await database.db
      .insertInto('identity')
      .values({ issuer: 'https://test.example', sub: made.id, personId: made.id, means: 'bankid', assurance })
      .execute()
    return { ...made, visitor: holding(made.cookie) }
  }
  const bind = (visitor: Visitor, code: string) => visitor.post<Profile>('/api/profile/desk-code', { code })

  test('moves a fresh account to the person whom the desk has checked, with the session, the contacts and the drafts', async () => {
    const owner = await resident(database.db, { owes: [50_000], paired: false })
    const who = newcomer()
    const { id } = await founded(desk, who)
    await desk.post(`/api/desk/people/${id}/pair`, { subject: owner.subject })
    const code = await printed(desk, id)
    const fresh = await signedIn(who)
    await fresh.visitor.send('PUT', '/api/drafts/basket', { data: { items: [] }, version: 0 })
    const { status, body } = await bind(fresh.visitor, code)
    expect(status).toBe(200)
    expect(body).toMatchObject({ paired: true, email: 'novacek@posta.example', identities: [{ means: 'bankid' }] })
    expect(await sessionOf(fresh.visitor)).toMatchObject({ id, paired: true })
    expect((await fresh.visitor.get('/api/drafts/basket')).status).toBe(200)
    expect(await database.db.selectFrom('person').select('id').where('id', '=', fresh.id).execute()).toEqual([])
    expect((await bind(fresh.visitor, code)).body).toMatchObject({ code: 'desk-code-used' })
    expect((await auditOf(id)).map(({ what }) => what)).toContain('bound identity by desk code')
  })

  test('refuses an account with cases of its own; the desk joins the two, and nothing is lost', async () => {
    const who = newcomer()
    const { id } = await founded(desk, who)
    const code = await printed(desk, id)
    const busy = await signedIn(who)
    const filed = { id: crypto.randomUUID(), agenda: 'account-pairing', data: {} }
    expect((await busy.visitor.post('/api/cases', filed)).status).toBe(201)
    expect(await bind(busy.visitor, code)).toMatchObject({ status: 409, body: { code: 'two-accounts' } })
    // the code stays valid, the way out is the desk
    const checked = await desk.post<DeskPerson>(`/api/desk/people/${busy.id}/check`, { document: idCard() })
    expect(checked.body.others.map(one => one.id)).toEqual([id])
    const joined = await desk.post<DeskPerson>(`/api/desk/people/${busy.id}/join`, { account: id })
    expect(joined.body).toMatchObject({ id: busy.id, cases: 1, others: [] })
    expect(await sessionOf(busy.visitor)).toMatchObject({ id: busy.id })
  })

  test('five wrong codes of the person themselves end their code, however they write their name', async () => {
    const who = newcomer()
    const { id } = await founded(desk, who)
    const code = await printed(desk, id)
    const namesake = await signedIn({ ...who, familyName: 'Docela Jiný' })
    for (let n = 0; n < 5; n++) await bind(namesake.visitor, wrongCode())
    const own = await signedIn({ ...who, givenName: 'Prichozi' })
    await forgetTries(database.db)
    for (let n = 0; n < 5; n++)
      expect((await bind(own.visitor, wrongCode())).body).toMatchObject({ code: 'desk-code-wrong' })
    expect((await bind(own.visitor, code)).body).toMatchObject({ code: 'desk-code-locked' })
    expect((await auditOf(id)).map(({ what }) => what)).toContain('desk code locked')
  })

  test('joins nobody who is not the same person by name and birth date', async () => {
    const [one, other] = [await founded(desk, newcomer()), await founded(desk, newcomer())]
    const { status } = await desk.post(`/api/desk/people/${other.id}/join`, { account: one.id })
    expect(status).toBe(404)
  })

  test('needs the same person and a level that is substantial', async () => {
    const who = newcomer()
    const code = await printed(desk, (await founded(desk, who)).id)
    const thief = await signedIn({ ...who, familyName: 'Docela Jiný' })
    expect((await bind(thief.visitor, code)).body).toMatchObject({ code: 'desk-code-other-person' })
    const elsewhen = await signedIn({ ...who, birthDate: addDays(who.birthDate, 1) })
    expect((await bind(elsewhen.visitor, code)).body).toMatchObject({ code: 'desk-code-wrong' })
    const low = await signedIn(who, 'low')
    expect((await bind(low.visitor, code)).body).toMatchObject({ code: 'level-too-low' })
    // accents aside, as a foreign document writes none
    const plain = await signedIn({ ...who, givenName: 'Prichozi' })
    expect((await bind(plain.visitor, code)).status).toBe(200)
  })
})

describe('passkeys', () => {
  test('another one is made only by somebody who has just proved who they are', async () => {
    const { who, id } = await owner()
    const ask = () => who.post<ProblemDetails>('/api/passkeys/options', undefined)
    expect((await ask()).status).toBe(200)
    const old = new Date(Date.now() - 6 * 60_000)
    await database.db.updateTable('session').set({ authenticatedAt: old }).where('personId', '=', id).execute()
    const refused = await ask()
    expect(refused).toMatchObject({ status: 403, body: { code: 'sign-in-not-fresh' } })
    expect(refused.body.next).toContain('fresh=1')
    // a sign-in by a means of identification says when it was; the provider asks anew although it knows the person
    const citizen = stranger()
    await citizen.signIn({ means: 'bankid', person: 'sarka-durickova' })
    const me = await sessionOf(citizen)
    const { authenticatedAt } = await database.db
      .selectFrom('session')
      .select('authenticatedAt')
      .where('personId', '=', me?.kind === 'citizen' ? me.id : '')
      .orderBy('createdAt', 'desc')
      .executeTakeFirstOrThrow()
    expect(Date.now() - (authenticatedAt?.getTime() ?? 0)).toBeLessThan(60_000)
    const begun = (await citizen.get('/api/auth/login?fresh=1')).headers.get('location') ?? ''
    expect([...new URL(begun).searchParams]).toEqual(
      expect.arrayContaining([
        ['prompt', 'login'],
        ['max_age', '0'],
      ]),
    )
  })

  async function owner() {
    const who = newcomer()
    const { id } = await founded(desk, who)
    return { id, ...(await withPasskey(await printed(desk, id), who.birthDate)) }
  }
  const options = async (who: Visitor) => (await who.post<PasskeyRequest>('/api/auth/passkey/options', undefined)).body

  test('are several, with names; the last one stays, and removing one signs out elsewhere', async () => {
    const { who, device } = await owner()
    const second = new Authenticator()
    const begun = await who.post<never>('/api/passkeys/options', undefined)
    const added = await who.post<Passkeys>('/api/passkeys', second.make(begun.body, 'Notebook'))
    expect(added.body.passkeys.map(({ label }) => label).toSorted()).toEqual(['Notebook', 'Zkušební klíč'])
    const renamed = await who.send<Passkeys>('PATCH', `/api/passkeys/${second.id}`, { label: 'Práce' })
    expect(renamed.body.passkeys.some(({ label }) => label === 'Práce')).toBe(true)

    const elsewhere = stranger()
    await elsewhere.post('/api/auth/passkey', second.sign(await options(elsewhere)))
    expect(await sessionOf(elsewhere)).not.toBeNull()
    expect((await who.send('DELETE', `/api/passkeys/${second.id}`)).status).toBe(200)
    expect(await sessionOf(elsewhere)).toBeNull()
    expect(await sessionOf(who)).not.toBeNull()
    expect((await who.send<ProblemDetails>('DELETE', `/api/passkeys/${device.id}`)).body.code).toBe('last-passkey')
    const gone = await elsewhere.post<ProblemDetails>('/api/auth/passkey', second.sign(await options(elsewhere)))
    expect(gone.body.code).toBe('passkey-unknown')
  })

  test('let nobody in who did not unlock them, at another site, twice, or from a copy', async () => {
    const { device } = await owner()
    const attempt = async (odd: Parameters<Authenticator['sign']>[1]) => {
      const who = stranger()
      const proof = device.sign(await options(who), odd)
      const { status, body } = await who.post<ProblemDetails>('/api/auth/passkey', proof)
      return { who, proof, status, code: body && body.code }
    }
    expect((await attempt({ unverified: true })).code).toBe('passkey-refused')
    expect((await attempt({ origin: 'https://evil.example' })).code).toBe('passkey-refused')
    expect((await attempt({ challenge: 'AAAA' })).code).toBe('passkey-refused')
    const right = await attempt({})
    expect(right.status).toBe(204)
    expect((await right.who.post<ProblemDetails>('/api/auth/passkey', right.proof)).body.code).toBe('passkey-expired')
    expect((await attempt({ counter: 1 })).code).toBe('passkey-refused')
  })

  test('of the level the desk vouches for do not reach what asks for more, and no desk means no passkey', async () => {
    const { who } = await owner()
    expect(await sessionOf(who)).toMatchObject({ assurance: 'substantial' })
    const nobody = holding((await resident(database.db)).cookie)
    expect((await nobody.get<Passkeys>('/api/passkeys')).body).toEqual({ passkeys: [], mayAdd: false })
    expect((await nobody.post('/api/passkeys/options', undefined)).status).toBe(403)
  })
})
