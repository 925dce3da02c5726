import type { FormDefinition } from '../../api/contract.ts'
import { today } from '../../forms/day.ts'
import type { Schema } from '../../forms/schema.ts'
import { definitionOf } from './definition.ts'

/** What a new form begins with: the days that its fields suggest. They are the person's own once the form is sent. */
export const suggested = (form: FormDefinition): unknown => suggestedIn(definitionOf(form).schema) ?? {}

function suggestedIn({ properties = {}, 'x-suggest': suggest }: Schema): unknown {
  if (suggest === 'today') return today()
  const filled = Object.entries(properties).flatMap(([key, field]) => {
    const value = suggestedIn(field)
    return value === undefined ? [] : [[key, value] as const]
  })
  return filled.length > 0 ? Object.fromEntries(filled) : undefined
}
