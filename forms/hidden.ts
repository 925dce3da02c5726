import { check } from './check.ts'
import type { Definition } from './definition.ts'
import type { Condition, Control, Layout, ShowRule } from './layout.ts'
import { parentOf, pointerOf, under, valueAt } from './pointer.ts'
import { fieldAt, type Schema } from './schema.ts'

/**
 * Hidden fields are not asked, so they do not exist: they are absent from data, from rules and from validation.
 * - A field is visible when one of its controls is, with all the containers around it; a field without a control is visible.
 * - A hidden field has no value for the conditions of others, whatever was typed into it before: hiding carries on.
 * - An object is hidden when all its fields are.
 * - The items of a list are judged one by one, by the layout of an item.
 */
export function visible(form: Definition, data: unknown): (path: string) => boolean {
  const hidden = hiddenIn(form, data)
  return path => {
    for (let at = path; at !== ''; at = parentOf(at)) if (hidden.has(at)) return false
    return true
  }
}

/** The data without the hidden fields; the same object when nothing is hidden. */
export function strip(form: Definition, data: unknown): unknown {
  const hidden = hiddenIn(form, data)
  return hidden.size === 0 ? data : without(data, hidden, '')
}

function without(data: unknown, hidden: Set<string>, path: string): unknown {
  if (Array.isArray(data)) return data.map((item, at) => without(item, hidden, under(path, at)))
  if (data === null || typeof data !== 'object') return data
  const kept = Object.entries(data).filter(([key]) => !hidden.has(under(path, key)))
  return Object.fromEntries(kept.map(([key, value]) => [key, without(value, hidden, under(path, key))]))
}

/** Pointers of all hidden fields. */
function hiddenIn({ schema, layout }: Definition, data: unknown): Set<string> {
  const controls = controlsOf(layout)
  const shown = watch(schema, controls, data)
  const hidden = new Set(fieldsOf(schema).filter(path => !shown(path)))
  for (const { control } of controls) {
    const path = pointerOf(control.scope)
    const list = valueAt(data, path)
    const items = fieldAt(schema, path)?.items
    const detail = control.options?.detail
    if (!items || !detail || !Array.isArray(list) || hidden.has(path)) continue
    for (const [at, item] of list.entries()) {
      for (const inner of hiddenIn({ schema: items, layout: detail }, item)) hidden.add(under(path, at) + inner)
    }
  }
  return hidden
}

/** A control with all the rules that it and the containers around it carry: all must hold for it to be seen. */
interface Seen {
  control: Control
  rules: ShowRule[]
}

export function controlsOf(layout: Layout | undefined, around: ShowRule[] = []): Seen[] {
  if (!layout || layout.type === 'Label') return []
  const rules = layout.rule ? [...around, layout.rule] : around
  if (layout.type === 'Control') return [{ control: layout, rules }]
  return layout.elements.flatMap(element => controlsOf(element, rules))
}

/** Tells of each field whether it is shown. A circle of rules ends where it began: the field asked about first counts as shown. */
function watch(schema: Schema, controls: Seen[], data: unknown): (path: string) => boolean {
  const known = new Map<string, boolean>()
  const read = (scope: string): unknown => (shown(pointerOf(scope)) ? valueAt(data, pointerOf(scope)) : undefined)
  const seen = ({ rules }: Seen) => rules.every(rule => holds(rule.condition, read) === (rule.effect === 'SHOW'))

  const shown = (path: string): boolean => {
    if (path === '') return true
    const answer = known.get(path)
    if (answer !== undefined) return answer
    known.set(path, true)
    const found = shown(parentOf(path)) && judged(path)
    known.set(path, found)
    return found
  }
  const judged = (path: string): boolean => {
    const own = controls.filter(({ control }) => pointerOf(control.scope) === path)
    if (own.length > 0) return own.some(seen)
    const inside = Object.keys(fieldAt(schema, path)?.properties ?? {}).map(key => under(path, key))
    const asked = inside.filter(inner =>
      controls.some(({ control }) => `${pointerOf(control.scope)}/`.startsWith(`${inner}/`)),
    )
    return asked.length === 0 || asked.some(judged)
  }
  return shown
}

/** Whether a condition holds, as JSON Forms understands it: a value that is not there counts as null. */
export function holds(condition: Condition, read: (scope: string) => unknown): boolean {
  if ('conditions' in condition) {
    const each = (inner: Condition) => holds(inner, read)
    return condition.type === 'AND' ? condition.conditions.every(each) : condition.conditions.some(each)
  }
  const value = read(condition.scope)
  if ('type' in condition) return value === condition.expectedValue
  if (value === undefined && condition.failWhenUndefined) return false
  return check(condition.schema, value ?? null).length === 0
}

/** Pointers of all fields outside lists. */
function fieldsOf(schema: Schema, pointer = ''): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const path = under(pointer, key)
    return [path, ...fieldsOf(field, path)]
  })
}
