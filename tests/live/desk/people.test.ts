import { describe, expect, test } from 'vitest'
import { endForgotten } from '../../../api/desk/presence.ts'
import { addDays } from '../../../city/calendar.ts'
import { today } from '../../../forms/day.ts'
import type { DeskAccounts, DeskPerson, DeskState, ProblemDetails } from '../../../api/contract.ts'
import { deskClerk, found, founded, idCard, inRegister, newcomer } from '../../desk.ts'
import { holding } from '../../portal.ts'
import { newSession } from '../../residents.ts'
import { stack } from '../../stack.ts'
import type { Visitor } from '../../visitor.ts'
import { atTheDesk } from './room.ts'

const { auditOf, db, desk } = atTheDesk()

describe('a person at the desk', () => {
  test('is founded with the register’s address, and what was checked is in the audit', async () => {
    const who = newcomer()
    await inRegister(who)
    const person = await founded(desk(), who)
    expect(person).toMatchObject({
      address: 'Zkušební 12, 272\u00a001 Kladno',
      check: { register: 'confirmed', document: { kind: 'id-card', end: '501' } },
      means: [],
      code: null,
    })
    const audit = await auditOf(person.id)
    expect(audit.map(({ actor, what }) => [actor, what])).toEqual([
      [desk().id, 'founded account at the desk'],
      [desk().id, 'checked identity'],
    ])
    expect(audit[1]?.details).toMatchObject({ document: 'id-card', end: '501', register: 'confirmed' })
  })

  test('whom the register does not know, or while it is away, is marked as unchecked; asked again it may be confirmed', async () => {
    expect((await founded(desk(), newcomer())).check.register).toBe('not-found')
    const who = newcomer()
    await inRegister(who)
    await stack.registers.controls.misbehave({ register: 'ROB', does: 'status' })
    const person = await founded(desk(), who)
    expect(person.check.register).toBe('away')
    await stack.registers.controls.behave()
    const { body } = await desk().post<DeskPerson>(`/api/desk/people/${person.id}/register`, undefined)
    expect(body.check.register).toBe('confirmed')
  })

  test('who has died, is too young or brings an expired document gets no account', async () => {
    const dead = newcomer()
    await inRegister(dead, { died: '2026-01-02' })
    expect((await found(desk(), dead)).body).toMatchObject({ code: 'person-dead' })
    const child = { ...newcomer(), birthDate: addDays(today(), -14 * 365) }
    expect((await found(desk(), child)).body).toMatchObject({ code: 'too-young' })
    const late = await found(desk(), newcomer(), { document: idCard({ validTo: addDays(today(), -1) }) })
    expect(late).toMatchObject({ status: 422, body: { problems: [{ path: '/document/validTo' }] } })
    expect((await found(desk(), newcomer(), { document: idCard({ validTo: today() }) })).status).toBe(201)
  })

  test('is found by exactly the name and birth date, and by nothing less', async () => {
    const who = newcomer()
    const { id } = await founded(desk(), who)
    const find = async (query: object) => (await desk().post<DeskAccounts>('/api/desk/find', { ...who, ...query })).body
    expect((await find({ givenName: ' PŘÍCHOZÍ ' })).accounts.map(one => one.id)).toEqual([id])
    expect((await find({ givenName: 'Prichozi' })).accounts).toEqual([])
    expect((await find({ familyName: 'Nováček%' })).accounts).toEqual([])
    expect((await find({ birthDate: addDays(who.birthDate, 1) })).accounts).toEqual([])
  })

  test('is not founded twice, unless the official says that it is a namesake', async () => {
    const who = newcomer()
    await founded(desk(), who)
    expect((await found(desk(), who)).body).toMatchObject({ code: 'account-exists' })
    expect((await founded(desk(), who, { namesake: true })).others).toHaveLength(1)
  })

  test('is one at a time: with the next person, or when they leave, the official sees nothing of the one before', async () => {
    const first = await founded(desk(), newcomer())
    const second = await founded(desk(), newcomer())
    const matters = (id: string) => desk().get<ProblemDetails>(`/api/desk/people/${id}/matters`)
    expect((await matters(first.id)).body).toMatchObject({ code: 'not-present' })
    expect((await matters(second.id)).status).toBe(200)
    expect((await desk().get<DeskState>('/api/desk')).body.present?.id).toBe(second.id)
    expect((await desk().post(`/api/desk/people/${second.id}/leave`, undefined)).status).toBe(204)
    expect((await matters(second.id)).body).toMatchObject({ code: 'not-present' })
    expect((await desk().post<ProblemDetails>(`/api/desk/people/${second.id}/code`, undefined)).body.code).toBe(
      'not-present',
    )
    expect((await desk().get<DeskState>('/api/desk')).body.present).toBeNull()
    // yesterday's check is none
    const third = await founded(desk(), newcomer())
    await db()
      .updateTable('identity_check')
      .set({ at: new Date(Date.now() - 86_400_000) })
      .where('personId', '=', third.id)
      .execute()
    expect((await matters(third.id)).body).toMatchObject({ code: 'not-present' })
  })

  test('leaves with the official’s session: signed out, run out, or in another browser there is nobody', async () => {
    const other = await deskClerk(db())
    const matters = (by: Visitor, id: string) => by.get<ProblemDetails>(`/api/desk/people/${id}/matters`)
    const first = await founded(other, newcomer())
    const again = holding(await newSession(db(), other.id))
    expect((await matters(again, first.id)).body).toMatchObject({ code: 'not-present' })
    expect((await matters(other, first.id)).status).toBe(200)
    await other.post('/api/auth/logout', undefined)
    expect((await again.get<DeskState>('/api/desk')).body.present).toBeNull()
    expect((await auditOf(first.id)).map(({ what }) => what)).toContain('person left the desk')

    const second = await founded(again, newcomer())
    await db().deleteFrom('session').where('officialId', '=', other.id).execute()
    await endForgotten(db(), new Date())
    const row = await db()
      .selectFrom('identity_check')
      .select('endedAt')
      .where('personId', '=', second.id)
      .executeTakeFirstOrThrow()
    expect(row.endedAt).not.toBeNull()
  })

  test('is never the official themselves', async () => {
    const other = await deskClerk(db())
    const self = await founded(desk(), newcomer())
    await db().updateTable('official').set({ personId: self.id }).where('id', '=', other.id).execute()
    const { body } = await other.post<ProblemDetails>(`/api/desk/people/${self.id}/check`, { document: idCard() })
    expect(body.code).toBe('own-matter')
  })
})
