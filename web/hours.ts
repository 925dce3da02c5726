import { dayOf } from './format.ts'

/** One opening span of a week: `day` 1 Monday … 7 Sunday, times „08:00“. */
export interface Span {
  day: number
  from: string
  to: string
}
export type OpenNow =
  { how: 'open'; until: string } | { how: 'opens'; from: string; until: string } | { how: 'over' | 'closed' }

/** Whether an office is open at an instant, by its usual week in Prague. */
export const openAt = (week: readonly Span[], at: Date): OpenNow => {
  const weekday = new Date(`${dayOf(at)}T12:00:00Z`).getUTCDay() || 7
  const clock = at.toLocaleTimeString('sv-SE', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Prague' })
  const spans = week.filter(span => (span.day || 7) === weekday).toSorted((a, b) => a.from.localeCompare(b.from))
  const now = spans.find(span => span.from <= clock && clock < span.to)
  if (now) return { how: 'open', until: now.to }
  const next = spans.find(span => span.from > clock)
  if (next) return { how: 'opens', from: next.from, until: next.to }
  return { how: spans.length ? 'over' : 'closed' }
}

/** „08:00“ as it is read: „8.00“ in Czech, “8:00” in English. */
export const clock = (time: string, l: 'cs' | 'en'): string => {
  const bare = time.replace(/^0/, '')
  return l === 'cs' ? bare.replace(':', '.') : bare
}

/** The week as lines: each open day once, its spans joined. */
export const weekLines = (week: readonly Span[], l: 'cs' | 'en'): { day: 1 | 2 | 3 | 4 | 5 | 6 | 7; spans: string }[] =>
  ([1, 2, 3, 4, 5, 6, 7] as const).flatMap(day => {
    const spans = week.filter(span => (span.day || 7) === day).toSorted((a, b) => a.from.localeCompare(b.from))
    return spans.length
      ? [{ day, spans: spans.map(span => `${clock(span.from, l)}–${clock(span.to, l)}`).join(', ') }]
      : []
  })
