import { startVitest, type Vitest } from 'vitest/node'

/** How the tests of one project came out. */
export interface Counts {
  passed: number
  failed: number
  skipped: number
}

// Started by run.ts: the project, then what the files' paths must contain. Tells the counts to who started it.
const [project = '', ...filters] = process.argv.slice(2)
// When that one is gone nobody listens; the portal goes down with this process.
process.once('disconnect', () => process.exit(1))
const vitest = await startVitest('test', filters, {
  project,
  watch: false,
  run: true,
  // a filter may well match in another project alone
  passWithNoTests: true,
})
const { passed, failed: red, skipped } = count(vitest)
await vitest.close()

// The set-up may fail before any test is known: then nothing is red, and yet something failed.
const failed = red === 0 && process.exitCode ? 1 : red
// Whatever a tool still has open must not keep the answer waiting.
process.send?.({ passed, failed, skipped } satisfies Counts, undefined, undefined, () => process.exit())

/** A file that could not be loaded, and an error outside any test, count as a failed test. */
function count(run: Vitest): Counts {
  const modules = run.state.getTestModules()
  const tests = modules.flatMap(module => [...module.children.allTests()])
  const having = (state: string) => tests.filter(test => test.result().state === state).length
  const broken = modules.filter(
    module =>
      module.state() === 'failed' && ![...module.children.allTests()].some(test => test.result().state === 'failed'),
  ).length
  const stray = run.state.getUnhandledErrors().length
  // A test that was to run and did not (its set-up failed) must not pass for a skipped one.
  return {
    passed: having('passed'),
    failed: having('failed') + having('pending') + broken + stray,
    skipped: having('skipped'),
  }
}
