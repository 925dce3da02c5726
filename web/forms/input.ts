import type { InputHTMLAttributes } from 'react'
import type { Schema } from '../../forms/schema.ts'

/** How a field of text behaves: which keyboard a phone shows, how wide it is, what stands after it. */
export interface Manner {
  input: Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'inputMode' | 'autoCapitalize' | 'spellCheck'>
  /** The width says how long an answer is expected. */
  width: 'short' | 'medium' | 'full'
  unit?: 'crowns'
}

const exact = { autoCapitalize: 'none', spellCheck: false } as const
const digits = { ...exact, inputMode: 'numeric' } as const
const capitals = { autoCapitalize: 'characters', spellCheck: false } as const

/** By format. A day has no number keyboard: on some phones it lacks the dot. */
const manners: Record<string, Manner> = {
  date: { input: exact, width: 'short' },
  email: { input: { ...exact, inputMode: 'email' }, width: 'full' },
  phone: { input: { type: 'tel' }, width: 'medium' },
  postcode: { input: digits, width: 'short' },
  'company-id': { input: digits, width: 'short' },
  'birth-number': { input: exact, width: 'short' },
  'variable-symbol': { input: digits, width: 'short' },
  'tax-id': { input: capitals, width: 'short' },
  'data-box-id': { input: exact, width: 'short' },
  'czech-account': { input: exact, width: 'medium' },
  iban: { input: capitals, width: 'medium' },
  'bank-account': { input: capitals, width: 'medium' },
  plate: { input: capitals, width: 'short' },
}

/** How a field of text behaves, from the schema of its value. */
export function mannerOf(schema: Schema): Manner {
  if (schema['x-input'] === 'money')
    return { input: { ...exact, inputMode: 'decimal' }, width: 'short', unit: 'crowns' }
  if (schema.type === 'number') return { input: { ...exact, inputMode: 'decimal' }, width: 'short' }
  if (schema.type === 'integer') {
    // A keyboard of digits has no minus on some phones.
    const negative = typeof schema['minimum'] === 'number' && schema['minimum'] < 0
    return { input: negative ? exact : digits, width: 'short' }
  }
  const { format } = schema
  const known = format !== undefined && Object.hasOwn(manners, format) ? manners[format] : undefined
  if (known) return known
  // What has a pattern is a number of some kind.
  if (schema['pattern'] !== undefined) return { input: exact, width: 'short' }
  const longest = schema['maxLength']
  return { input: {}, width: typeof longest === 'number' && longest <= 50 ? 'medium' : 'full' }
}
