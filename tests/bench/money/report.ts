import { table } from '../report.ts'
import type { Figure } from './figure.ts'

const seconds = (ms: number) => (ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(1)} s`)

/** What each thing with the city's money took, beside the bare least of the same run. */
export const figuresTable = (figures: readonly Figure[]): string =>
  table(
    ['money', 'rows', 'took', 'rows/s', 'bare', 'took', 'ratio', 'note'],
    figures.map(({ what, rows, ms, bare, note }) => [
      ...[what, String(rows), seconds(ms), ((rows / ms) * 1000).toFixed(0)],
      ...(bare ? [bare.what, seconds(bare.ms), (ms / bare.ms).toFixed(1)] : ['–', '–', '–']),
      note ?? '',
    ]),
  )
