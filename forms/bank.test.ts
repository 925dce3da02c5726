import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountToIban, czechAccount, ibanToAccount, isCzechAccount, isIban, written } from './bank.ts'

const valid = [
  ['19-2000145399/0800', 'CZ6508000000192000145399'],
  ['178124-4159/0710', 'CZ6907101781240000004159'],
  ['19-6750510277/0100', 'CZ6301000000196750510277'],
  ['19-729141/0100', 'CZ1201000000190000729141'],
] as const

/** A digit in front of the others that makes the weighted sum divisible by eleven, if there is one. */
const accounts = fc
  .record({
    prefix: fc.integer({ min: 0, max: 999_999 }),
    number: fc.integer({ min: 10, max: 9_999_999_999 }),
    bank: fc.integer({ min: 0, max: 9999 }),
  })
  .map(({ prefix, number, bank }) => `${prefix}-${number}/${String(bank).padStart(4, '0')}`)
  .filter(isCzechAccount)

describe('Czech accounts', () => {
  it.each(valid)('%s has the IBAN %s', (account, iban) => {
    expect(accountToIban(account)).toBe(iban)
    expect(isIban(iban)).toBe(true)
    expect(ibanToAccount(iban)).toBe(account)
  })

  it.each([
    '19-6750510278/0100',
    '20-6750510277/0100',
    '0/0100',
    '00/0100',
    '0-0000000000/0100',
    '7/0100',
    '10/0100',
    '19-2000145399',
    '19-2000145399/800',
    ' 19-2000145399/0800',
    '1234567-19/0800',
    '',
  ])('refuses %j', account => {
    expect(isCzechAccount(account)).toBe(false)
    expect(accountToIban(account)).toBeUndefined()
  })

  it('reads an account with and without zeros at the front as the same one', () => {
    expect(czechAccount('000019-2000145399/0800')).toEqual(czechAccount('19-2000145399/0800'))
    expect(written({ prefix: '000000', number: '0000729141', bank: '0100' })).toBe('729141/0100')
  })

  it('goes to an IBAN and back without a loss', () => {
    fc.assert(
      fc.property(accounts, account => {
        const iban = accountToIban(account) ?? ''
        expect(isIban(iban)).toBe(true)
        expect(czechAccount(ibanToAccount(iban) ?? '')).toEqual(czechAccount(account))
      }),
    )
  })

  it('notices any single wrong digit of the number', () => {
    fc.assert(
      fc.property(accounts, fc.nat(9), fc.integer({ min: 1, max: 9 }), (account, at, by) => {
        const { prefix, number, bank } = czechAccount(account) ?? { prefix: '', number: '', bank: '' }
        const wrong = number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1)
        expect(isCzechAccount(`${prefix}-${wrong}/${bank}`)).toBe(false)
      }),
    )
  })
})

describe('IBAN', () => {
  it.each(['SK3112000000198742637541', 'DE89370400440532013000', 'GB82WEST12345698765432'])(
    'accepts the foreign %s',
    iban => {
      expect(isIban(iban)).toBe(true)
      expect(ibanToAccount(iban)).toBeUndefined()
    },
  )

  it.each([
    'CZ6508000000192000145398',
    'CZ65 0800 0000 1920 0014 5399',
    'cz6508000000192000145399',
    'CZ650800000019200014539',
    'GB82WEST12345698765433',
    'XX00',
    '',
  ])('refuses %j', iban => expect(isIban(iban)).toBe(false))

  it('refuses a Czech IBAN with right check digits over a wrong account', () => {
    const body = '01000000196750510278'
    const iban = Array.from({ length: 97 }, (_, check) => `CZ${String(check + 2).padStart(2, '0')}${body}`)
    expect(iban.filter(isIban)).toEqual([])
  })
})
