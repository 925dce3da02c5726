import { describe, expect, test } from 'vitest'
import { addDays } from '../../../city/calendar.ts'
import type { DeskCodeIssued, DeskPerson, Liabilities, PasskeyRequest, ProblemDetails } from '../../../api/contract.ts'
import { enter, forgetTries, founded, newcomer, printed, sessionOf, withPasskey, wrongCode } from '../../desk.ts'
import { textOf } from '../../pdf.ts'
import { stranger } from '../../portal.ts'
import { resident } from '../../residents.ts'
import { atTheDesk } from './room.ts'

const { auditOf, db, desk } = atTheDesk()

describe('a one-time code', () => {
  test('is printed on a confirmation, kept as a hash, told once; a new one ends the old one', async () => {
    const who = newcomer()
    const { id } = await founded(desk(), who)
    const { body } = await desk().post<DeskCodeIssued>(`/api/desk/people/${id}/code`, undefined)
    expect(body.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    const text = textOf(Buffer.from(body.pdf, 'base64'))
    for (const said of [body.code, who.familyName, desk().name, 'občanský průkaz']) expect(text).toContain(said)
    const rows = await db().selectFrom('desk_code').selectAll().where('personId', '=', id).execute()
    expect(JSON.stringify(rows)).not.toContain(body.code.replaceAll('-', ''))
    expect(JSON.stringify((await desk().get('/api/desk')).body)).not.toContain(body.code)
    const next = await printed(desk(), id)
    expect((await enter(stranger(), body.code, who.birthDate)).body).toMatchObject({ code: 'desk-code-replaced' })
    expect((await enter(stranger(), next, who.birthDate)).status).toBe(200)
  })

  test('opens the portal by a passkey: debts of the paired subject, means and level on record; sign-out stays here', async () => {
    const owner = await resident(db(), { owes: [78_000], paired: false })
    const who = newcomer()
    const { id } = await founded(desk(), who)
    const paired = await desk().post<DeskPerson>(`/api/desk/people/${id}/pair`, { subject: owner.subject })
    expect(paired.body.subject).toBe(owner.name)
    const code = await printed(desk(), id)
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
    const { id } = await founded(desk(), who)
    const code = await printed(desk(), id)
    await db()
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
    const { id } = await founded(desk(), who)
    const code = await printed(desk(), id)
    for (let n = 0; n < 9; n++)
      expect((await enter(stranger(), wrongCode(), who.birthDate)).body).toMatchObject({ code: 'desk-code-wrong' })
    expect((await auditOf(id)).map(({ what }) => what)).not.toContain('desk code locked')
    expect((await enter(stranger(), code, who.birthDate)).status).toBe(200)
  })

  test('found by somebody who does not know the birth date, it is void after five tries, which only its holder hears', async () => {
    const who = newcomer()
    const { id } = await founded(desk(), who)
    const code = await printed(desk(), id)
    const other = addDays(who.birthDate, 1)
    for (let n = 0; n < 5; n++)
      expect((await enter(stranger(), code, other)).body).toMatchObject({ code: 'desk-code-wrong' })
    expect((await enter(stranger(), code, who.birthDate)).body).toMatchObject({ code: 'desk-code-locked' })
    // who does not know the birth date learns nothing
    expect((await enter(stranger(), code, other)).body).toMatchObject({ code: 'desk-code-wrong' })
    expect((await auditOf(id)).map(({ what }) => what)).toContain('desk code locked')
    expect((await enter(stranger(), await printed(desk(), id), who.birthDate)).status).toBe(200)
  })

  test('a wrong one is answered alike whether or not somebody was born that day, and counted alike', async () => {
    const who = newcomer()
    await printed(desk(), (await founded(desk(), who)).id)
    const answers = [
      await enter(stranger(), wrongCode(), who.birthDate),
      await enter(stranger(), wrongCode(), '1899-12-31'),
    ]
    const told = answers.map(({ status, body, headers }) => {
      const { requestId: _, ...rest } = body as unknown as ProblemDetails
      return [status, rest, headers.get('content-type'), headers.getSetCookie()]
    })
    expect(told[0]).toEqual(told[1])
    const tries = await db().selectFrom('desk_try').select('address').execute()
    expect(tries).toHaveLength(2)
    expect(JSON.stringify(tries)).not.toMatch(/127\.0\.0\.1|::1/)
  })

  test('ten wrong ones from one address are enough for an hour; nobody’s right code is lost by that', async () => {
    const who = newcomer()
    const code = await printed(desk(), (await founded(desk(), who)).id)
    for (let n = 0; n < 10; n++) await enter(stranger(), wrongCode(), '1899-12-31')
    const stopped = await enter(stranger(), code, who.birthDate)
    expect(stopped).toMatchObject({ status: 429, body: { code: 'desk-code-too-many' } })
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(3000)
    await forgetTries(db())
    expect((await enter(stranger(), code, who.birthDate)).status).toBe(200)
  })

  test('used by two at once it lets one in', async () => {
    const who = newcomer()
    const code = await printed(desk(), (await founded(desk(), who)).id)
    const tries = await Promise.allSettled([withPasskey(code, who.birthDate), withPasskey(code, who.birthDate)])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})
