import {
  Array as ListOf,
  Boolean as YesOrNo,
  Integer,
  Literal,
  Number as Decimal,
  Optional,
  String as Text,
  type TSchema,
  Unsafe,
} from 'typebox'
import type { Words } from '../language.ts'
import { about, type Ask } from './about.ts'

/** One line of text. */
export function text(title: Words, { max = 200, pattern, ...ask }: Ask & { max?: number; pattern?: string } = {}) {
  return Text({ minLength: 1, maxLength: max, ...(pattern && { pattern }), ...about(title, ask) })
}

/** Text of several lines. */
export function longText(title: Words, { max = 2000, ...ask }: Ask & { max?: number } = {}) {
  return Text({ minLength: 1, maxLength: max, 'x-input': 'lines', ...about(title, ask, { multi: true }) })
}

/** A question that must be answered, yes or no. */
export function yes(title: Words, ask: Ask = {}) {
  return YesOrNo(about(title, ask, { format: 'radio' }))
}

/** A box that may be ticked; left alone it means no. */
export function tick(title: Words, ask: Ask = {}) {
  return Optional(YesOrNo(about(title, ask)))
}

/** A declaration that must be ticked; never ticked beforehand. */
export function consent(title: Words, ask: Ask = {}) {
  const needed = {
    cs: 'Bez tohoto prohlášení nelze formulář odeslat. Zaškrtněte ho prosím.',
    en: 'The form cannot be sent without this declaration. Please tick it.',
  }
  return Literal(true, about(title, { ...ask, messages: { required: needed, const: needed, ...ask.messages } }))
}

/** One of several answers, each with its words: few are offered as radio buttons, more than five as a list to choose from. */
export function oneOf<const C extends Record<string, Words>>(title: Words, choices: C, ask: Ask = {}) {
  const few = Object.keys(choices).length <= 5
  return Unsafe<keyof C & string>({
    type: 'string',
    oneOf: choicesOf(choices),
    ...about(title, ask, few ? { format: 'radio' } : {}),
  })
}

/** Any number of several answers, `min` at least. */
export function someOf<const C extends Record<string, Words>>(
  title: Words,
  choices: C,
  { min = 1, ...ask }: Ask & { min?: number } = {},
) {
  const answer = Unsafe<keyof C & string>({ type: 'string', oneOf: choicesOf(choices) })
  return ListOf(answer, {
    minItems: min,
    maxItems: Object.keys(choices).length,
    uniqueItems: true,
    ...about(title, ask, { format: 'checkboxes' }),
  })
}

const choicesOf = (choices: Record<string, Words>) =>
  Object.entries(choices).map(([value, words]) => ({ const: value, 'x-title': words }))

/**
 * A day of the calendar, `YYYY-MM-DD`; `notFuture` and `notPast` compare it with today in Prague, `ageAtLeast` says how old who was born
 * then must be; a new form may suggest today.
 */
export function day(
  title: Words,
  {
    notFuture,
    notPast,
    ageAtLeast,
    suggest,
    ...ask
  }: Ask & { notFuture?: boolean; notPast?: boolean; ageAtLeast?: number; suggest?: 'today' } = {},
) {
  const rules = [
    ...(notFuture ? [{ rule: 'notFuture', path: '' }] : []),
    ...(notPast ? [{ rule: 'notPast', path: '' }] : []),
    ...(ageAtLeast === undefined ? [] : [{ rule: 'ageAtLeast', path: '', years: ageAtLeast }]),
  ]
  return Text({
    format: 'date',
    ...about(title, ask),
    ...(suggest && { 'x-suggest': suggest }),
    ...(rules.length > 0 && { 'x-rules': rules }),
  })
}

/** An amount in hellers of CZK, an integer; people write it in crowns. Bounds in hellers too. */
export function money(
  title: Words,
  { min = 1, max = 999_999_999_99, ...ask }: Ask & { min?: number; max?: number } = {},
) {
  return Integer({ minimum: min, maximum: max, 'x-input': 'money', ...about(title, ask, { format: 'money' }) })
}

/** A whole number: pieces, persons, days. */
export function count(title: Words, { min = 0, max = 1_000_000, ...ask }: Ask & { min?: number; max?: number } = {}) {
  return Integer({ minimum: min, maximum: max, ...about(title, ask) })
}

/** A number that may have decimals: an area, a length. */
export function number(title: Words, { min = 0, max = 1_000_000, ...ask }: Ask & { min?: number; max?: number } = {}) {
  return Decimal({ minimum: min, maximum: max, ...about(title, ask) })
}

/** A list of like things, each filled on its own; `item` is mostly a `section`. */
export function list<F extends TSchema>(
  title: Words,
  item: F,
  { min = 1, max = 20, ...ask }: Ask & { min?: number; max?: number } = {},
) {
  return ListOf(item, { minItems: min, maxItems: max, ...about(title, ask) })
}
