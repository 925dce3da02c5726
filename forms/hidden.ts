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
  const hidden = hiddenFields(form, data)
  return path => isShown(path, hidden)
}

/** Whether neither the field nor an object around it is among the hidden ones. */
export function isShown(path: string, hidden: ReadonlySet<string>): boolean {
  for (let at = path; at !== ''; at = parentOf(at)) if (hidden.has(at)) return false
  return true
}

/** The data without the hidden fields; the same object when nothing is hidden. */
export function strip(form: Definition, data: unknown): unknown {
  return without(data, hiddenFields(form, data))
}

/** The data without these fields. */
export function without(data: unknown, hidden: ReadonlySet<string>, path = ''): unknown {
  if (hidden.size === 0) return data
  if (Array.isArray(data)) return data.map((item, at) => without(item, hidden, under(path, at)))
  if (data === null || typeof data !== 'object') return data
  const kept = Object.entries(data).filter(([key]) => !hidden.has(under(path, key)))
  return Object.fromEntries(kept.map(([key, value]) => [key, without(value, hidden, under(path, key))]))
}

/** Pointers of all hidden fields. */
export function hiddenFields({ schema, layout }: Definition, data: unknown): Set<string> {
  const controls = controlsOf(layout)
  const shown = watch(schema, controls, data)
  const hidden = new Set(fieldsOf(schema).filter(path => !shown(path)))
  for (const { control, path } of controls) {
    const list = valueAt(data, path)
    const field = fieldAt(schema, path)
    const items = field?.items
    const detail = control.options?.detail
    if (!items || !detail || !Array.isArray(list) || hidden.has(path)) continue
    // A list that is too long is refused as a whole, so what is hidden behind its end does not matter.
    for (const [at, item] of list.slice(0, field.maxItems).entries()) {
      for (const inner of hiddenFields({ schema: items, layout: detail }, item)) hidden.add(under(path, at) + inner)
    }
  }
  return hidden
}

/** A control with all the rules that it and the containers around it carry: all must hold for it to be seen. */
interface Seen {
  control: Control
  /** The field it is for, as a JSON pointer. */
  path: string
  rules: ShowRule[]
}

/** All controls of a layout. A layout is never changed once made, so they are looked for once. */
export function controlsOf(layout: Layout | undefined): readonly Seen[] {
  if (!layout) return []
  const known = controlsKnown.get(layout) ?? controlsIn(layout, [])
  controlsKnown.set(layout, known)
  return known
}

const controlsKnown = new WeakMap<Layout, readonly Seen[]>()

function controlsIn(layout: Layout, around: ShowRule[]): Seen[] {
  if (layout.type === 'Label') return []
  const rules = layout.rule ? [...around, layout.rule] : around
  if (layout.type === 'Control') return [{ control: layout, path: pointerOf(layout.scope), rules }]
  return layout.elements.flatMap(element => controlsIn(element, rules))
}

/** Tells of each field whether it is shown. A circle of rules ends where it began: the field asked about first counts as shown. */
function watch(schema: Schema, controls: readonly Seen[], data: unknown): (path: string) => boolean {
  const known = new Map<string, boolean>()
  const read = (scope: string): unknown => {
    const path = pointerOf(scope)
    return shown(path) ? valueAt(data, path) : undefined
  }
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
    const own = controls.filter(control => control.path === path)
    if (own.length > 0) return own.some(seen)
    const inside = Object.keys(fieldAt(schema, path)?.properties ?? {}).map(key => under(path, key))
    const asked = inside.filter(inner => controls.some(control => `${control.path}/`.startsWith(`${inner}/`)))
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
