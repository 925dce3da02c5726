import { isDay } from '../../forms/day.ts'
import { crowns, dayIn, type Language } from '../../forms/language.ts'
import type { Schema } from '../../forms/schema.ts'
import { filesOf } from '../attachments.ts'
import { amountText, fileSize, iban, phone } from '../format.ts'
import { formWords } from '../words/forms.ts'
import { say } from '../words/words.ts'
import { countryName } from './countries.ts'

/**
 * A value as it stands in its control while nobody is typing there: a day as `5. 3. 1985`, hellers as crowns with a
 * decimal comma, numbers of registers with their usual spaces. What was not understood stays as it was typed.
 */
export function typedText(schema: Schema, value: unknown, lang: Language): string {
  if (typeof value === 'number') return schema['x-input'] === 'money' ? amountText(value, lang) : decimal(value, lang)
  if (typeof value !== 'string') return ''
  return schema.format === 'date' && isDay(value) ? dayIn(value, 'cs') : spaced(schema.format, value)
}

/** A value as it is read afterwards; undefined for what says nothing to people: ids, objects, what is not there. */
export function readText(schema: Schema, value: unknown, lang: Language): string | undefined {
  if (typeof value === 'boolean') return say(formWords, lang, value ? 'yes' : 'no')
  if (Array.isArray(value)) return readList(schema, value, lang)
  const choice = schema.oneOf?.find(one => one.const === value)
  if (choice) return choice['x-title']?.[lang] ?? String(value)
  if (typeof value === 'number') return schema['x-input'] === 'money' ? crowns(value, lang) : decimal(value, lang)
  if (typeof value !== 'string' || schema.format === 'uuid') return undefined
  if (schema.format === 'date' && isDay(value)) return dayIn(value, lang)
  return schema.format === 'country' ? countryName(value, lang) : spaced(schema.format, value)
}

function readList(schema: Schema, list: unknown[], lang: Language): string | undefined {
  if (schema['x-check'] === 'payable-items' || schema['x-check'] === 'open-debts') {
    const total = list.reduce<number>((sum, item) => sum + numberIn(item, 'amount'), 0)
    return say(formWords, lang, 'paymentsSum', { n: list.length, sum: crowns(total, lang) })
  }
  const { items } = schema
  const texts =
    schema['x-check'] === 'files'
      ? filesOf(list).map(({ name, size }) => `${name} (${fileSize(size, lang)})`)
      : list.map(item => items && readText(items, item, lang))
  // Chosen answers are sentences more often than words: each has a line of its own.
  return texts.filter(text => text !== undefined).join(items?.oneOf ? '\n' : ', ') || undefined
}

function numberIn(item: unknown, key: string): number {
  const value: unknown =
    typeof item === 'object' && item !== null ? Object.getOwnPropertyDescriptor(item, key)?.value : 0
  return typeof value === 'number' ? value : 0
}

const decimal = (value: number, lang: Language): string =>
  lang === 'cs' ? String(value).replace('.', ',') : String(value)

/** Numbers of registers as people write them, with what helps the eye. */
function spaced(format: string | undefined, value: string): string {
  switch (format) {
    case 'phone':
      return phone(value)
    case 'postcode':
      return value.replace(/^(\d{3})(\d{2})$/, '$1\u00a0$2')
    case 'birth-number':
      return value.replace(/^(\d{6})(\d{3,4})$/, '$1/$2')
    case 'iban':
    case 'bank-account':
      return /^[A-Z]{2}\d{2}/.test(value) ? iban(value) : value
    default:
      return value
  }
}
