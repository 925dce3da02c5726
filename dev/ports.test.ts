import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { checkPortsAreFree, freePorts, portsFrom } from './ports.ts'

test('the ports are the defaults, or what the environment says', () => {
  expect(portsFrom({})).toMatchObject({ portal: 3000, postgres: 3032 })
  expect(portsFrom({ PORT: '8000', TEMPORAL_PORT: '' })).toMatchObject({ portal: 8000, temporal: 3033 })
})

test.each(['abc', '0', '70000', '-1', '3.5'])('the port %s is refused by name of its variable', text => {
  expect(() => portsFrom({ GATEWAY_PORT: text })).toThrow(`GATEWAY_PORT is “${text}”`)
})

test('two parts on one port are refused', () => {
  expect(() => portsFrom({ PORT: '3010' })).toThrow('GATEWAY_PORT and PORT are both 3010')
})

test('a busy port is named with what wants it and with the variable that moves it', async () => {
  const { portal, smtp } = await freePorts()
  const squatter = createServer()
  await new Promise<void>(resolve => squatter.listen(portal, '127.0.0.1', resolve))
  try {
    await expect(checkPortsAreFree({ portal, smtp })).rejects.toThrow(
      new RegExp(`^Port ${portal} for the portal is in use: free it, or choose another, e\\.g\\. PORT=\\d+\\.$`),
    )
  } finally {
    squatter.close()
  }
})

test('free ports are free and different, and none that a connection could take meanwhile', async () => {
  const [ports, others] = await Promise.all([freePorts(), freePorts()])
  const all = [...Object.values(ports), ...Object.values(others)]
  expect(new Set(all).size).toBe(18)
  expect(Math.min(...all)).toBeGreaterThanOrEqual(10_100)
  expect(Math.max(...all)).toBeLessThan(32_768)
  await expect(checkPortsAreFree(ports)).resolves.toBeUndefined()
})

test('a block of ports in which somebody listens is passed over', async () => {
  const once = await freePorts()
  const squatter = createServer()
  // the next block to be drawn is 97 further, round the corner at the end
  const next = ((once.portal - 10_100) / 16 + 97) % 1_400
  await new Promise<void>(resolve => squatter.listen(10_100 + next * 16 + 3, resolve))
  try {
    const ports = await freePorts()
    expect((ports.portal - 10_100) / 16).toBe((next + 97) % 1_400)
  } finally {
    squatter.close()
  }
})
