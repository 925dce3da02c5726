import { setTimeout } from 'node:timers/promises'
import { stack } from '../stack.ts'
import type { Disaster, Wave } from './schedule.ts'

const { controls } = stack.gateway

/** Lets the disasters of a wave happen, one after another: whatever is killed or stopped stands again in the end. */
export async function strike(disasters: Wave['disasters']): Promise<void> {
  for (const { after, for: lasting, what } of disasters) {
    await setTimeout(after)
    const mend = await happen(what)
    await setTimeout(lasting)
    await mend()
  }
}

async function happen(what: Disaster): Promise<() => Promise<unknown>> {
  switch (what.kind) {
    case 'webhooks': {
      const fault = await controls.misbehave({ on: 'webhook', does: what.does, ms: 300, copies: 3 })
      return () => controls.behave(fault)
    }
    case 'gateway': {
      const { does, when, status } = what
      const fault = await controls.misbehave({ on: 'api', does, when, ...(does === 'status' && { status }) })
      return () => controls.behave(fault)
    }
    case 'gateway-down': {
      const fault = await controls.misbehave({ on: 'everything', does: 'reset' })
      return () => controls.behave(fault)
    }
    case 'kill':
      await stack[what.part].kill()
      return () => stack[what.part].start()
    case 'stop':
      await stack[what.part].stop()
      return () => stack[what.part].start()
  }
}

/** Everything stands and behaves; news that was held or is to be tried again comes now. */
export async function heal(): Promise<void> {
  await controls.behave()
  await stack.postgres.start()
  await stack.temporal.start()
  await stack.api.start()
  await stack.worker.start()
  await controls.deliver()
  await controls.hurry()
}
