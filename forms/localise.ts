import { completeLayout } from './complete.ts'
import type { Definition } from './definition.ts'
import type { Language } from './language.ts'
import { type Layout, labelIn } from './layout.ts'
import type { Schema } from './schema.ts'
import { settle } from './settle.ts'

/**
 * A form in one language, as JSON Forms wants it: `title` and `description` in the schema, strings for labels, and rules
 * that hide what a hidden field would have shown. Our own keywords stay, for the renderers.
 */
export function localise(form: Definition, lang: Language): { schema: Schema; layout: Layout } {
  const layout = form.layout ?? completeLayout(form.schema)
  return { schema: schemaIn(form.schema, lang), layout: layoutIn(settle(layout), lang) }
}

function schemaIn(schema: Schema, lang: Language): Schema {
  const title = schema['x-title']?.[lang]
  const description = schema['x-help']?.[lang]
  return {
    ...schema,
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(schema.properties && { properties: mapped(schema.properties, field => schemaIn(field, lang)) }),
    ...(schema.items && { items: schemaIn(schema.items, lang) }),
    ...(schema.oneOf && { oneOf: schema.oneOf.map(choice => schemaIn(choice, lang)) }),
  }
}

const mapped = (fields: Record<string, Schema>, change: (field: Schema) => Schema) =>
  Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, change(field)]))

function layoutIn(layout: Layout, lang: Language): Layout {
  if (layout.type === 'Label') return { ...layout, text: labelIn(layout.text, lang) }
  const label = layout.label === undefined ? {} : { label: labelIn(layout.label, lang) }
  if (layout.type !== 'Control')
    return { ...layout, ...label, elements: layout.elements.map(element => layoutIn(element, lang)) }
  const detail = layout.options?.detail && { detail: layoutIn(settle(layout.options.detail), lang) }
  return { ...layout, ...label, ...(layout.options && { options: { ...layout.options, ...detail } }) }
}

/**
 * Where a field stands, for a list of problems: the names from the outside in, `['Žadatel', 'Sídlo', 'PSČ']`; an item of
 * a list has its order, `['Předměty', '2.', 'Počet']`.
 */
export function placeOf(path: string, schema: Schema, lang: Language): string[] {
  const names: string[] = []
  let at: Schema | undefined = schema
  for (const key of path.split('/').slice(1)) {
    const item: boolean = at?.type === 'array'
    at = item ? at?.items : at?.properties?.[key]
    const name: string | undefined = item ? `${Number(key) + 1}.` : at?.['x-title']?.[lang]
    if (name !== undefined) names.push(name)
  }
  return names
}
