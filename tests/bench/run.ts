import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { caseFigures } from './case-figures.ts'
import { moneyFigures } from './money/all.ts'
import { figuresTable } from './money/report.ts'
import { openStand } from './stand.ts'

// npm run bench -- --seconds 5 --people 1,8,32 --burst 1000 --rows 100000 --only cases,money

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    people: { type: 'string', default: '1,8,32' },
    burst: { type: 'string', default: '1000' },
    rows: { type: 'string', default: '100000' },
    only: { type: 'string', default: 'cases,money' },
  },
})
const seconds = Number(values.seconds)
const people = values.people.split(',').map(Number)
const [filings, rows] = [Number(values.burst), Number(values.rows)]
const parts = values.only.split(',')
if (![seconds, filings, rows, ...people].every(value => Number.isFinite(value) && value >= 0))
  throw new Error('--seconds, --people, --burst and --rows take numbers.')
if (!parts.every(part => part === 'cases' || part === 'money')) throw new Error('--only takes cases, money or both.')

const say = (line: string) => console.error(line)
const began = performance.now()
const load = loadavg()
const stand = await openStand(say)
try {
  const lines: string[] = []
  let broken = false
  if (parts.includes('cases')) {
    const cases = await caseFigures(stand, { seconds, people, filings }, say)
    lines.push(cases.report)
    broken = cases.broken
  }
  if (parts.includes('money')) lines.push(figuresTable(await moneyFigures(stand, rows, say)))
  console.log(
    `\n${cpus().length} × ${cpus()[0]?.model.trim()}; load average before: ${load.map(value => value.toFixed(1)).join(', ')}; ${seconds} s a cell\n`,
  )
  console.log(lines.join('\n\n'))
  console.log(`\nTook ${((performance.now() - began) / 1000).toFixed(0)} s.`)
  process.exitCode = broken ? 1 : 0
} finally {
  await stand.close()
}
process.exit()
