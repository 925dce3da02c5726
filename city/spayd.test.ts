import { crc32 as zlibCrc32 } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { ibanOf, isCzechIban } from './iban.ts'
import { crc32, parseSpayd, spayd } from './spayd.ts'

const iban = 'CZ6301000000196750510277'

describe('QR Platba', () => {
  test('writes the waste fee as the published vector', () => {
    const text = spayd({ iban, amount: 78000, due: '2026-04-15', message: 'Odpad 2026', variableSymbol: '1234567890' })
    expect(text).toBe(
      'SPD*1.0*ACC:CZ6301000000196750510277*AM:780.00*CC:CZK*DT:20260415*MSG:ODPAD 2026*X-VS:1234567890*CRC32:87F813A3',
    )
  })

  test('counts the checksum of the standard’s example', () => {
    expect(crc32('SPD*1.0*ACC:CZ5855000000001265098001*AM:100.00*CC:CZK')).toBe('AAD80227')
    const text = spayd({ iban: 'CZ5855000000001265098001', amount: 10000 })
    expect(text.endsWith('*CRC32:AAD80227')).toBe(true)
  })

  test('the checksum is that of zlib', () => {
    const ascii = fc.string({ unit: fc.integer({ min: 32, max: 126 }).map(n => String.fromCharCode(n)) })
    fc.assert(
      fc.property(ascii, text => {
        expect(parseInt(crc32(text), 16)).toBe(zlibCrc32(text))
        expect(crc32(text)).toHaveLength(8)
      }),
    )
  })

  test('strips diacritics and escapes what has a meaning', () => {
    const text = spayd({ iban, amount: 101, message: 'Příliš žluťoučký * kůň – 100 % + „úpěl“' })
    expect(text).toContain('*MSG:PRILIS ZLUTOUCKY %2A KUN - 100 %25 %2B UPEL*')
    expect(parseSpayd(text).get('MSG')).toBe('PRILIS ZLUTOUCKY * KUN - 100 % + UPEL')
  })

  test('keeps leading zeros of symbols and leaves empty ones out', () => {
    const text = spayd({ iban, amount: 1, variableSymbol: '0000012345', specificSymbol: '', constantSymbol: '0308' })
    expect(text).toContain('*AM:0.01*')
    expect(text).toContain('*X-KS:0308*X-VS:0000012345*')
    expect(text).not.toContain('X-SS')
  })

  test('is read back as it was written, whatever the message', () => {
    const transfers = fc.record({
      iban: fc.constant(iban),
      amount: fc.integer({ min: 1, max: 999_999_999 }),
      message: fc.string({ unit: 'grapheme', maxLength: 90 }),
      variableSymbol: fc.stringMatching(/^\d{1,10}$/),
    })
    fc.assert(
      fc.property(transfers, transfer => {
        const text = spayd(transfer)
        expect(text).toMatch(/^[0-9A-Z $%*+\-./:]+$/)
        const fields = parseSpayd(text)
        expect(Math.round(Number(fields.get('AM')) * 100)).toBe(transfer.amount)
        expect(fields.get('AM')?.length).toBeLessThanOrEqual(10)
        expect(fields.get('X-VS')).toBe(transfer.variableSymbol)
        expect((fields.get('MSG') ?? '').length).toBeLessThanOrEqual(60)
      }),
    )
  })

  test('refuses what a bank would refuse', () => {
    expect(() => spayd({ iban: 'CZ6301000000196750510278', amount: 1 })).toThrow('IBAN')
    for (const amount of [0, -1, 1.5, 1_000_000_000, Number.NaN]) {
      expect(() => spayd({ iban, amount })).toThrow(RangeError)
    }
    expect(() => spayd({ iban, amount: 1, variableSymbol: '12345678901' })).toThrow('variable symbol')
    expect(() => spayd({ iban, amount: 1, variableSymbol: '12a' })).toThrow('variable symbol')
    expect(() => spayd({ iban, amount: 1, due: '2026-02-30' })).toThrow('existing day')
  })

  test('reading finds a changed amount, a doubled key and a foreign header', () => {
    const text = spayd({ iban, amount: 78000 })
    expect(() => parseSpayd(text.replace('780.00', '708.00'))).toThrow('checksum')
    expect(() => parseSpayd('SPD*1.0*ACC:X*ACC:Y')).toThrow('twice')
    expect(() => parseSpayd('BCD*001')).toThrow('begins with')
    expect(() => parseSpayd('SPD*1.0*AM:1.00')).toThrow('ACC')
    const fields = parseSpayd('SPD*1.0*CC:CZK*ACC:CZ5855000000001265098001*AM:100.00*CRC32:AAD80227*')
    expect(fields.get('CC')).toBe('CZK')
  })
})

describe('accounts', () => {
  test.each([
    ['19-6750510277/0100', 'CZ6301000000196750510277'],
    ['19-729141/0100', 'CZ1201000000190000729141'],
    ['19-2000145399/0800', 'CZ6508000000192000145399'],
    ['178124-4159/0710', 'CZ6907101781240000004159'],
  ])('%s is %s', (account, expected) => {
    expect(ibanOf(account)).toBe(expected)
    expect(isCzechIban(expected)).toBe(true)
  })

  test.each(['19-6750510278/0100', '18-6750510277/0100', '6750510277', '0/0100', '19-10000000000/0100', ''])(
    '%s is not an account',
    account => expect(ibanOf(account)).toBeNull(),
  )
})
