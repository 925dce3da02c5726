import type { Assembly } from './assembly.ts'
import type { Ports } from './ports.ts'
import { embeddedPostgres } from './postgres.ts'
import { Problem } from './problem.ts'
import type { Part } from './supervise.ts'
import { findTemporal } from './temporal-binary.ts'
import { checkTemporalAt, temporalServer } from './temporal.ts'

/** Starts the embedded PostgreSQL. `lasting`: what it acknowledges outlives a crash of the machine. */
export async function startPostgres(house: Assembly, ports: Ports, lasting: boolean): Promise<Part> {
  const { part, version } = await embeddedPostgres(house.folder, { port: ports.postgres, lasting }, house.died)
  house.atEnd(part.stop, 'last')
  await house.step(`PostgreSQL ${version} on port ${ports.postgres}`, part.start)
  return part
}

/** Finds, or fetches, and starts the embedded Temporal server. `lasting` as with PostgreSQL. */
export async function startTemporal(
  house: Assembly,
  ports: Ports,
  { withPages, lasting }: { withPages: boolean; lasting: boolean },
): Promise<Part> {
  let how = ''
  const binary = await findTemporal(said => {
    how = said
    if (said.startsWith('fetching')) house.say(`Temporal: ${said} …`)
  })
  const at = { port: ports.temporal, uiPort: withPages ? ports.temporalUi : undefined, lasting }
  const part = temporalServer(binary, house.folder, at, house.died)
  house.atEnd(part.stop, 'last')
  await house.step(`Temporal ${how}, on port ${ports.temporal}`, part.start)
  return part
}

/** A Temporal server of the caller's own. */
export async function useTemporalAt(house: Assembly, address: string): Promise<Part> {
  await house.step(`Temporal at ${address}`, () => checkTemporalAt(address))
  return notOurs('Temporal', 'TEMPORAL_ADDRESS')
}

/** Stands for a server that runs elsewhere: it can be used, but neither started nor stopped from here. */
export function notOurs(name: string, variable: string): Part {
  const refuse = async () => {
    throw new Problem(`${name} is not run from here: unset ${variable} to have one that can be stopped and started.`)
  }
  return { name, pid: undefined, start: refuse, stop: refuse, kill: refuse }
}
