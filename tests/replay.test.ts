import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import proto from '@temporalio/proto'
import { DefaultLogger, makeTelemetryFilterString, Runtime, Worker } from '@temporalio/worker'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildWorkflows } from '../dev/workflow-build.ts'
import { workflowBundle } from '../worker/bundle.ts'
import { agendas } from '../workflows/agendas/index.ts'
import { fromKept } from './replaying.ts'

/**
 * Cases that ran on a real server, replayed against the code as it is now: a change that would stop running cases fails here.
 * Recorded by `RECORD=1 npx vitest run --project live tests/live`; made of invented people only.
 */
const root = join(import.meta.dirname, '..')
const stories = globSync('workflows/agendas/*/histories/*.json', { cwd: root }).map(path => ({
  agenda: basename(dirname(dirname(path))),
  name: basename(path, '.json'),
  path,
}))
const read = (path: string) => fromKept(readFileSync(join(root, path), 'utf8'))

let code: string
/** What replay said of each story, by path: an error, or undefined. */
let said: Map<string, Error | undefined>
beforeAll(async () => {
  const quiet = makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' })
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    shutdownSignals: [],
    telemetryOptions: { logging: { filter: quiet } },
  })
  await buildWorkflows(root, AbortSignal.timeout(60_000))
  const bundle = await workflowBundle()
  if (!('code' in bundle)) throw new Error('The bundle is not in memory.')
  code = bundle.code
  said = await replayed(
    code,
    stories.map(story => story.path),
  )
}, 60_000)

async function replayed(as: string, paths: string[]): Promise<Map<string, Error | undefined>> {
  const ids = new Map(
    paths.map(path => [read(path).events?.[0]?.workflowExecutionStartedEventAttributes?.workflowId ?? '', path]),
  )
  const histories = [...ids].map(([workflowId, path]) => ({ workflowId, history: read(path) }))
  const found = new Map<string, Error | undefined>()
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle: { code: as } }, histories))
    found.set(ids.get(workflowId) ?? '', error)
  if (found.size !== paths.length) throw new Error(`Replay looked at ${found.size} of ${paths.length} histories.`)
  return found
}

test.each([...agendas.keys()])('cases of %s are recorded, under their own name', id => {
  const mine = stories.filter(({ agenda }) => agenda === id)
  expect(mine.length).toBeGreaterThan(0)
  for (const { path } of mine)
    expect(read(path).events?.[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name).toBe(id)
})

test.each(stories)('$agenda: $name', ({ path }) => {
  expect(said.has(path)).toBe(true)
  expect(said.get(path)).toBeUndefined()
})

test('a worker that dies after any event of a payment is taken up by another, which goes the same way', async () => {
  const scheduled = 'EVENT_TYPE_WORKFLOW_TASK_SCHEDULED'
  const cuts = stories
    .filter(({ agenda }) => agenda === 'fee-payment')
    .flatMap(({ path }) => {
      const { events = [] } = read(path)
      // another worker is given what was written up to a task; what came in between comes to it together
      return (events ?? []).flatMap(({ eventType }, at) =>
        at > 3 && proto.temporal.api.enums.v1.EventType[eventType ?? 0] === scheduled
          ? [
              {
                workflowId: events?.[0]?.workflowExecutionStartedEventAttributes?.workflowId ?? '',
                history: { events: events?.slice(0, at) ?? [] },
              },
            ]
          : [],
      )
    })
  expect(cuts.length).toBeGreaterThan(10)
  const wrong: string[] = []
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle: { code } }, cuts))
    if (error) wrong.push(`${workflowId}: ${error.message}`)
  expect(wrong).toEqual([])
})

describe('what replay is for', () => {
  const granted = 'workflows/agendas/_example/histories/granted-after-supplement.json'
  /** The bundle with one line of the neutral agenda changed, as an author would. */
  const changed = (line: string, into: string) => {
    expect(code.split(line), line).toHaveLength(2)
    return code.replace(line, into)
  }

  const verdict = async (as: string) => (await replayed(as, [granted])).get(granted)?.message ?? 'the same'

  test('a verb inserted before a point that a case has passed is caught', async () => {
    const inserted = changed(
      `await c.form('application');`,
      `await c.form('application'); await c.form('supplement', {});`,
    )
    expect(await verdict(inserted)).toMatch(/nondeterminism/i)
  })

  test('an answered step under a new name is caught', async () => {
    const renamed = changed(`await c.clerk('verdict', {`, `await c.clerk('assessment', {`)
    expect(await verdict(renamed)).toMatch(/nondeterminism/i)
  })

  test('other words, and a longer time, harm no running case', async () => {
    expect(await verdict(changed('Přihlášku jsme přijali', 'Vaše přihláška dorazila'))).toBe('the same')
    // as the bundle breaks the line; the other agendas ask for a supplement inside an expression
    const supplement = (days: number) => `  await c.form('supplement', {\n                within: '${days} days'`
    expect(await verdict(changed(supplement(30), supplement(60)))).toBe('the same')
  })
})
