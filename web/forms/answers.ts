import type { FileInfo } from '../../api/contract.ts'
import type { Language } from '../../forms/language.ts'
import { type Control, type Layout, labelIn } from '../../forms/layout.ts'
import { pointerOf, valueAt } from '../../forms/pointer.ts'
import { fieldAt, type Schema } from '../../forms/schema.ts'
import { filesOf } from '../attachments.ts'
import { readText } from './display.ts'

/** One answer. `long`: of several lines. */
export interface Answer {
  path: string
  name: string
  text: string
  long: boolean
  /** Attachments, which can be opened. */
  files?: FileInfo[]
}

/** Answers under one heading, in the order of the form; among them further headings with theirs. */
export interface Answers {
  title?: string | undefined
  parts: (Answer | Answers)[]
}

export const isAnswers = (part: Answer | Answers): part is Answers => 'parts' in part

/**
 * The answers of a form in the order of its layout, under its headings. What was not answered or says nothing to
 * people (ids) is left out, and so is a heading with nothing under it.
 */
export function answersOf(schema: Schema, layout: Layout, data: unknown, lang: Language, title?: string): Answers {
  const elements = 'elements' in layout ? layout.elements : [layout]
  return { title, parts: elements.flatMap(element => partsOf(element, schema, data, lang)) }
}

function partsOf(layout: Layout, schema: Schema, data: unknown, lang: Language): Answers['parts'] {
  if (layout.type === 'Label') return []
  if (layout.type === 'Control') return fieldParts(layout, schema, data, lang)
  const inside = answersOf(schema, layout, data, lang, layout.label && labelIn(layout.label, lang))
  return inside.title === undefined ? inside.parts : filled(inside)
}

function fieldParts({ scope, options }: Control, schema: Schema, data: unknown, lang: Language): Answers['parts'] {
  const path = pointerOf(scope)
  const [field, value] = [fieldAt(schema, path), valueAt(data, path)]
  const name = field?.['x-title']?.[lang]
  if (!field || name === undefined) return []
  const { items } = field
  if (items && options?.detail && Array.isArray(value)) {
    const { detail } = options
    const titleOf = (at: number) => (value.length === 1 ? name : `${items['x-title']?.[lang] ?? name} ${at + 1}`)
    const list = value.flatMap((item: unknown, at) => filled(answersOf(items, detail, item, lang, titleOf(at))))
    return value.length === 1 ? list : filled({ title: name, parts: list })
  }
  const text = readText(field, value, lang)
  if (text === undefined) return []
  const attached = field['x-check'] === 'files' && { files: filesOf(value) }
  return [{ path, name, text, long: field['x-input'] === 'lines', ...attached }]
}

const filled = (answers: Answers): Answers[] => (answers.parts.length > 0 ? [answers] : [])
