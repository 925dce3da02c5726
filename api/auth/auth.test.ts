import { describe, expect, test } from 'vitest'
import { Refusal } from '../errors.ts'
import { requireAssurance } from './assurance.ts'
import { verified } from './claims.ts'
import { attemptCookie, cookieLine, sessionCookie } from './cookie.ts'
import { acrValues, higher, levelOf, reaches } from './level.ts'
import { returnPath } from './return-path.ts'

describe('the page to return to', () => {
  test.each(['/cs', '/en', '/cs/', '/cs/basket', '/en/cases/1?a=b&c=d', '/cs/guides?q=%C5%99#x', '/cs?x=1'])(
    '%s is ours',
    path => {
      expect(returnPath(path, 'cs')).toBe(path)
    },
  )

  test.each([
    undefined,
    '',
    'cs',
    'https://evil.example/cs',
    '//evil.example/cs',
    '/\\evil.example',
    '/cs\\evil.example',
    '\t//evil.example',
    '/\t/evil.example',
    '/cs//evil.example',
    '/cs/../api/auth/logout',
    '/cs/..//evil.example',
    '/cs/%2e%2e/api/session',
    '/czech',
    '/cs@evil.example',
    '/api/session',
    'javascript:alert(1)',
    '/cs/\u0000',
    '/cs/a b',
    `/cs/${'x'.repeat(1000)}`,
  ])('%j is not: home', path => {
    expect(returnPath(path, 'en')).toBe('/en')
  })
})

describe('levels of assurance', () => {
  test('are the URIs of eIDAS; anything else is low', () => {
    expect(levelOf('http://eidas.europa.eu/LoA/high')).toBe('high')
    for (const other of ['high', 'urn:mace:incommon:iap:silver', 'http://eidas.europa.eu/LoA/toString', undefined, 3])
      expect(levelOf(other)).toBe('low')
  })

  test('are asked for from the needed one up', () => {
    expect(acrValues('substantial')).toBe('http://eidas.europa.eu/LoA/substantial http://eidas.europa.eu/LoA/high')
    expect(acrValues('low').split(' ')).toHaveLength(3)
  })

  test('have an order', () => {
    expect(reaches('high', 'substantial')).toBe(true)
    expect(reaches('low', 'substantial')).toBe(false)
    expect(higher('low', 'high')).toBe('high')
  })

  test('a level too low leads to a stronger sign-in and back to the page', () => {
    const ask = (assurance: 'low' | 'high', referer?: string) =>
      requireAssurance({ assurance, language: 'en', headers: { referer } }, 'substantial')
    expect(() => ask('high')).not.toThrow()
    try {
      ask('low', 'https://portal.example/cs/basket?x=1')
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal)
      expect(error).toMatchObject({
        code: 'level-too-low',
        next: '/api/auth/login?assurance=substantial&return=%2Fcs%2Fbasket%3Fx%3D1',
      })
    }
    try {
      ask('low', 'https://evil.example//x')
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({ next: '/api/auth/login?assurance=substantial&return=%2Fen' })
    }
  })
})

describe('claims', () => {
  const citizen = {
    sub: 's',
    given_name: 'Šárka',
    family_name: 'Ďuríčková',
    birthdate: '1987-04-23',
    acr: 'http://eidas.europa.eu/LoA/substantial',
    idp: 'bankid',
  }

  test('make a citizen of names and birth date alone', () => {
    expect(verified(citizen)).toMatchObject({
      kind: 'citizen',
      givenName: 'Šárka',
      assurance: 'substantial',
      means: 'bankid',
      address: undefined,
    })
  })

  test.each(['sub', 'given_name', 'family_name', 'birthdate'])('without %s make nobody', name => {
    expect(verified(Object.fromEntries(Object.entries(citizen).filter(([key]) => key !== name)))).toBeNull()
    expect(verified({ ...citizen, [name]: '' })).toBeNull()
    expect(verified({ ...citizen, [name]: { $ne: '' } })).toBeNull()
  })

  test('with a birth date that is no day make nobody', () => {
    expect(verified({ ...citizen, birthdate: '1987-02-30' })).toBeNull()
    expect(verified({ ...citizen, birthdate: '0000-04-23' })).toBeNull()
  })

  test('bring the address as the registers write it', () => {
    const address = {
      locality: 'Kladno',
      street: 'Vrchlického',
      house_number: '2345',
      orientation_number: '12',
      postal_code: '272 01',
      ruian_reference: 99000001,
    }
    expect(verified({ ...citizen, address })).toMatchObject({
      address: {
        city: 'Kladno',
        street: 'Vrchlického',
        houseNumber: '2345',
        orientationNumber: '12',
        zip: '272 01',
        ruianCode: '99000001',
      },
    })
    expect(verified({ ...citizen, address: { locality: 'Kladno', street_address: 'Dlouhá 1' } })).toMatchObject({
      address: { street: 'Dlouhá 1' },
    })
    expect(verified({ ...citizen, address: 'Kladno' })).toMatchObject({ address: undefined })
  })

  test('of an employee name the official and need no birth date', () => {
    expect(verified({ sub: 's', official: { id: 'jana-hajkova' }, idp: 'employee' })).toEqual({
      kind: 'official',
      officialId: 'jana-hajkova',
      means: 'employee',
      assurance: 'low',
    })
  })
})

describe('cookies', () => {
  test('over TLS are tied to this host, and never for scripts', () => {
    const settings = { portalUrl: 'https://portal.example' }
    expect(sessionCookie(settings)).toMatch(/^__Host-/)
    expect(attemptCookie(settings)).toMatch(/^__Host-/)
    const line = cookieLine(settings, sessionCookie(settings), 'v')
    expect(line.split('; ').slice(1)).toEqual(['Path=/', 'HttpOnly', 'SameSite=Lax', 'Secure'])
  })

  test('on a desk without TLS still work, and can be removed', () => {
    const settings = { portalUrl: 'http://localhost:3000' }
    expect(cookieLine(settings, sessionCookie(settings), '', 0)).toBe(
      'portal_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
    )
  })
})
