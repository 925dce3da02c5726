import type { Text } from '../../../city/schema.ts'
import { dayOf, isDay } from '../../../forms/day.ts'

/** What is wrong with a value, for people. */
export class Wrong extends Error {
  readonly reason: Text
  constructor(cs: string, en: string) {
    super(en)
    this.reason = { cs, en }
  }
}

/** Haléře of an amount in crowns: `1234,50`, `1 234.5`, `780`. Throws Wrong. */
export function haleru(text: string): number {
  const match = /^(\d{1,3}(?:[ \u00a0]?\d{3}){0,3}|\d{1,12})(?:[.,](\d{1,2}))?$/.exec(text)
  if (!match) throw new Wrong(`„${text}“ není částka v korunách`, `“${text}” is not an amount in crowns`)
  return Number((match[1] ?? '').replace(/[ \u00a0]/g, '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

/** A day as `2026-04-15` or `15. 4. 2026`. Throws Wrong. */
export function dayIn(text: string): string {
  const czech = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text)
  const day = czech ? dayOf(Number(czech[3]), Number(czech[2]), Number(czech[1])) : text
  if (day !== undefined && isDay(day)) return day
  throw new Wrong(`„${text}“ není den`, `“${text}” is not a day`)
}

/** A whole number of a range. Throws Wrong. */
export function whole(text: string, least: number, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN
  if (value >= least && value <= most) return value
  throw new Wrong(
    `„${text}“ není celé číslo od ${least} do ${most}`,
    `“${text}” is not a whole number from ${least} to ${most}`,
  )
}

/** One of some words. Throws Wrong. */
export function among<const T extends string>(text: string, words: readonly T[]): T {
  const word = words.find(one => one === text)
  if (word !== undefined) return word
  throw new Wrong(`„${text}“ není nic z: ${words.join(', ')}`, `“${text}” is none of: ${words.join(', ')}`)
}

/** A text of a form given by a pattern. Throws Wrong. */
export function like(text: string, pattern: RegExp, cs: string, en: string): string {
  if (pattern.test(text)) return text
  throw new Wrong(`„${text}“ není ${cs}`, `“${text}” is not ${en}`)
}
