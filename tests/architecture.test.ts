import { readFileSync } from 'node:fs'
import { dirname, normalize } from 'node:path'
import { globSync } from 'node:fs'
import { expect, test } from 'vitest'

/**
 * Who may import whom (docs/adr/0002). A folder imports only from the left of itself; `type:` is `import type` alone.
 * What an agenda or the browser may see is narrower, and stands below.
 */
const may: Readonly<Record<string, readonly string[]>> = {
  settings: [],
  forms: [],
  city: [],
  db: [],
  activities: ['db', 'city', 'forms'],
  workflows: ['forms', 'city', 'type:activities', 'type:db'],
  api: ['settings', 'forms', 'city', 'db', 'activities', 'workflows'],
  worker: ['settings', 'forms', 'city', 'db', 'activities', 'workflows'],
  web: ['forms', 'type:api'],
  dev: ['settings', 'forms', 'city', 'db', 'activities', 'workflows', 'api', 'worker'],
}
const folders = Object.keys(may)
const sources = globSync(`{${folders.join(',')}}/**/*.{ts,tsx}`, {
  cwd: new URL('..', import.meta.url),
  exclude: path => path.includes('web/dist'),
}).filter(file => !/\.test\.tsx?$/.test(file))

interface Import {
  to: string
  types: boolean
}

function importsOf(file: string): Import[] {
  const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
  return [
    ...text.matchAll(
      /^\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/gm,
    ),
  ].map(m => ({
    to: m[2] ?? m[3] ?? m[4] ?? '',
    types: m[1] !== undefined,
  }))
}

const inside = (file: string, to: string) => normalize(`${dirname(file)}/${to}`)

test('there are sources to look at', () => {
  expect(sources.length).toBeGreaterThan(100)
})

test.each(folders)('%s/ imports only from the left of itself', folder => {
  const wrong = sources
    .filter(file => file.startsWith(`${folder}/`))
    .flatMap(file =>
      importsOf(file).flatMap(({ to, types }) => {
        if (!to.startsWith('.')) return []
        const there = inside(file, to).split('/')[0] ?? ''
        const allowed =
          there === folder ||
          !folders.includes(there) ||
          may[folder]?.includes(there) ||
          (types && may[folder]?.includes(`type:${there}`))
        return allowed ? [] : [`${file} → ${to}`]
      }),
    )
  expect(wrong).toEqual([])
})

test('nothing imports from tests', () => {
  expect(
    sources.flatMap(file =>
      importsOf(file)
        .filter(({ to }) => to.startsWith('.') && inside(file, to).startsWith('tests/'))
        .map(({ to }) => `${file} → ${to}`),
    ),
  ).toEqual([])
})

test('an agenda sees the forms and its vocabulary alone', () => {
  const wrong = sources
    .filter(file => /^workflows\/agendas\/[^/]+\//.test(file))
    .flatMap(file =>
      importsOf(file)
        .filter(({ to }) => {
          const there = to.startsWith('.') ? inside(file, to) : to
          return (
            !there.startsWith('forms/') && there !== 'workflows/agenda.ts' && !there.startsWith(`${dirname(file)}/`)
          )
        })
        .map(({ to }) => `${file} → ${to}`),
    )
  expect(wrong).toEqual([])
})

test('only the engine knows Temporal’s workflow package, only api/temporal.ts its client', () => {
  const wrong = sources.flatMap(file =>
    importsOf(file)
      .filter(
        ({ to }) =>
          (to === '@temporalio/workflow' && !/^workflows\/(index|protocol|engine\/\w+)\.ts$/.test(file)) ||
          (to === '@temporalio/client' && file !== 'api/temporal.ts' && !file.startsWith('dev/')),
      )
      .map(({ to }) => `${file} → ${to}`),
  )
  expect(wrong).toEqual([])
})

test('the portal takes of the API its contract alone', () => {
  const wrong = sources
    .filter(f => f.startsWith('web/'))
    .flatMap(file =>
      importsOf(file)
        .filter(
          ({ to }) =>
            to.startsWith('.') && inside(file, to).startsWith('api/') && inside(file, to) !== 'api/contract.ts',
        )
        .map(({ to }) => `${file} → ${to}`),
    )
  expect(wrong).toEqual([])
})

test('no demo part is imported by what runs in production', () => {
  const wrong = sources
    .filter(f => /^(api|worker|activities|workflows|web)\//.test(f))
    .flatMap(file =>
      importsOf(file)
        .filter(({ to }) => to.startsWith('.') && inside(file, to).startsWith('dev/'))
        .map(({ to }) => `${file} → ${to}`),
    )
  expect(wrong).toEqual([])
})
