import { describe, expect, it } from 'vitest'
import departments from '../../city/kladno/departments.json' with { type: 'json' }
import configured from '../../city/kladno/officials.json' with { type: 'json' }
import { holds, meansOnOffer } from './means.ts'
import { people } from './people.ts'

/** The tenth digit of a birth number for its first nine, z. 133/2000 Sb. § 13; undefined where none is issued any more. */
function checkDigit(nine: string): number | undefined {
  const rest = Number(nine) % 11
  return rest === 10 ? undefined : rest
}

function expectedBeginning(birthdate: string, sex: 'female' | 'male'): string {
  const [year = '', month = '', day = ''] = birthdate.split('-')
  return year.slice(2) + String(Number(month) + (sex === 'female' ? 50 : 0)).padStart(2, '0') + day
}

describe('the demo people', () => {
  it('the check digit agrees with published examples', () => {
    expect(checkDigit('850312001')).toBe(0)
    expect(checkDigit('905704001')).toBe(4)
  })

  it.each(people.filter(person => person.birthnumber))('$key has a valid birth number', person => {
    const number = person.birthnumber ?? ''
    expect(number.slice(0, 6)).toBe(expectedBeginning(person.birthdate, person.sex))
    if (person.birthdate < '1954-01-01') expect(number).toMatch(/^\d{9}$/)
    else expect(number.slice(9)).toBe(String(checkDigit(number.slice(0, 9))))
  })

  it('differ in every identifier', () => {
    for (const identifier of [
      people.map(person => person.key),
      people.flatMap(person => person.birthnumber ?? []),
      people.flatMap(person => person.idcard?.number ?? []),
      people.map(person => person.address.ruianReference),
      people.map(person => person.email),
    ])
      expect(new Set(identifier).size).toBe(identifier.length)
  })

  it('can all sign in somehow, and every means has somebody', () => {
    const offer = meansOnOffer('substantial')
    for (const person of people)
      expect(
        offer.some(means => holds(person, means)),
        person.key,
      ).toBe(true)
    for (const means of offer)
      expect(
        people.some(person => holds(person, means)),
        means.id,
      ).toBe(true)
  })

  it('hold a data box exactly when they can sign in by one', () => {
    for (const person of people) expect(person.databox !== undefined, person.key).toBe(person.means.includes('databox'))
  })

  it('have somebody for every department of the city, named as the city names them', () => {
    const able = configured.filter(({ id }) => people.some(person => person.official?.id === id))
    expect(new Set(able.map(({ department }) => department))).toEqual(new Set(departments.map(({ id }) => id)))
    for (const { id, name, email } of able) {
      const person = people.find(one => one.official?.id === id)
      expect(`${person?.givenName} ${person?.familyName}`).toBe(name)
      expect(person?.email).toBe(email)
    }
  })
})
