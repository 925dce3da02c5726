import { resolve } from 'node:path'
import { assemble } from './assembly.ts'
import { openDataFolder } from './data-folder.ts'
import { embeddedParts, environmentOf, type Embedded } from './environment.ts'
import { notOurs, startPostgres, startTemporal, useTemporalAt } from './foundations.ts'
import { checkPortsAreFree, portsFrom, type Ports } from './ports.ts'
import type { Problem } from './problem.ts'
import { apiProgram, prepareDatabase, project, workerProgram } from './programs.ts'
import { startServices, type Services } from './services.ts'
import type { Part } from './supervise.ts'
import { buildWeb } from './web-build.ts'
import { buildWorkflows } from './workflow-build.ts'

export interface StackOptions {
  dataDir: string
  ports?: Partial<Ports>
  /** Whether demo people and liabilities are loaded where they are missing; yes unless told otherwise. */
  demo?: boolean
  /**
   * Whether the data folder is thrown away with the portal: then PostgreSQL and Temporal do not wait for the disk. A program that is
   * killed loses nothing for that, as the system keeps what it wrote; only a crash of the machine would.
   */
  thrownAway?: boolean
  /** Whether Temporal's own pages are served too. */
  temporalPages?: boolean
  /** Told when a part is ready, and when one takes long. */
  progress?: (line: string) => void
  /** Settings over those of this process; a part whose setting is given is not started here. */
  env?: Record<string, string>
  /** Gives up a start in progress. */
  signal?: AbortSignal
}

/** A running portal with all that it needs. */
export interface Stack extends Services {
  urls: { portal: string; gateway?: string; identity?: string; mailbox?: string; registers?: string; temporal?: string }
  databaseUrl: string
  temporalAddress: string
  /** The settings that the api and the worker run with. */
  env: Record<string, string>
  postgres: Part
  temporal: Part
  api: Part
  worker: Part
  /** Resolves when a part ends though nobody asked it to. */
  died: Promise<Problem>
  /** Stops every part, in the order that loses nothing. Safe to call twice. */
  close(): Promise<void>
}

/**
 * Starts the portal and everything it needs, in parallel as far as one part does not need another.
 * @throws {Problem} saying what to do; nothing is left running then
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const given: Record<string, string | undefined> = { ...process.env, ...options.env }
  const ports = { ...portsFrom(given), ...options.ports }
  const embedded = embeddedParts(given)
  const folder = await openDataFolder(resolve(options.dataDir))
  const house = assemble(folder, options.progress ?? (() => {}))
  options.signal?.addEventListener('abort', () => void house.close())
  try {
    const env = environmentOf(given, ports, folder.secrets)
    const temporalAddress = env['TEMPORAL_ADDRESS'] ?? ''
    const lasting = !options.thrownAway
    const withPages = options.temporalPages ?? false
    await checkPortsAreFree(portsInUse(ports, embedded, withPages))

    const database = house.beside(async () => {
      const part = embedded.postgres
        ? await startPostgres(house, ports, lasting)
        : notOurs('PostgreSQL', 'DATABASE_URL')
      await prepareDatabase(house, env, options.demo ?? true)
      return part
    })
    const engine = house.beside(() =>
      embedded.temporal ? startTemporal(house, ports, { withPages, lasting }) : useTemporalAt(house, temporalAddress),
    )
    const outside = house.beside(() => startServices(house, embedded, env, ports))
    const pages = house.beside(() =>
      house.step(
        built => (built ? 'Pages built' : 'Pages as built before'),
        () => buildWeb(project, folder, house.signal),
      ),
    )
    const cases = house.beside(() =>
      house.step(
        built => (built ? 'Workflows bundled' : 'Workflows as bundled before'),
        () => buildWorkflows(project, house.signal),
      ),
    )
    const [api, worker] = [apiProgram(house, env), workerProgram(house, env)]
    const [postgres, temporal] = await Promise.all([database, engine, cases])
    const working = house.beside(() => house.step('Worker', worker.start))
    const [services] = await Promise.all([outside, pages])
    await house.beside(() => house.step(`Portal on port ${ports.portal}`, api.start))
    await working

    return {
      ...services,
      urls: {
        portal: env['PORTAL_URL'] ?? '',
        ...(services.gateway && { gateway: services.gateway.url }),
        ...(services.identity && { identity: services.identity.issuer }),
        ...(services.mailbox && { mailbox: services.mailbox.url }),
        ...(services.registers && { registers: services.registers.url }),
        ...(embedded.temporal && withPages && { temporal: `http://localhost:${ports.temporalUi}` }),
      },
      databaseUrl: env['DATABASE_URL'] ?? '',
      temporalAddress,
      env,
      postgres,
      temporal,
      api,
      worker,
      died: house.firstDeath,
      close: house.close,
    }
  } catch (error) {
    await house.close()
    throw error
  }
}

function portsInUse(ports: Ports, embedded: Embedded, withPages: boolean): Partial<Ports> {
  return {
    portal: ports.portal,
    ...(embedded.gateway && { gateway: ports.gateway }),
    ...(embedded.identity && { identity: ports.identity }),
    ...(embedded.mailbox && { mailbox: ports.mailbox, smtp: ports.smtp }),
    ...(embedded.registers && { registers: ports.registers }),
    ...(embedded.postgres && { postgres: ports.postgres }),
    ...(embedded.temporal && { temporal: ports.temporal }),
    ...(embedded.temporal && withPages && { temporalUi: ports.temporalUi }),
  }
}
