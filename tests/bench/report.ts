import type { Burst } from './burst.ts'
import type { Lookup, Race } from './office.ts'
import type { Cell } from './cells.ts'
import { percentile, type Samples } from './loop.ts'
import { rivals } from './rivals.ts'

const number = (value: number, digits = value < 10 ? 1 : 0) => (Number.isFinite(value) ? value.toFixed(digits) : '–')
const times = (samples: Samples | undefined) =>
  samples?.length ? `${number(percentile(samples, 0.5))} / ${number(percentile(samples, 0.99))}` : '–'
const total = (cell: Cell | undefined) => Object.values(cell?.cpu ?? {}).reduce((sum, ms) => sum + ms, 0) || Number.NaN
const perSecond = (cell: Cell | undefined) => (cell ? cell.run.cases / cell.run.seconds : Number.NaN)

/** A table in Markdown. */
export function table(head: string[], rows: string[][]): string {
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map(row => (row[at] ?? '').length)))
  const line = (cells: string[]) => `| ${cells.map((text, at) => text.padEnd(widths[at] ?? 0)).join(' | ')} |`
  return [line(head), `|${widths.map(width => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n')
}

/** What was measured, cell by cell. */
export function measured(cells: readonly Cell[]): string {
  const head = [
    'journey',
    'at once',
    'cases',
    'cases/s',
    'workflow tasks',
    'events',
    'transactions',
    'CPU ms/case',
    'of it',
    'others on the machine',
    'letters and receipts after',
    'broken off',
  ]
  return table(
    head,
    cells.map(cell => [
      cell.journey,
      String(cell.people),
      String(cell.run.cases),
      number(perSecond(cell), 1),
      number(cell.weight.workflowTasks, 1),
      number(cell.weight.events, 1),
      number(cell.transactions, 0),
      number(total(cell)),
      Object.entries(cell.cpu)
        .map(([name, ms]) => `${name} ${number(ms, 0)}`)
        .join(', '),
      Number.isFinite(cell.others) ? `${number(cell.others * 100, 0)} %` : '–',
      `${number(cell.after)} s`,
      cell.run.failed > 0 ? `${cell.run.failed}: ${cell.run.reason?.slice(0, 120)}` : '0',
    ]),
  )
}

/** Median and 99th percentile of each step, in ms. */
export function steps(cells: readonly Cell[]): string {
  return table(
    ['journey', 'at once', 'step', 'p50 / p99 ms', 'samples'],
    cells.flatMap(cell =>
      Object.entries(cell.run.steps).map(([step, samples]) => [
        cell.journey,
        String(cell.people),
        step,
        times(samples),
        String(samples.length),
      ]),
    ),
  )
}

/** A burst in words. */
export const burstLine = (it: Burst) =>
  `Burst: ${it.filings} filings in one instant: ${it.refused} refused, ${it.lost} lost; acknowledged in ${times(it.acknowledged)} ms (p50 / p99); ` +
  `every task in its inbox after ${number(it.drained)} s (${number((it.filings - it.refused) / it.drained, 0)} a second).`

/** Clerks at one queue, in words. */
export const raceLine = (it: Race) =>
  `Claiming: ${it.clerks} clerks at one queue of ${it.tasks} tasks: ${number(it.tasks / it.seconds, 0)} claimed a second, each in ${times(it.won)} ms (p50 / p99); ` +
  `${it.beaten} came second and were told; ${it.wrong} tasks claimed twice or lost.`

/** A full inbox, in words. */
export const lookupLine = (it: Lookup) =>
  `Inbox: the newest 20 of ${it.open} open tasks: ${times(it.query)} ms in Postgres, ${times(it.answer)} ms as the whole answer with counts (p50 / p99).`

/** Ours beside the bare workflow of this very run, and beside the rivals' figures. */
export function ratios(cells: readonly Cell[], people: readonly number[]): string {
  const find = (journey: string, at: number) => cells.find(cell => cell.journey === journey && cell.people === at)
  const beside = (journey: string, ours: string) =>
    people.map(at => {
      const [mine, bare] = [find(ours, at), find(`${journey}, bare`, at)]
      return [
        `${journey} / bare Temporal in this run`,
        String(at),
        number(perSecond(mine) / perSecond(bare), 2),
        number(total(mine) / total(bare), 2),
        number((mine?.weight.workflowTasks ?? Number.NaN) / (bare?.weight.workflowTasks ?? Number.NaN), 2),
        number((mine?.weight.events ?? Number.NaN) / (bare?.weight.events ?? Number.NaN), 2),
        '–',
      ]
    })
  const measuredAt = [1, 8, 32]
  const others = rivals.flatMap(rival =>
    people
      .filter(at => measuredAt.includes(at))
      .map(at => {
        const column = measuredAt.indexOf(at)
        const [next, told] = [find('decision, next view', at), find('decision, acknowledged', at)]
        const filed = told?.run.steps['filed']
        return [
          `decision / ${rival.name}`,
          String(at),
          number(perSecond(next) / (rival.perSecond[column] ?? Number.NaN), 2),
          at === 8 ? number(total(next) / rival.cpu, 2) : '–',
          '–',
          '–',
          filed ? number(percentile(filed, 0.5) / (rival.acknowledged[column] ?? Number.NaN), 2) : '–',
        ]
      }),
  )
  return table(
    ['ratio', 'at once', 'cases/s', 'CPU a case', 'workflow tasks', 'events', 'acknowledged p50'],
    [...beside('decision', 'decision, next view'), ...beside('payment', 'payment'), ...others],
  )
}
