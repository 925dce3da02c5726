import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { httpRegisters } from '../../activities/registers/http.ts'
import { RegisterAway } from '../../activities/registers/port.ts'
import { aifo } from './demo.ts'
import { faultKinds } from './faults.ts'
import { startRegisters, type DemoRegisters } from './registers.ts'

const today = '2026-11-23'
const key = 'the key of the portal'
let demo: DemoRegisters
beforeAll(async () => {
  demo = await startRegisters({ port: 0, key, today: () => today })
})
afterEach(() => demo.controls.behave())
afterAll(() => demo.close())

const ask = (timeoutMs?: number) => httpRegisters({ url: demo.url, key, ...(timeoutMs && { timeoutMs }) })
const person = (givenName: string, familyName: string, birthDate: string) => ({ givenName, familyName, birthDate })
const martin = person('Martin', 'Svoboda', '1981-11-16')
const tomas = person('Tomáš', 'Pokorný', '1974-08-26')

describe('the register of inhabitants', () => {
  test('knows a person with their address, and keeps the birth number to itself', async () => {
    const found = await ask().person(martin, 'case-1')
    expect(found).toMatchObject({ familyName: 'Svoboda', died: null, address: { street: 'Starosty Hrabáka' } })
    expect(found).not.toHaveProperty('birthNumber')
  })

  test('knows the dead, minors and those of limited capacity', async () => {
    expect(await ask().person(person('Karel', 'Beneš', '1939-01-19'), 'c')).toMatchObject({ died: '2025-10-02' })
    expect(await ask().person(person('Eliška', 'Horáková', '2010-09-30'), 'c')).toMatchObject({ died: null })
    expect(await ask().person(person('Jaroslav', 'Krejčí', '1951-06-08'), 'c')).toMatchObject({ limitedCapacity: true })
  })

  test('says so when the data fit several; the birth number decides', async () => {
    const jan = person('Jan', 'Novák', '1979-09-14')
    expect(await ask().person(jan, 'c')).toBe('several')
    expect(await ask().person({ ...jan, birthNumber: '7909140217' }, 'c')).toMatchObject({
      aifo: aifo('jan-novak-kleinerova'),
    })
  })

  test('takes letters as they are written: Durickova is nobody', async () => {
    expect(await ask().person(person('šárka', 'ĎURÍČKOVÁ', '1987-04-23'), 'c')).not.toBeNull()
    expect(await ask().person(person('Sarka', 'Durickova', '1987-04-23'), 'c')).toBeNull()
  })
})

describe('the register of persons', () => {
  test('knows who acts for a company, alone or together, and what is no more', async () => {
    expect(await ask().company('99100011', 'c')).toMatchObject({
      dissolved: null,
      body: { signatures: 1, members: [{ familyName: 'Pokorný', function: 'jednatel' }] },
    })
    const companies = demo.controls.entries().companies
    expect(companies.filter(({ body }) => body.signatures === 2)).toHaveLength(1)
    const gone = companies.find(({ dissolved }) => dissolved !== null)
    expect(await ask().company(gone?.companyId ?? '', 'c')).toMatchObject({ dissolved: '2025-12-31' })
    expect(await ask().company('00000019', 'c')).toBeNull()
  })
})

