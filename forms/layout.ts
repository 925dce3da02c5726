import type { Language, Words } from './language.ts'
import { scopeOf } from './pointer.ts'
import type { Schema } from './schema.ts'

/** A layout of JSON Forms (UI schema) whose labels are in both languages; `localise` makes the plain one. */
export type Layout = Control | Container | Note

/** The control of one field. */
export interface Control {
  type: 'Control'
  scope: string
  label?: Words | string
  /** `detail` = the layout of an item of a list, with scopes from the item. */
  options?: Record<string, unknown> & { detail?: Layout }
  rule?: ShowRule
}

export interface Container {
  type: 'VerticalLayout' | 'HorizontalLayout' | 'Group' | 'Categorization' | 'Category'
  label?: Words | string
  elements: Layout[]
  options?: Record<string, unknown>
  rule?: ShowRule
}

/** A sentence between the fields. */
export interface Note {
  type: 'Label'
  text: Words | string
  options?: Record<string, unknown>
  rule?: ShowRule
}

/** Shows or hides an element. What is hidden is not asked: absent from data, from rules and from validation. */
export interface ShowRule {
  effect: 'SHOW' | 'HIDE'
  condition: Condition
}

export type Condition =
  | { scope: string; schema: Schema; failWhenUndefined?: boolean }
  | { type: 'LEAF'; scope: string; expectedValue: unknown }
  | { type: 'AND' | 'OR'; conditions: Condition[] }

/** The control of a field, named as in the data: `control('surname')`, `control('address/street')`; or by its scope, `#/properties/surname`. */
export function control(field: string, options?: Record<string, unknown>): Control {
  return { type: 'Control', scope: scopeFor(field), ...(options && { options }) }
}

/** Fields that belong together, under a heading. */
export function group(label: Words, ...elements: (Layout | string)[]): Container {
  return { type: 'Group', label, elements: elements.map(asElement) }
}

/** Fields side by side. */
export function row(...elements: (Layout | string)[]): Container {
  return { type: 'HorizontalLayout', elements: elements.map(asElement) }
}

/** Fields one under another, without a heading. */
export function column(...elements: (Layout | string)[]): Container {
  return { type: 'VerticalLayout', elements: elements.map(asElement) }
}

/** One page of a form that has several; give the pages to `pages`. */
export function page(label: Words, ...elements: (Layout | string)[]): Container {
  return { type: 'Category', label, elements: elements.map(asElement) }
}

/** A form of several pages, filled one after another. */
export function pages(...elements: Container[]): Container {
  return { type: 'Categorization', elements, options: { variant: 'stepper' } }
}

/** A sentence of explanation between the fields. */
export function note(text: Words): Note {
  return { type: 'Label', text }
}

/** Shows the elements only when the field has the value, or one of the values. The fields in them must be made with `when`, or be optional. */
export function showWhen(field: string, is: Value | Value[], ...elements: (Layout | string)[]): Layout {
  return { ...alone(elements), rule: { effect: 'SHOW', condition: equals(field, is) } }
}

/** Hides the elements when the field has the value, or one of the values. */
export function hideWhen(field: string, is: Value | Value[], ...elements: (Layout | string)[]): Layout {
  return { ...alone(elements), rule: { effect: 'HIDE', condition: equals(field, is) } }
}

export type Value = string | number | boolean

/** The schema of a value that equals the one given, or one of them. */
export function valueSchema(is: Value | Value[]): Schema {
  return Array.isArray(is) ? { enum: is } : { const: is }
}

const equals = (field: string, is: Value | Value[]): Condition => ({ scope: scopeFor(field), schema: valueSchema(is) })
const scopeFor = (field: string) =>
  field.startsWith('#') ? field : scopeOf(field.startsWith('/') ? field : `/${field}`)
const asElement = (element: Layout | string): Layout => (typeof element === 'string' ? control(element) : element)

function alone(elements: (Layout | string)[]): Layout {
  const [first, ...more] = elements.map(asElement)
  return first && more.length === 0 && !first.rule ? first : column(...elements)
}

/** The label in one language; a label that is a string already stays as it is. */
export const labelIn = (label: Words | string, lang: Language): string =>
  typeof label === 'string' ? label : label[lang]
