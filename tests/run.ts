import { startVitest, type Vitest } from 'vitest/node'

/** Runs every test, or those whose file matches an argument, and closes with one line: `N passed, N failed, N skipped`. */
const vitest = await startVitest('test', process.argv.slice(2), { watch: false, run: true })
const { passed, failed: red, skipped } = count(vitest)
await vitest.close()

// The set-up may fail before any test is known: then nothing is red, and yet something failed.
const failed = red === 0 && process.exitCode ? 1 : red
if (passed + failed === 0) console.error('No test ran.')
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
// Whatever a tool still has open must not keep the answer waiting; the line is written out first.
process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`, () =>
  process.exit(),
)

/** A file that could not be loaded, and an error outside any test, count as a failed test. */
function count(run: Vitest) {
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
