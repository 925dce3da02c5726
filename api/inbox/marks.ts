import { isDay } from '../../forms/day.ts'
import type { Mark } from './page.ts'

/** A place in a view as a page carries it. */
export const markOf = ({ key, id }: Mark): string => `${key}|${id}`

// a day, or an instant as Postgres writes it
const form = /^(\d{4}-\d\d-\d\d)( ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-](0\d|1[0-4])(:[0-5]\d)?)?\|(.+)$/

/** Reads it back; one that was tampered with begins at the top. */
export function parseMark(text = ''): Mark | undefined {
  const match = form.exec(text)
  const [day, id] = [match?.[1], match?.[7]]
  if (day === undefined || id === undefined || !isDay(day)) return undefined
  return { key: text.slice(0, -id.length - 1), id }
}
