import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as f from './fields.ts'
import { form } from './form.ts'
import { accept } from './judge.ts'
import { crowns, type Words } from './language.ts'
import { e164, hellers, isoDay, normalise, numberOf } from './normalise.ts'

const name: Words = { cs: 'Pole', en: 'Field' }
const everything = form({
  line: f.text(name),
  lines: f.longText(name),
  amount: f.money(name),
  pieces: f.count(name),
  area: f.number(name),
  day: f.day(name),
  birth: f.birthNumber(),
  company: f.companyId(),
  tax: f.taxId(),
  account: f.account(),
  any: f.anyAccount(),
  iban: f.iban(),
  box: f.dataBoxId(),
  symbol: f.variableSymbol(),
  zip: f.postcode(),
  phone: f.phone(),
  plate: f.plate(),
  mail: f.email(),
})

describe('normalise', () => {
  it.each([
    ['line', '  Jan\u00a0 \tNovák ', 'Jan Novák'],
    ['line', 'Ru\u030Az\u030Cena', 'Růžena'],
    ['line', "O'Neil-Dvořáková", "O'Neil-Dvořáková"],
    ['line', 'a\u0000b\ud800c', 'abc'],
    ['lines', ' první\r\ndruhá \u0007\n', 'první\ndruhá'],
    ['amount', '780,50', 78_050],
    ['amount', '1 234,5 Kč', 123_450],
    ['amount', 780, 780],
    ['amount', 'tisíc', 'tisíc'],
    ['pieces', '12', 12],
    ['pieces', '1,5', 1.5],
    ['area', '12,75', 12.75],
    ['area', '1 250', 1250],
    ['day', '5. 3. 1985', '1985-03-05'],
    ['day', '05.03.1985', '1985-03-05'],
    ['day', '1985-3-5', '1985-03-05'],
    ['day', '30. 2. 2026', '30. 2. 2026'],
    ['birth', '850312/0010', '8503120010'],
    ['birth', '850312 0010', '8503120010'],
    ['company', '002 34 516', '00234516'],
    ['company', '234516', '00234516'],
    ['company', '1', '1'],
    ['tax', 'cz 00234516', 'CZ00234516'],
    ['account', ' 000019 - 2000145399 / 0800', '19-2000145399/0800'],
    ['any', 'cz65 0800 0000 1920 0014 5399', 'CZ6508000000192000145399'],
    ['any', '19-2000145399 /0800', '19-2000145399/0800'],
    ['iban', 'cz65 0800 0000 1920 0014 5399', 'CZ6508000000192000145399'],
    ['box', ' JJQJQIH', 'jjqjqih'],
    ['symbol', '001 234', '001234'],
    ['zip', '272 01', '27201'],
    ['phone', '602 123 456', '+420602123456'],
    ['phone', '00421 905 123 456', '+421905123456'],
    ['plate', '1ab 23-45', '1AB2345'],
    ['mail', ' jan@x.cz ', 'jan@x.cz'],
  ])('%s: %j is %j', (field, typed, stored) =>
    expect(normalise(everything, { [field]: typed })).toMatchObject({ [field]: stored }),
  )

  it('drops empty answers and empty optional objects, and keeps an object that must be there', () => {
    const definition = form({
      a: f.optional(f.text(name)),
      must: f.section(name, { b: f.text(name) }),
      may: f.optional(f.section(name, { c: f.text(name) })),
    })
    expect(normalise(definition, { a: ' ', may: { c: '' } })).toEqual({ must: {} })
    expect(accept(definition, {}).problems).toEqual([{ path: '/must/b', rule: 'required' }])
  })

  it('leaves what the form does not know for the judge to refuse', () => {
    const definition = form({ a: f.text(name) })
    const evil: unknown = JSON.parse('{"a":" x ","__proto__":{"admin":true},"more":" y "}')
    const clean = normalise(definition, evil)
    expect(Object.keys(clean as object)).toEqual(['a', '__proto__', 'more'])
    expect(Object.getPrototypeOf(clean)).toBe(Object.prototype)
    expect(accept(definition, evil).problems).toEqual([
      { path: '/__proto__', rule: 'additionalProperties' },
      { path: '/more', rule: 'additionalProperties' },
    ])
  })

  it.each([{ data: null }, { data: 5 }, { data: 'x' }, { data: [] }, { data: [[1]] }])(
    'leaves $data as it is',
    ({ data }) => expect(normalise(everything, data)).toEqual(data),
  )

  it('changes nothing when done again', () => {
    const data = fc.record(
      Object.fromEntries(
        Object.keys(everything.schema.properties ?? {}).map(key => [
          key,
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.integer(),
            fc.constantFrom('5. 3. 1985', '780,50', '602 123 456', '850312/0010'),
          ),
        ]),
      ),
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(data, typed => {
        const once = normalise(everything, typed)
        expect(normalise(everything, once)).toEqual(once)
      }),
    )
  })
})

describe('amounts', () => {
  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), amount => {
        expect(hellers(crowns(amount, 'cs'))).toBe(amount)
      }),
    )
  })
  it.each([
    ['780', 78_000],
    ['780.5', 78_050],
    ['780,-', 78_000],
    ['1 000 000 CZK', 100_000_000],
    ['0,01', 1],
  ])('%s', (text, amount) => expect(hellers(text)).toBe(amount))
  it.each(['', 'Kč', '7,805', '1 00', '1,2,3', '1e3', '٣', '99999999999999999'])('does not guess %j', text =>
    expect(hellers(text)).toBeUndefined(),
  )
})

it('reads numbers, days and telephones and guesses none', () => {
  expect(['1 250,5', '-3', '1.5', '1,', '12 34', 'x'].map(numberOf)).toEqual([
    1250.5,
    -3,
    1.5,
    undefined,
    undefined,
    undefined,
  ])
  expect(['29. 2. 2024', '29. 2. 2023', '1.1.85', '2024-02-29', ''].map(isoDay)).toEqual([
    '2024-02-29',
    undefined,
    undefined,
    '2024-02-29',
    undefined,
  ])
  expect(['(602) 123-456', '+420 602 123 456', 'ahoj'].map(e164)).toEqual(['+420602123456', '+420602123456', 'ahoj'])
})
