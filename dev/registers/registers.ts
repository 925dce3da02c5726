import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Day } from '../../city/calendar.ts'
import { today as todayInPrague } from '../../forms/day.ts'
import { createControls, type Controls } from './controls.ts'
import { demoEntries } from './demo.ts'
import { createFaults } from './faults.ts'
import { serve } from './serving.ts'

export interface RegistersOptions {
  /** 0 picks a free one. */
  port: number
  /** What the portal must prove itself with. */
  key: string
  /** Default 127.0.0.1: this machine only. */
  host?: string
  /** The day it is, for tests. */
  today?: () => Day
}

/** The registers on a desk. */
export interface DemoRegisters {
  /** Without a slash at the end: what REGISTERS_URL should be, and the page with people and switches. */
  url: string
  controls: Controls
  close(): Promise<void>
}

/**
 * Starts the local simulation of the basic registers (ROB, ROS, RÚIAN) and of the register of representation (ReZa), with the
 * people and companies of the demo city, behind the same questions as the city's bridge to the real ones.
 * @throws Error in production, and when the port is taken
 */
export async function startRegisters({ port, key, host, today }: RegistersOptions): Promise<DemoRegisters> {
  if (process.env['NODE_ENV'] === 'production')
    throw new Error(
      'The simulated registers do not start in production: their people are made up. Set REGISTERS_URL to the bridge to the real ones.',
    )
  const day = today ?? (() => todayInPrague())
  const faults = createFaults()
  const controls = createControls(demoEntries(day()), faults)
  const server = createServer(serve({ controls, faults, key, today: day }))
  await listening(server, port, host ?? '127.0.0.1')
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    controls,
    async close() {
      faults.clear()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
}