describe('representations', () => {
  test('of a parent reach the minor child alone, until the day before the 18th birthday', async () => {
    const found = await ask().representations(martin, 'c')
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      register: 'ROB',
      basis: 'parent',
      principal: { kind: 'person', givenName: 'Anežka' },
      validTo: '2032-02-10',
    })
  })

  test('of a director, a joint body, a guardian, and granted in ReZa', async () => {
    expect(await ask().representations(tomas, 'c')).toMatchObject([
      { register: 'ROS', basis: 'statutory', signatures: 1, principal: { companyId: '99100011' } },
    ])
    const alena = await ask().representations(person('Alena', 'Marková', '1968-10-13'), 'c')
    expect(alena.map(({ register, signatures }) => [register, signatures])).toEqual([
      ['ROS', 2],
      ['ReZa', 1],
    ])
    expect(await ask().representations(person('Věra', 'Krejčí', '1955-11-02'), 'c')).toMatchObject([
      { basis: 'guardian', principal: { familyName: 'Krejčí' } },
    ])
    // an entry that has ended
    expect(await ask().representations(person('Tereza', 'Veselá', '1994-07-21'), 'c')).toEqual([])
  })

  test('end with the principal: a death, a company struck off', async () => {
    demo.controls.died(aifo('josef-novak'), '2026-11-01')
    const alena = await ask().representations(person('Alena', 'Marková', '1968-10-13'), 'c')
    expect(alena.map(({ register }) => register)).toEqual(['ROS'])
    demo.controls.dissolved('99100011', '2026-11-01')
    expect(await ask().representations(tomas, 'c')).toEqual([])
  })
})

describe('addresses', () => {
  test('are found by beginnings of words, without diacritics, ten at most', async () => {
    const [first, ...more] = await ask().addresses('vrchlic 2345 kladno')
    expect(more).toEqual([])
    expect(first).toMatchObject({ ruianCode: '99000001', address: { street: 'Vrchlického', houseNumber: '2345' } })
    expect(await ask().addresses('kladno')).toHaveLength(10)
    expect(await ask().addresses(' ')).toEqual([])
  })
})

describe('registers in trouble', () => {
  test.each(faultKinds)('%s is RegisterAway, and one question later all is well', async does => {
    demo.controls.misbehave({ register: 'ROB', does, times: 1, ms: 400 })
    await expect(ask(150).person(martin, 'c')).rejects.toThrow(RegisterAway)
    expect(await ask().company('99100011', 'c')).not.toBeNull()
    expect(await ask().person(martin, 'c')).not.toBeNull()
  })

  test('a slow answer in time is an answer', async () => {
    demo.controls.misbehave({ register: 'everything', does: 'delay', ms: 30 })
    expect(await ask().person(martin, 'c')).not.toBeNull()
  })

  test('nobody there is RegisterAway; a wrong key is a fault of ours', async () => {
    await expect(httpRegisters({ url: 'http://127.0.0.1:9', key }).addresses('x')).rejects.toThrow(RegisterAway)
    const stranger = httpRegisters({ url: demo.url, key: 'another' }).person(martin, 'c')
    await expect(stranger).rejects.toThrow('status 401')
    await expect(stranger).rejects.not.toThrow(RegisterAway)
  })

  test('every question is on record with its case', async () => {
    await ask().person(martin, 'case-77')
    expect(demo.controls.asked().at(-1)).toMatchObject({ register: 'ROB', case: 'case-77' })
  })
})

describe('the page', () => {
  test('shows people, and its switches work', async () => {
    const flip = (form: Record<string, string>) =>
      fetch(`${demo.url}/switch`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' })
    expect(await (await fetch(demo.url)).text()).toContain('Truhlářství Pokorný s.r.o.')
    await flip({ register: 'ROS', does: 'status' })
    expect(await (await fetch(demo.url)).text()).toContain('ROS (osoby): odpovídá chybou 503')
    await expect(ask().company('99100011', 'c')).rejects.toThrow(RegisterAway)
    await flip({ does: 'behave' })
    expect(await ask().company('99100011', 'c')).not.toBeNull()
  })

  test('takes no switch from another site', async () => {
    const body = new URLSearchParams({ register: 'ROS', does: 'status' })
    const { status } = await fetch(`${demo.url}/switch`, {
      method: 'POST',
      body,
      headers: { origin: 'https://evil.example' },
    })
    expect(status).toBe(403)
  })
})

test('production has no simulated registers', async () => {
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    await expect(startRegisters({ port: 0, key })).rejects.toThrow('REGISTERS_URL')
  } finally {
    process.env['NODE_ENV'] = before
  }
})
