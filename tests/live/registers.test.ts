import { afterEach, describe, expect, test } from 'vitest'
import { httpRegisters } from '../../activities/registers/http.ts'
import { until } from '../portal.ts'
import { stack } from '../stack.ts'

// The adapter by which cases ask the registers, against the registers that the running portal uses.

const { controls } = stack.registers
afterEach(() => controls.behave())

const { REGISTERS_URL: url = '', REGISTERS_KEY: key = '' } = stack.env
const registers = (timeoutMs?: number) => httpRegisters({ url, key, ...(timeoutMs && { timeoutMs }) })
const martin = { givenName: 'Martin', familyName: 'Svoboda', birthDate: '1981-11-16' }
const ask = (timeoutMs?: number) => registers(timeoutMs).person(martin, 'c-1')

describe('the registers', () => {
  test('answer as the port says, each question logged with its case', async () => {
    expect(await ask()).toMatchObject({ familyName: 'Svoboda', died: null })
    expect(await registers().company('99100011', 'c-2')).toMatchObject({
      name: 'Truhlářství Pokorný s.r.o.',
    })
    const found = await registers().representations(martin, 'c-3')
    expect(found.map(({ basis }) => basis)).toEqual(['parent'])
    expect((await controls.asked()).slice(-3).map(one => one.case)).toEqual(['c-1', 'c-2', 'c-3'])
  })

  test('fail while the register is away, so that the engine asks again, and succeed once it is back', async () => {
    await controls.misbehave({ register: 'ROB', does: 'reset', times: 2 })
    const tries: string[] = []
    const again = () =>
      ask().then(
        () => 'answered',
        (error: unknown) => (error instanceof Error ? error.name : 'unknown'),
      )
    await until(
      async () => (tries.push(await again()), tries),
      seen => seen.includes('answered'),
      5,
    )
    expect(tries).toEqual(['RegisterAway', 'RegisterAway', 'answered'])
  })

  test('give up a slow answer in time for the engine’s quick try, and wait for one that is slow but in time', async () => {
    await controls.misbehave({ register: 'ROB', does: 'delay', ms: 400, times: 1 })
    await expect(ask(100)).rejects.toThrow('ROB does not answer')
    await controls.misbehave({ register: 'ROB', does: 'delay', ms: 100, times: 1 })
    expect(await ask(2000)).not.toBeNull()
  })
})
