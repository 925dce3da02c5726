import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { birthNumber, isCompanyId, isTaxId } from './identity.ts'

const on = '2026-11-23'

describe('company number', () => {
  it.each(['00234516', '00006947', '45244782', '00064581'])('accepts %s', id => expect(isCompanyId(id)).toBe(true))
  it.each(['00234517', '234516', '0023451 ', '002345160', 'abcdefgh', ''])('refuses %j', id =>
    expect(isCompanyId(id)).toBe(false),
  )

  it('has exactly one right check digit for any seven digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), n => {
        const seven = String(n).padStart(7, '0')
        expect(
          Array.from({ length: 10 }, (_, digit) => digit).filter(digit => isCompanyId(seven + digit)),
        ).toHaveLength(1)
      }),
    )
  })
})

describe('birth number', () => {
  it.each([
    ['8503120010', '1985-03-12', 'male'],
    ['9057040014', '1990-07-04', 'female'],
    ['0825060016', '2008-05-06', 'male'],
    ['1081300011', '2010-11-30', 'female'],
    ['7605210020', '1976-05-21', 'male'],
    ['530101001', '1953-01-01', 'male'],
    ['005229999', '1900-02-29', undefined],
    ['045229123', '1904-02-29', 'female'],
  ])('%s', (number, birthDate, sex) => {
    expect(birthNumber(number, on)).toEqual(sex && { birthDate, sex })
  })

  it.each([
    ['7008010147', 'not divisible by eleven'],
    ['850312/0010', 'a slash'],
    ['540101001', 'nine digits after 1953'],
    ['8502300010', 'no such day'],
    ['8533120010', 'twenty added before 2004'],
    ['8613120010', 'month thirteen'],
    ['85031200', 'eight digits'],
    ['', 'nothing'],
  ])('refuses %s: %s', number => expect(birthNumber(number, on)).toBeUndefined())

  it('refuses who is not born yet, and knows them on the day they are', () => {
    const [number] = Array.from({ length: 11 }, (_, last) => `26122400${String(last).padStart(2, '0')}`).filter(
      n => Number(n) % 11 === 0,
    )
    expect(birthNumber(number ?? '', '2026-12-23')).toBeUndefined()
    expect(birthNumber(number ?? '', '2026-12-24')).toEqual({ birthDate: '2026-12-24', sex: 'male' })
  })

  it('knows the exception of the last zero only until 1985', () => {
    const exceptionOf = (day: string) =>
      Array.from({ length: 999 }, (_, n) => day + String(n).padStart(3, '0')).find(nine => Number(nine) % 11 === 10)
    expect(birthNumber(`${exceptionOf('851231')}0`, on)).toMatchObject({ birthDate: '1985-12-31' })
    expect(birthNumber(`${exceptionOf('860101')}0`, on)).toBeUndefined()
  })

  const bearers = fc.record({
    day: fc
      .date({ min: new Date('1954-01-01'), max: new Date('2026-11-22'), noInvalidDate: true })
      .map(date => date.toISOString().slice(0, 10)),
    female: fc.boolean(),
    spare: fc.boolean(),
    serial: fc.integer({ min: 0, max: 99 }),
  })

  it('gives back the day and the sex that it was made from', () => {
    fc.assert(
      fc.property(bearers, ({ day, female, spare, serial }) => {
        const month = Number(day.slice(5, 7)) + (female ? 50 : 0) + (spare && day >= '2004' ? 20 : 0)
        const eight = `${day.slice(2, 4)}${String(month).padStart(2, '0')}${day.slice(8)}${String(serial).padStart(2, '0')}`
        const numbers = Array.from({ length: 100 }, (_, n) => eight + String(n).padStart(2, '0')).filter(
          number => Number(number) % 11 === 0,
        )
        expect(numbers.length).toBeGreaterThan(0)
        for (const number of numbers)
          expect(birthNumber(number, on)).toEqual({ birthDate: day, sex: female ? 'female' : 'male' })
      }),
    )
  })

  it('notices any single wrong digit, but for the rare numbers of the old exception', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const number = '9057040014'
        const wrong = number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1)
        expect(birthNumber(wrong, on)).toBeUndefined()
      }),
    )
  })
})

describe('tax number', () => {
  it.each(['CZ00234516', 'CZ8503120010', 'CZ530101001', 'CZ699001182'])('accepts %s', id =>
    expect(isTaxId(id)).toBe(true),
  )
  it.each(['00234516', 'CZ00234517', 'SK00234516', 'cz00234516', 'CZ7008010147', 'CZ'])('refuses %j', id =>
    expect(isTaxId(id)).toBe(false),
  )
})
