import { birthday, daysBetween, isDay, today } from './day.ts'
import type { Problem } from './definition.ts'
import { birthNumber } from './identity.ts'
import { under, valueAt } from './pointer.ts'
import type { CrossRule, Schema } from './schema.ts'

/** The problems of all `x-rules` of a schema, wherever they stand in it. What is missing or of a wrong kind is not theirs to judge. */
export function crossProblems(schema: Schema, data: unknown, path = ''): Problem[] {
  const own = (schema['x-rules'] ?? []).flatMap(rule => judge(rule, data, path))
  const inFields = Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const value = valueAt(data, under('', key))
    return value === undefined ? [] : crossProblems(field, value, under(path, key))
  })
  const { items } = schema
  const inItems =
    items && Array.isArray(data) ? data.flatMap((item, at) => crossProblems(items, item, under(path, at))) : []
  return [...own, ...inFields, ...inItems]
}

function judge(rule: CrossRule, data: unknown, base: string): Problem[] {
  const at = base + rule.path
  const broken = (params: Record<string, unknown> = {}): Problem[] => [{ path: at, rule: rule.rule, params }]
  const day = dayAt(data, rule.path)
  switch (rule.rule) {
    case 'notBefore': {
      const other = dayAt(data, rule.other)
      return day && other && day < other ? broken({ other: base + rule.other, limit: other }) : []
    }
    case 'notFuture':
      return day && day > today() ? broken({ limit: today() }) : []
    case 'notPast':
      return day && day < today() ? broken({ limit: today() }) : []
    case 'ageAtLeast':
      return day && birthday(day, rule.years) > today() ? broken({ limit: rule.years }) : []
    case 'daysAtMost': {
      const other = dayAt(data, rule.other)
      return day && other && daysBetween(other, day) > rule.days
        ? broken({ other: base + rule.other, limit: rule.days })
        : []
    }
    case 'sumAtMost': {
      const limit = typeof rule.limit === 'number' ? rule.limit : valueAt(data, rule.limit)
      const sum = sumOf(listAt(data, rule.path), rule.key)
      return typeof limit === 'number' && sum > limit ? broken({ limit, sum, ...(rule.key && { key: rule.key }) }) : []
    }
    case 'unique':
      return doubles(listAt(data, rule.path), rule.key).map(index => ({
        path: under(at, index),
        rule: 'unique',
        params: { key: rule.key },
      }))
    case 'oneOfFilled': {
      const filled = rule.paths.some(path => !isEmpty(valueAt(data, path)))
      return filled ? [] : broken({ others: rule.paths.map(path => base + path) })
    }
    case 'bornOn': {
      const number = valueAt(data, rule.path)
      const other = dayAt(data, rule.other)
      const bearer = typeof number === 'string' ? birthNumber(number) : undefined
      return bearer && other && bearer.birthDate !== other ? broken({ other: base + rule.other }) : []
    }
  }
}

function dayAt(data: unknown, path: string): string | undefined {
  const value = valueAt(data, path)
  return typeof value === 'string' && isDay(value) ? value : undefined
}

function listAt(data: unknown, path: string): unknown[] {
  const value = valueAt(data, path)
  return Array.isArray(value) ? value : []
}

function sumOf(list: unknown[], key: string | undefined): number {
  const numbers = list.map(item => (key === undefined ? item : valueAt(item, under('', key))))
  return numbers.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0)
}

/** Indexes of the items that repeat the key of an earlier one. */
function doubles(list: unknown[], key: string): number[] {
  const seen = new Set<unknown>()
  return list.flatMap((item, at) => {
    const value = valueAt(item, under('', key))
    const repeated = value !== undefined && seen.has(value)
    seen.add(value)
    return repeated ? [at] : []
  })
}

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
