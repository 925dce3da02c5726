import type { Language } from '../../forms/language.ts'
import { type Layout, labelIn } from '../../forms/layout.ts'
import { pointerOf, valueAt } from '../../forms/pointer.ts'
import { fieldAt, type Schema } from '../../forms/schema.ts'
import { readText } from './display.ts'

/** What was answered under one heading, and what stands under it in turn. */
export interface Answers {
  title?: string | undefined
  rows: { path: string; name: string; text: string; long: boolean }[]
  inside: Answers[]
}

/**
 * The answers of a form in the order of its layout, under its headings. What was not answered or says nothing to
 * people (ids) is left out, and so is a heading with nothing under it.
 */
export function answersOf(schema: Schema, layout: Layout, data: unknown, lang: Language, title?: string): Answers {
  const answers: Answers = { title, rows: [], inside: [] }
  for (const element of 'elements' in layout ? layout.elements : [layout]) put(element, schema, data, lang, answers)
  return answers
}

function put(layout: Layout, schema: Schema, data: unknown, lang: Language, to: Answers): void {
  if (layout.type === 'Label') return
  if (layout.type === 'Control') return putField(layout.scope, layout.options?.detail, schema, data, lang, to)
  if (layout.label === undefined) {
    for (const element of layout.elements) put(element, schema, data, lang, to)
    return
  }
  const inside = answersOf(schema, layout, data, lang, labelIn(layout.label, lang))
  if (isFilled(inside)) to.inside.push(inside)
}

function putField(
  scope: string,
  detail: Layout | undefined,
  schema: Schema,
  data: unknown,
  lang: Language,
  to: Answers,
): void {
  const path = pointerOf(scope)
  const [field, value] = [fieldAt(schema, path), valueAt(data, path)]
  const name = field?.['x-title']?.[lang]
  if (!field || name === undefined) return
  const { items } = field
  if (items && detail && Array.isArray(value)) {
    const list = value.map((item: unknown, at) => {
      const title = items['x-title']?.[lang] ?? name
      return answersOf(items, detail, item, lang, value.length > 1 ? `${title} ${at + 1}` : title)
    })
    if (list.some(isFilled)) to.inside.push({ title: name, rows: [], inside: list.filter(isFilled) })
    return
  }
  const text = readText(field, value, lang)
  if (text !== undefined) to.rows.push({ path, name, text, long: field['x-input'] === 'lines' })
}

export const isFilled = ({ rows, inside }: Answers): boolean => rows.length > 0 || inside.length > 0
