import { afterEach, describe, expect, it, vi } from 'vitest'
import { dayOf, daysBetween, isDay, today } from './day.ts'
import { formatFault, formats } from './formats.ts'
import { crowns, dayIn, plural } from './language.ts'

const cases: Record<string, { right: string[]; wrong: string[] }> = {
  'company-id': { right: ['00234516'], wrong: ['00234517', '234516'] },
  'birth-number': { right: ['8503120010'], wrong: ['7008010147', '850312/0010'] },
  'tax-id': { right: ['CZ00234516'], wrong: ['CZ1'] },
  'czech-account': { right: ['19-2000145399/0800'], wrong: ['19-2000145398/0800', 'CZ6508000000192000145399'] },
  iban: { right: ['CZ6508000000192000145399'], wrong: ['19-2000145399/0800'] },
  'bank-account': { right: ['19-2000145399/0800', 'CZ6508000000192000145399'], wrong: ['1/2'] },
  'data-box-id': { right: ['jjqjqih', '8zzbfvq'], wrong: ['JJQJQIH', 'jjqjqi', 'jjqjqihh', 'jjqjq h'] },
  'variable-symbol': { right: ['1', '0012345678', '1234567890'], wrong: ['', '12345678901', '12a'] },
  postcode: { right: ['27201', '11000', '79401'], wrong: ['272 01', '2720', '00000', '90210'] },
  phone: {
    right: ['+420602123456', '+421905123456', '+14155552671'],
    wrong: ['602123456', '+42060212345', '+4206021234567', '+420002123456', '+0123'],
  },
  email: {
    right: ['a@b.cz', 'Jan.Novak+portal@mesto-kladno.cz', "o'neil@x.co.uk"],
    wrong: [
      'a@b',
      'a b@c.cz',
      'á@b.cz',
      'a@b..cz',
      '.a@b.cz',
      'a.@b.cz',
      'a@-b.cz',
      'a@b.cz.',
      '@b.cz',
      `${'x'.repeat(65)}@b.cz`,
    ],
  },
  date: {
    right: ['2024-02-29', '1985-03-05'],
    wrong: [
      '2023-02-29',
      '2026-13-01',
      '2026-04-31',
      '5. 3. 1985',
      '2026-1-1',
      '0000-01-01',
      '2026-00-10',
      '2026-01-00',
    ],
  },
  plate: { right: ['1AB2345', 'PRAHA01', 'ABC12'], wrong: ['1AB 2345', '1ab2345', 'AB12', 'ABCDEFGHI'] },
  country: { right: ['CZ', 'SK', 'XK'], wrong: ['cz', 'CZE', 'XX', '', ' C'] },
  uuid: {
    right: ['5b0c1c54-95a2-4a7a-8a6b-2a1f4a3e9d11'],
    wrong: ['5b0c1c54', '5b0c1c54-95a2-4a7a-8a6b-2a1f4a3e9d1g'],
  },
}

describe('formats', () => {
  it('tries every format there is', () => expect(Object.keys(cases).sort()).toEqual(Object.keys(formats).sort()))

  for (const [name, { right, wrong }] of Object.entries(cases)) {
    it.each(right)(`${name} accepts %j`, text => expect(formats[name]?.(text)).toBe(true))
    it.each(wrong)(`${name} refuses %j`, text => expect(formats[name]?.(text)).toBe(false))
  }

  it('tells a wrong shape from a wrong check digit', () => {
    expect(formatFault('company-id', '00234517')).toBe('check')
    expect(formatFault('company-id', '0023451')).toBe('shape')
    expect(formatFault('date', '2026-02-30')).toBe('check')
    expect(formatFault('date', 'včera')).toBe('shape')
    expect(formatFault('email', 'a')).toBe('shape')
    expect(formatFault('toString', 'a')).toBe('shape')
  })
})

describe('days', () => {
  afterEach(() => void vi.useRealTimers())

  it.each([
    ['2026-03-28T22:59:59Z', '2026-03-28'],
    ['2026-03-28T23:00:00Z', '2026-03-29'],
    ['2026-07-01T21:59:59Z', '2026-07-01'],
    ['2026-07-01T22:00:00Z', '2026-07-02'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
  ])('at %s it is %s in Prague', (instant, day) => {
    vi.useFakeTimers({ now: new Date(instant) })
    expect(today()).toBe(day)
  })

  it('knows leap years', () => {
    expect([isDay('2000-02-29'), isDay('1900-02-29'), isDay('2028-02-29')]).toEqual([true, false, true])
    expect(dayOf(2026, 2, 29)).toBeUndefined()
    expect(dayOf(1985, 3, 5)).toBe('1985-03-05')
  })

  it('counts both ends of a span, over a leap day and a change of the clock', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(3)
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(3)
    expect(daysBetween('2026-03-28', '2026-03-28')).toBe(1)
    expect(daysBetween('2026-03-28', '2026-03-27')).toBe(0)
  })
})

describe('numbers and days for people', () => {
  it.each([
    [78_000, '780\u00a0Kč', 'CZK\u00a0780'],
    [78_050, '780,50\u00a0Kč', 'CZK\u00a0780.50'],
    [123_456_705, '1\u00a0234\u00a0567,05\u00a0Kč', 'CZK\u00a01,234,567.05'],
    [-5, '-0,05\u00a0Kč', 'CZK\u00a0-0.05'],
    [0, '0\u00a0Kč', 'CZK\u00a00'],
  ])('%d hellers', (hellers, cs, en) => expect([crowns(hellers, 'cs'), crowns(hellers, 'en')]).toEqual([cs, en]))

  it('writes days', () =>
    expect([dayIn('2026-03-05', 'cs'), dayIn('2026-12-31', 'en')]).toEqual([
      '5.\u00a03.\u00a02026',
      '31\u00a0December\u00a02026',
    ]))

  it('picks the plural', () => {
    const files = { cs: ['soubor', 'soubory', 'souborů'], en: ['file', 'files'] } as Parameters<typeof plural>[2]
    expect([0, 1, 2, 4, 5, 22].map(n => plural(n, 'cs', files))).toEqual([
      'souborů',
      'soubor',
      'soubory',
      'soubory',
      'souborů',
      'souborů',
    ])
    expect([0, 1, 2].map(n => plural(n, 'en', files))).toEqual(['files', 'file', 'files'])
  })
})
