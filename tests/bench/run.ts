import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { burst } from './burst.ts'
import { baring, deciding, paying, type Cell } from './cells.ts'
import { gather } from './journeys.ts'
import { lookup, race } from './office.ts'
import { burstLine, lookupLine, measured, raceLine, ratios, steps } from './report.ts'
import { openStand } from './stand.ts'

// npm run bench -- --seconds 5 --people 1,8,32 --burst 1000

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    people: { type: 'string', default: '1,8,32' },
    burst: { type: 'string', default: '1000' },
  },
})
const seconds = Number(values.seconds)
const people = values.people.split(',').map(Number)
const filings = Number(values.burst)
if (![seconds, filings, ...people].every(value => Number.isFinite(value) && value >= 0))
  throw new Error('--seconds, --people and --burst take numbers.')

const say = (line: string) => console.error(line)
const began = performance.now()
const load = loadavg()
const stand = await openStand(say)
const cells: Cell[] = []
const add = (cell: Cell) => {
  cells.push(cell)
  say(
    `${cell.journey} by ${cell.people}: ${(cell.run.cases / cell.run.seconds).toFixed(1)} cases/s${cell.run.failed > 0 ? `, ${cell.run.failed} broken off: ${cell.run.reason}` : ''}`,
  )
}
try {
  const most = Math.max(...people)
  // nobody pays twice: more payers than a machine of this size gets through
  const crowd = await gather(stand, Math.ceil(most + (people.length + 1) * seconds * 60), most)
  say('Warming up')
  await Promise.all([
    deciding(stand, crowd, Math.min(4, most), Math.min(3, seconds), 'next view'),
    baring(stand, 'payment', Math.min(4, most), Math.min(3, seconds)),
  ])
  await paying(stand, crowd, Math.min(4, most), Math.min(2, seconds))

  for (const at of people) {
    add(await deciding(stand, crowd, at, seconds, 'next view'))
    add(await baring(stand, 'decision', at, seconds))
    add(await deciding(stand, crowd, at, seconds / 2, 'acknowledged'))
    add(await paying(stand, crowd, at, seconds))
    add(await baring(stand, 'payment', at, seconds))
  }
  const stormed = filings > 0 ? await burst(stand, crowd, filings) : undefined
  const [raced, looked] = [await race(stand), await lookup(stand)]

  console.log(
    `\n${cpus().length} × ${cpus()[0]?.model.trim()}; load average before: ${load.map(value => value.toFixed(1)).join(', ')}; ${seconds} s a cell\n`,
  )
  console.log(`${measured(cells)}\n\n${steps(cells)}\n\n${ratios(cells, people)}\n`)
  if (stormed) console.log(burstLine(stormed))
  console.log(`${raceLine(raced)}\n${lookupLine(looked)}`)
  console.log(`Took ${((performance.now() - began) / 1000).toFixed(0)} s.`)
  process.exitCode = cells.some(cell => cell.run.failed > 0) || (stormed?.lost ?? 0) + raced.wrong > 0 ? 1 : 0
} finally {
  await stand.close()
}
process.exit()
