import { describe, expect, test } from 'vitest'
import type { PasskeyRequest, Passkeys, ProblemDetails } from '../../../api/contract.ts'
import { Authenticator } from '../../authenticator.ts'
import { founded, newcomer, printed, sessionOf, withPasskey } from '../../desk.ts'
import { holding, stranger } from '../../portal.ts'
import { resident } from '../../residents.ts'
import type { Visitor } from '../../visitor.ts'
import { atTheDesk } from './room.ts'

const { db, desk } = atTheDesk()

describe('passkeys', () => {
  test('another one is made only by somebody who has just proved who they are', async () => {
    const { who, id } = await owner()
    const ask = () => who.post<ProblemDetails>('/api/passkeys/options', undefined)
    expect((await ask()).status).toBe(200)
    const old = new Date(Date.now() - 6 * 60_000)
    await db().updateTable('session').set({ authenticatedAt: old }).where('personId', '=', id).execute()
    const refused = await ask()
    expect(refused).toMatchObject({ status: 403, body: { code: 'sign-in-not-fresh' } })
    expect(refused.body.next).toContain('fresh=1')
    // a sign-in by a means of identification says when it was; the provider asks anew although it knows the person
    const citizen = stranger()
    await citizen.signIn({ means: 'bankid', person: 'sarka-durickova' })
    const me = await sessionOf(citizen)
    const { authenticatedAt } = await db()
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
    const { id } = await founded(desk(), who)
    return { id, ...(await withPasskey(await printed(desk(), id), who.birthDate)) }
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
    const nobody = holding((await resident(db())).cookie)
    expect((await nobody.get<Passkeys>('/api/passkeys')).body).toEqual({ passkeys: [], mayAdd: false })
    expect((await nobody.post('/api/passkeys/options', undefined)).status).toBe(403)
  })
})
