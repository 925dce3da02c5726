import { written, czechAccount } from './bank.ts'
import { dayOf } from './day.ts'
import type { Definition } from './definition.ts'
import type { Schema } from './schema.ts'

/**
 * The data as the judge wants them, from the data as people type them. Nothing is guessed: what is not understood stays
 * as it came, and the judge refuses it by its own words.
 * - Text: Unicode NFC, no spaces around, no control characters; one space between words where the field has one line.
 * - An empty text is no answer, and so is an object without a single one; an object that must be there stays, empty.
 * - `format` and `x-input` tell the rest: see `hands`.
 * Properties the form does not know stay untouched, so that the judge sees them.
 */
export function normalise(form: Definition, data: unknown): unknown {
  return tidy(form.schema, data) ?? data
}

function tidy(schema: Schema, value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return text(schema, value)
  if (value === null || typeof value !== 'object' || depth > 64) return value
  if (Array.isArray(value)) {
    const { items } = schema
    return items ? value.map(item => tidy(items, item, depth + 1) ?? item) : value
  }
  return schema.properties ? tidyObject(schema, schema.properties, value, depth) : value
}

function tidyObject(schema: Schema, fields: Record<string, Schema>, value: object, depth: number): object {
  const missing = Object.keys(fields).filter(key => needsObject(schema, key) && !Object.hasOwn(value, key))
  const entries = [...Object.entries(value), ...missing.map(key => [key, {}] as const)].map(([key, inner]) => {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined
    if (!field) return [key, inner] as const
    const clean = tidy(field, inner, depth + 1)
    return [key, isBlank(clean) && !needsObject(schema, key) ? undefined : clean] as const
  })
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined))
}

/** A required object is there even before anything is written into it, so that each of its fields can be asked for. */
const needsObject = (schema: Schema, key: string) =>
  schema.properties?.[key]?.type === 'object' && (schema.required ?? []).includes(key)
const isBlank = (value: unknown) =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0

function text(schema: Schema, raw: string): unknown {
  const clean = raw.normalize('NFC').replace(/\r\n?/g, '\n').replace(control, '')
  const line = (schema['x-input'] === 'lines' ? clean : clean.replace(/\s+/gu, ' ')).trim()
  if (line === '') return undefined
  if (schema.type === 'integer' && schema['x-input'] === 'money') return hellers(line) ?? line
  if (schema.type === 'integer' || schema.type === 'number') return numberOf(line) ?? line
  const hand = Object.hasOwn(hands, schema.format ?? '') ? hands[schema.format ?? ''] : undefined
  return hand ? hand(line) : line
}

/** Control characters (but the tab and the new line) and halves of characters: nobody types them, and a database refuses them. */
const control = /(?![\t\n])\p{Cc}|\p{Cs}/gu

/** Crowns as people write them, `1 234,50 Kč` or `780.5`, in hellers; undefined if that is no amount. */
export function hellers(text: string): number | undefined {
  const match = /^(-?)(\d{1,3}(?:\s?\d{3})*|\d+)(?:[,.](\d{1,2}|-{1,2}))?(?:\s?(?:Kč|CZK))?$/iu.exec(text.trim())
  if (!match) return undefined
  const whole = Number((match[2] ?? '').replace(/\s/gu, ''))
  const amount = whole * 100 + (Number((match[3] ?? '').replaceAll('-', '').padEnd(2, '0')) || 0)
  return Number.isSafeInteger(amount) ? (match[1] ? -amount : amount) : undefined
}

/** A number with a decimal comma or dot and spaces between thousands; undefined if that is no number. */
export function numberOf(text: string): number | undefined {
  const bare = text.replace(/(\d)\s(?=\d{3}(?!\d))/gu, '$1')
  return /^[-+]?\d{1,15}(?:[,.]\d{1,10})?$/.test(bare) ? Number(bare.replace(',', '.')) : undefined
}

/** `5. 3. 1985`, `5.3.1985` or ISO, as `YYYY-MM-DD`; undefined if that is no day of the calendar. */
export function isoDay(text: string): string | undefined {
  const czech = /^(\d{1,2})\s?\.\s?(\d{1,2})\s?\.\s?(\d{4})$/.exec(text)
  if (czech) return dayOf(Number(czech[3]), Number(czech[2]), Number(czech[1]))
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  return iso ? dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3])) : undefined
}

/** A telephone in the form of E.164; nine digits are Czech, `00` stands for `+`. */
export function e164(text: string): string {
  const bare = text.replace(/[\s()./-]/gu, '').replace(/^00/, '+')
  return /^[1-9]\d{8}$/.test(bare) ? `+420${bare}` : bare
}

const packed = (text: string) => text.replace(/\s/gu, '')
const account = (text: string) => {
  const bare = packed(text)
  const parts = czechAccount(bare)
  return parts ? written(parts) : bare
}

/** How each format is put right: spaces, slashes, capitals. */
const hands: Record<string, (text: string) => string> = {
  'birth-number': text => packed(text).replace(/^(\d{6})\/(\d{3,4})$/, '$1$2'),
  // Zeros at the front are lost in spreadsheets; fewer than four digits are rather a mistake than a number.
  'company-id': text => packed(text).replace(/^\d{4,7}$/, digits => digits.padStart(8, '0')),
  'tax-id': text => packed(text).toUpperCase(),
  'czech-account': account,
  iban: text => packed(text).toUpperCase(),
  'bank-account': text => (/^\s*[a-z]{2}/i.test(text) ? packed(text).toUpperCase() : account(text)),
  'data-box-id': text => packed(text).toLowerCase(),
  'variable-symbol': packed,
  postcode: packed,
  phone: e164,
  email: text => text,
  date: text => isoDay(text) ?? text,
  plate: text => text.replace(/[\s-]/gu, '').toUpperCase(),
  country: text => text.toUpperCase(),
  uuid: text => text.toLowerCase(),
}
