import { describe, expect, test } from 'vitest'
import { addDays } from '../../../city/calendar.ts'
import type { DeskPerson, Profile } from '../../../api/contract.ts'
import { forgetTries, founded, idCard, newcomer, printed, sessionOf, wrongCode } from '../../desk.ts'
import { holding } from '../../portal.ts'
import { resident } from '../../residents.ts'
import type { Visitor } from '../../visitor.ts'
import { atTheDesk } from './room.ts'

const { auditOf, db, desk } = atTheDesk()

describe('binding an electronic identity', () => {
  /** Somebody who has just signed in by bank identity for the first time: an account with nothing in it. */
  async function signedIn(
    who: { givenName: string; familyName: string; birthDate: string },
    assurance: 'low' | 'substantial' = 'substantial',
  ) {
    const made = await resident(db(), { paired: false, assurance })
    await db()
      .updateTable('person')
      .set({ ...who, email: 'novacek@posta.example' })
      .where('id', '=', made.id)
      .execute()
    await db()
      .insertInto('identity')
      .values({ issuer: 'https://test.example', sub: made.id, personId: made.id, means: 'bankid', assurance })
      .execute()
    return { ...made, visitor: holding(made.cookie) }
  }
  const bind = (visitor: Visitor, code: string) => visitor.post<Profile>('/api/profile/desk-code', { code })

  test('moves a fresh account to the person whom the desk has checked, with the session, the contacts and the drafts', async () => {
    const owner = await resident(db(), { owes: [50_000], paired: false })
    const who = newcomer()
    const { id } = await founded(desk(), who)
    await desk().post(`/api/desk/people/${id}/pair`, { subject: owner.subject })
    const code = await printed(desk(), id)
    const fresh = await signedIn(who)
    await fresh.visitor.send('PUT', '/api/drafts/basket', { data: { items: [] }, version: 0 })
    const { status, body } = await bind(fresh.visitor, code)
    expect(status).toBe(200)
    expect(body).toMatchObject({ paired: true, email: 'novacek@posta.example', identities: [{ means: 'bankid' }] })
    expect(await sessionOf(fresh.visitor)).toMatchObject({ id, paired: true })
    expect((await fresh.visitor.get('/api/drafts/basket')).status).toBe(200)
    expect(await db().selectFrom('person').select('id').where('id', '=', fresh.id).execute()).toEqual([])
    expect((await bind(fresh.visitor, code)).body).toMatchObject({ code: 'desk-code-used' })
    expect((await auditOf(id)).map(({ what }) => what)).toContain('bound identity by desk code')
  })

  test('refuses an account with cases of its own; the desk joins the two, and nothing is lost', async () => {
    const who = newcomer()
    const { id } = await founded(desk(), who)
    const code = await printed(desk(), id)
    const busy = await signedIn(who)
    const filed = { id: crypto.randomUUID(), agenda: 'account-pairing', data: {} }
    expect((await busy.visitor.post('/api/cases', filed)).status).toBe(201)
    expect(await bind(busy.visitor, code)).toMatchObject({ status: 409, body: { code: 'two-accounts' } })
    // the code stays valid, the way out is the desk
    const checked = await desk().post<DeskPerson>(`/api/desk/people/${busy.id}/check`, { document: idCard() })
    expect(checked.body.others.map(one => one.id)).toEqual([id])
    const joined = await desk().post<DeskPerson>(`/api/desk/people/${busy.id}/join`, { account: id })
    expect(joined.body).toMatchObject({ id: busy.id, cases: 1, others: [] })
    expect(await sessionOf(busy.visitor)).toMatchObject({ id: busy.id })
  })

  test('five wrong codes of the person themselves end their code, however they write their name', async () => {
    const who = newcomer()
    const { id } = await founded(desk(), who)
    const code = await printed(desk(), id)
    const namesake = await signedIn({ ...who, familyName: 'Docela Jiný' })
    for (let n = 0; n < 5; n++) await bind(namesake.visitor, wrongCode())
    const own = await signedIn({ ...who, givenName: 'Prichozi' })
    await forgetTries(db())
    for (let n = 0; n < 5; n++)
      expect((await bind(own.visitor, wrongCode())).body).toMatchObject({ code: 'desk-code-wrong' })
    expect((await bind(own.visitor, code)).body).toMatchObject({ code: 'desk-code-locked' })
    expect((await auditOf(id)).map(({ what }) => what)).toContain('desk code locked')
  })

  test('joins nobody who is not the same person by name and birth date', async () => {
    const [one, other] = [await founded(desk(), newcomer()), await founded(desk(), newcomer())]
    const { status } = await desk().post(`/api/desk/people/${other.id}/join`, { account: one.id })
    expect(status).toBe(404)
  })

  test('needs the same person and a level that is substantial', async () => {
    const who = newcomer()
    const code = await printed(desk(), (await founded(desk(), who)).id)
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
