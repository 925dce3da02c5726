import { control, type Container, type Control, type Layout, type ShowRule } from './layout.ts'
import { parentOf, pointerOf, scopeOf, under } from './pointer.ts'
import { fieldAt, type Schema, type When } from './schema.ts'

/**
 * The layout of a form, whole: the author's, or all the fields one under another when there is none.
 * The control of an object becomes a group of its fields, the control of a list gets the layout of an item, a control
 * takes over the `x-control` options of its field, and a field made with `when` is shown by its rule wherever it stands.
 */
export function completeLayout(schema: Schema, layout?: Layout): Layout {
  return complete(layout ?? everything(schema, ''), schema)
}

function everything(schema: Schema, pointer: string): Container {
  const fields = Object.entries(schema.properties ?? {}).filter(([, field]) => field['x-control'] !== false)
  return { type: 'VerticalLayout', elements: fields.map(([key]) => control(scopeOf(under(pointer, key)))) }
}

function complete(layout: Layout, root: Schema): Layout {
  if (layout.type === 'Label') return layout
  if (layout.type !== 'Control') return { ...layout, elements: layout.elements.map(element => complete(element, root)) }
  const pointer = pointerOf(layout.scope)
  const field = fieldAt(root, pointer)
  return field ? withRule(controlOf(layout, field, pointer, root), field['x-when'], pointer) : layout
}

function controlOf(layout: Control, field: Schema, pointer: string, root: Schema): Layout {
  if (field.type === 'object') {
    const label = layout.label ?? field['x-title']
    const inside = complete(everything(field, pointer), root) as Container
    const options = { ...ownOptions(field), ...layout.options }
    return {
      ...inside,
      type: 'Group',
      ...(label && { label }),
      ...(Object.keys(options).length > 0 && { options }),
      ...(layout.rule && { rule: layout.rule }),
    }
  }
  const own = ownOptions(field)
  const item = field.type === 'array' && field.items?.type === 'object' && !own['format'] ? field.items : undefined
  const detail = item && { detail: completeLayout(item, layout.options?.detail) }
  const options = { ...own, ...layout.options, ...detail }
  return { ...layout, ...(Object.keys(options).length > 0 && { options }) }
}

const ownOptions = ({ 'x-control': own }: Schema): Record<string, unknown> => (own === false ? {} : (own ?? {}))

/** A layout's own rule and that of the field hold both. */
function withRule(layout: Layout, when: When | undefined, pointer: string): Layout {
  if (!when) return layout
  const of = when.of.startsWith('/') ? when.of : `${parentOf(pointer)}/${when.of}`
  const rule: ShowRule = { effect: when.effect, condition: { scope: scopeOf(of), schema: when.schema } }
  return layout.rule ? { type: 'VerticalLayout', elements: [{ ...layout }], rule } : { ...layout, rule }
}
