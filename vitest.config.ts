import { configDefaults, defineConfig } from 'vitest/config'

const services = ['tests/live/**', 'tests/faults/**', 'tests/soak/**', 'tests/e2e/**']
/** The demo servers answer real requests: no service of ours, but too slow for every save. */
const servers = ['dev/gateway/**', 'dev/identity/**', 'dev/mailbox/**', 'dev/registers/**']
/** Every file judged with its types, every recorded case replayed: half a minute each. */
const slow = ['tests/lint.test.ts', 'tests/replay.test.ts']
const elsewhere = [...configDefaults.exclude, '.portal/**', 'web/dist/**']
/** These files are read by Node itself, as the programs that they test are: nothing turns them into something else first. */
const byNode = { experimental: { viteModuleRunner: false } }
// The files of these projects share one running portal, so they take turns; and one process, which then reads what they import once.
const shared = {
  globalSetup: ['tests/setup.ts'],
  fileParallelism: false,
  isolate: false,
  testTimeout: 60_000,
  hookTimeout: 120_000,
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...elsewhere, ...services, ...servers, ...slow],
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
          // On two cores the runner would leave one idle.
          maxWorkers: 2,
          // They touch nothing outside themselves, so files may share a process, which halves the time.
          isolate: false,
        },
      },
      {
        test: {
          ...byNode,
          name: 'servers',
          include: [...servers.map(folder => `${folder}/*.test.ts`), ...slow],
          exclude: elsewhere,
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
          maxWorkers: 2,
          isolate: false,
        },
      },
      {
        test: {
          ...shared,
          ...byNode,
          name: 'live',
          sequence: { groupOrder: 1 },
          include: ['tests/live/**/*.test.ts'],
          exclude: elsewhere,
        },
      },
      {
        test: {
          ...shared,
          ...byNode,
          name: 'faults',
          sequence: { groupOrder: 1 },
          include: ['tests/{faults,soak}/**/*.test.ts'],
          exclude: elsewhere,
        },
      },
      {
        test: {
          ...shared,
          name: 'e2e',
          // Pages are looked at three at a time: while one waits for the portal, another is judged.
          maxConcurrency: 3,
          sequence: { groupOrder: 2 },
          include: ['tests/e2e/**/*.test.ts'],
          exclude: elsewhere,
        },
      },
    ],
  },
})
