import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { kladno, loadCity } from './city.ts'
import { amountOn, termOn } from './rates.ts'
import { liabilityKinds } from './schema.ts'

describe('Kladno', () => {
  const city = loadCity()

  test('has a department and officials for everything, and the doors for signing in', () => {
    expect(city.officials.length).toBeGreaterThanOrEqual(14)
    for (const { id } of city.departments)
      expect(city.officials.some(official => official.department === id)).toBe(true)
    expect(city.officials.find(official => official.id === 'dana-stecova')?.department).toBe('finance')
    expect(city.signInHelp.doors).toEqual(['005', '007'])
    for (const door of city.signInHelp.doors) expect(city.officials.some(official => official.door === door)).toBe(true)
    for (const kind of liabilityKinds) expect(city.accounts[kind].iban).toMatch(/^CZ\d{22}$/)
  })

  test('never gives away an identifier that nobody confirmed', () => {
    expect(city.companyId).toBe('00234516')
    expect(city.dataBox).toBeNull()
    expect(JSON.stringify(city)).not.toContain('dyubpcm')
  })

  test('cannot be changed', () => {
    expect(() => Object.assign(city.officials[0] ?? {}, { name: 'Nobody' })).toThrow(TypeError)
    expect(() => Object.assign(city.rates.wasteFee[0] ?? {}, { amount: 1 })).toThrow(TypeError)
  })

  test('calls nobody: every address of the demo data is in a domain reserved for examples', () => {
    const emails = JSON.stringify(city).match(/[\w.]+@[\w.]+/g) ?? []
    expect(emails.length).toBeGreaterThan(20)
    expect(emails.filter(email => !email.endsWith('.example'))).toEqual([])
  })

  test('knows sums and terms by name and day, those of the tables too', () => {
    expect(amountOn(city.rates, 'waste-fee', '2021-05-01').amount).toBe(78000)
    expect(amountOn(city.rates, 'dog-fee-apartment-block-senior', '2022-05-01')).toMatchObject({ amount: 16000 })
    expect(amountOn(city.rates, 'signature-verification', '2026-01-01').ground.asLaw).toBe(true)
    expect(amountOn(city.rates, 'road-use-10-days', '2026-01-01').ground.asLaw).toBe(false)
    expect(termOn(city.rates, 'specified-amount', '2026-01-01').term.days).toBe(15)
    expect(() => amountOn(city.rates, 'signature-verification', '2023-12-31')).toThrow('signature-verification')
    expect(() => amountOn(city.rates, 'no-such-fee', '2026-01-01')).toThrow('no-such-fee')
  })
})

describe('a broken city folder is refused with file and place', () => {
  let dir: string
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'city-'))
    cpSync(kladno, dir, { recursive: true })
  })
  afterEach(() => rmSync(dir, { recursive: true }))

  function swap(file: string, from: string, to: string): void {
    const text = readFileSync(join(dir, file), 'utf8')
    expect(text).toContain(from)
    writeFileSync(join(dir, file), text.replace(from, to))
  }

  test.each([
    ['city.json', '"name"', '"nom"', /city\.json: at the top of the file: .*"name"/],
    ['city.json', '"name"', '"nom"', /city\.json: at \/nom: no such key is known here/],
    ['city.json', '{', '{,', /city\.json: this is not JSON/],
    ['city.json', '00234516', '00234517', /city\.json: at \/companyId: 00234517 is not a valid IČO/],
    ['city.json', '19-6750510277/0100', '19-6750510278/0100', /city\.json: at \/accounts\/waste: 19-6750510278/],
    ['city.json', 'CZ63', 'CZ64', /city\.json: at \/accounts\/waste: the IBAN .* is CZ63/],
    ['city.json', '08:00', '8:00', /city\.json: at \/addresses\/0\/hours\/monday\/0\/from/],
    ['officials.json', '+420312000101', '312 000 101', /officials\.json: at \/0\/phone/],
    [
      'officials.json',
      '"department": "finance"',
      '"department": "money"',
      /dana-stecova: there is no department “money”/,
    ],
    ['officials.json', '"jana-hajkova"', '"dana-stecova"', /officials\.json: the id “dana-stecova” stands there twice/],
    ['departments.json', '"head": "dana-stecova"', '"head": "nobody"', /finance: there is no official “nobody”/],
    ['departments.json', '"address": "town-hall"', '"address": "moon"', /finance: there is no address “moon”/],
    ['rates.json', '49200', '-1', /rates\.json: at \/wasteFee\/0\/amount/],
    ['rates.json', '2012-12-31', '2013-02-30', /rates\.json: at \/wasteFee: “2013-02-30” is not a day/],
    ['rates.json', '2012-12-31', '2013-02-28', /at \/wasteFee: .* still holds; end that one on 2012-12-31/],
    ['rates.json', '2012-12-31', '2011-12-31', /at \/wasteFee: .* ends \(2011-12-31\) before it begins/],
  ])('%s with %s as %s', (file, from, to, message) => {
    swap(file, from, to)
    expect(() => loadCity(dir)).toThrow(message)
  })

  test('a file that is not there', () => {
    rmSync(join(dir, 'rates.json'))
    expect(() => loadCity(dir)).toThrow(/rates\.json: the file cannot be read/)
  })

  test('an untouched copy is a city as good as the first', () => {
    expect(loadCity(dir)).toEqual({ ...loadCity(), dir })
  })
})
