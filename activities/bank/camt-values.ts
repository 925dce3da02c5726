import type { Day } from '../../city/calendar.ts'
import { isDay, today } from '../../forms/day.ts'
import { broken } from './statement.ts'
import type { Element } from './xml.ts'

/** The elements of a name directly inside. */
export const all = (element: Element, name: string) => element.children.filter(child => child.name === name)

/** The element at the end of a path, if there is one; twice the same on the way is a fault. */
export function find(element: Element, ...path: string[]): Element | undefined {
  return path.reduce<Element | undefined>((at, name) => at && single(at, name), element)
}

function single(element: Element, name: string): Element | undefined {
  const [only, again] = all(element, name)
  if (again) broken(again.line, name, 'prvek je tu dvakrát', 'the element is there twice')
  return only
}

/** The element directly inside, which must be there. */
export const need = (element: Element, name: string): Element =>
  find(element, name) ?? broken(element.line, `${element.name}/${name}`, 'prvek chybí', 'the element is missing')

/** The text of an element directly inside, if it is there and not empty. */
export const value = (element: Element, name: string): string | undefined =>
  find(element, name)?.text.trim() || undefined

/** Haléře by the sign that the element's own CdtDbtInd gives. */
export function signedAmount(element: Element): number {
  const direction = need(element, 'CdtDbtInd')
  const way = direction.text.trim()
  if (way !== 'CRDT' && way !== 'DBIT')
    broken(direction.line, 'CdtDbtInd', `„${way}“ není CRDT ani DBIT`, `“${way}” is neither CRDT nor DBIT`)
  const amount = haleru(need(element, 'Amt'))
  return way === 'CRDT' ? amount : 0 - amount
}

/** The amount of an element in haléře, exactly; with a currency it must be CZK. */
export function haleru(element: Element): number {
  const currency = element.attributes['Ccy']
  if (element.name === 'Amt') onlyCzk(element, currency ?? '')
  const match = /^(\d{1,13})(?:\.(\d{1,2})0*)?$/.exec(element.text.trim())
  if (!match)
    broken(
      element.line,
      element.name,
      `„${element.text.trim()}“ není částka`,
      `“${element.text.trim()}” is not an amount`,
    )
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

/** The city keeps accounts in CZK. */
export function onlyCzk({ line, name }: Element, currency: string): void {
  if (currency !== 'CZK') broken(line, name, `měna „${currency}“ místo CZK`, `currency “${currency}” instead of CZK`)
}

/** The day of a date or of an instant in Prague, in the element itself or in its Dt or DtTm. */
export function dayIn(element: Element): Day {
  const text = (find(element, 'Dt') ?? find(element, 'DtTm') ?? element).text.trim()
  const instant = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text) ? new Date(text) : undefined
  const day =
    instant && !Number.isNaN(instant.getTime()) ? today(instant) : text.replace(/(T[\d:.]+|Z|[+-]\d\d:\d\d)$/, '')
  return isDay(day) ? day : broken(element.line, element.name, `„${text}“ není den`, `“${text}” is not a day`)
}
