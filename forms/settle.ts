import { check } from './check.ts'
import { controlsOf } from './hidden.ts'
import type { Condition, Layout, ShowRule } from './layout.ts'
import { keysOf, parentOf, pointerOf } from './pointer.ts'
import type { Schema } from './schema.ts'

/**
 * The layout with rules that carry on: JSON Forms looks at the data alone, where a hidden field may still hold what was
 * typed into it before. So each rule that depends on a field which can itself be hidden becomes one rule over the whole
 * data, "this value, and its field is shown". Then JSON Forms shows exactly what the judge asks (`visible`).
 */
export function settle(layout: Layout): Layout {
  /** Rules of the containers around the element in hand: where they do not hold, it is not shown anyway. */
  let given: ShowRule[] = []
  const controls = controlsOf(layout)

  /** When the field is shown, as a schema of the whole data; true = always. */
  const shown = (path: string, asking: string[]): Schema | true => {
    if (path === '' || asking.includes(path)) return true
    const own = controls.filter(control => control.path === path)
    const inside = own.length > 0 ? own : controls.filter(control => control.path.startsWith(`${path}/`))
    if (inside.length === 0) return shown(parentOf(path), asking)
    const here = any(
      inside.map(({ rules }) =>
        all(rules.filter(rule => !given.includes(rule)).map(rule => whenRule(rule, [...asking, path]))),
      ),
    )
    return all([here, ...outer(path).map(parent => shown(parent, [...asking, path]))])
  }
  const outer = (path: string) => controls.map(control => control.path).filter(parent => path.startsWith(`${parent}/`))

  const whenRule = ({ effect, condition }: ShowRule, asking: string[]): Schema | true => {
    const schema = whenHolds(condition, asking)
    return effect === 'SHOW' ? schema : schema === true ? { not: {} } : { not: schema }
  }
  const whenHolds = (condition: Condition, asking: string[]): Schema | true => {
    if ('conditions' in condition) {
      const parts = condition.conditions.map(part => whenHolds(part, asking))
      return condition.type === 'AND' ? all(parts) : any(parts)
    }
    const path = pointerOf(condition.scope)
    const { schema, orAbsent } = valueOf(condition)
    const visible = shown(path, asking)
    const value: Schema = orAbsent ? { not: at(path, { not: schema }) } : at(path, schema)
    if (visible === true) return value
    return orAbsent ? any([{ not: visible }, value]) : all([visible, value])
  }

  const settled = (rule: ShowRule): ShowRule => {
    const steady = scopesIn(rule.condition).every(scope => shown(pointerOf(scope), []) === true)
    const schema = whenRule(rule, [])
    return steady ? rule : { effect: 'SHOW', condition: { scope: '#', schema: schema === true ? {} : schema } }
  }
  const each = (element: Layout): Layout => {
    const rule = element.rule && { rule: settled(element.rule) }
    if (!('elements' in element)) return { ...element, ...rule }
    const outside = given
    if (element.rule) given = [...given, element.rule]
    const elements = element.elements.map(each)
    given = outside
    return { ...element, ...rule, elements }
  }
  return each(layout)
}

/** All scopes that a condition looks at. */
export function scopesIn(condition: Condition): string[] {
  return 'conditions' in condition ? condition.conditions.flatMap(scopesIn) : [condition.scope]
}

/** What the value must be, and whether a value that is not there passes too: it counts as null, see `holds`. */
function valueOf(condition: Exclude<Condition, { conditions: Condition[] }>): { schema: Schema; orAbsent: boolean } {
  if ('type' in condition) {
    const orAbsent = condition.expectedValue === undefined
    return { schema: orAbsent ? { not: {} } : { const: condition.expectedValue }, orAbsent }
  }
  return {
    schema: condition.schema,
    orAbsent: !condition.failWhenUndefined && check(condition.schema, null).length === 0,
  }
}

const at = (path: string, schema: Schema): Schema =>
  keysOf(path).reduceRight<Schema>(
    (inner, key) => ({ type: 'object', required: [key], properties: { [key]: inner } }),
    schema,
  )

function all(parts: (Schema | true)[]): Schema | true {
  const conditions = parts.filter(part => part !== true)
  return conditions.length <= 1 ? (conditions[0] ?? true) : { allOf: conditions }
}

function any(parts: (Schema | true)[]): Schema | true {
  const conditions = parts.filter(part => part !== true)
  if (conditions.length < parts.length || parts.length === 0) return true
  return conditions.length === 1 ? (conditions[0] ?? true) : { anyOf: conditions }
}
