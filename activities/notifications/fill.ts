import { dayText, instantText, money, typeset, type Language } from '../../city/typeset.ts'

/**
 * Puts values into an agenda's text: `{name}` as it is, `{amount:money}` haléře as Kč, `{due:day}` a day, `{until:instant}` an ISO instant in Prague.
 * A value that is missing shows as an empty place, never as `undefined`.
 */
export function fill(text: string, values: Readonly<Record<string, unknown>>, language: Language): string {
  const filled = text.replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, format: string | undefined) => {
    const value = values[name]
    if (typeof value !== 'string' && typeof value !== 'number') return ''
    if (format === 'money') return money(Number(value), language)
    if (format === 'day') return dayText(String(value), language)
    if (format === 'instant') return instantText(String(value), language)
    return String(value)
  })
  return typeset(filled, language)
}
