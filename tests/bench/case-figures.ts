import { burst } from './burst.ts'
import { baring, deciding, paying, type Cell } from './cells.ts'
import { gather } from './journeys.ts'
import { lookup, race } from './office.ts'
import { burstLine, lookupLine, measured, raceLine, ratios, steps } from './report.ts'
import type { Stand } from './stand.ts'

interface Wanted {
  /** A cell. */
  seconds: number
  /** At once, cell by cell. */
  people: readonly number[]
  /** In one instant. */
  filings: number
}

/** Cases under load: journeys beside the bare workflow, a burst, clerks at one queue, a full inbox. `broken`: something was lost. */
export async function caseFigures(
  stand: Stand,
  { seconds, people, filings }: Wanted,
  say: (line: string) => void,
): Promise<{ report: string; broken: boolean }> {
  const cells: Cell[] = []
  const add = (cell: Cell) => {
    cells.push(cell)
    say(
      `${cell.journey} by ${cell.people}: ${(cell.run.cases / cell.run.seconds).toFixed(1)} cases/s${cell.run.failed > 0 ? `, ${cell.run.failed} broken off: ${cell.run.reason}` : ''}`,
    )
  }
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
  return {
    report: [
      ...[measured(cells), steps(cells), ratios(cells, people)],
      [...(stormed ? [burstLine(stormed)] : []), raceLine(raced), lookupLine(looked)].join('\n'),
    ].join('\n\n'),
    broken: cells.some(cell => cell.run.failed > 0) || (stormed?.lost ?? 0) + raced.wrong > 0,
  }
}
