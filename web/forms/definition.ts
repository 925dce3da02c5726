import type { JsonSchema, UISchemaElement } from '@jsonforms/core'
import type { FormDefinition } from '../../api/contract.ts'
import type { Definition } from '../../forms/definition.ts'
import type { Layout } from '../../forms/layout.ts'
import type { Schema } from '../../forms/schema.ts'
import { typeset } from './typeset.ts'

// JSON Forms, the API's contract and the language of forms speak of the same JSON by types of their own. Here, and
// nowhere else, one is taken for the other: the API gives out only forms that the language's own check has passed.

/** A form as it came over the wire, in the language of forms, its Czech texts typeset. */
export const definitionOf = ({ schema, layout }: FormDefinition): Definition => ({
  schema: typeset(schema) as Schema,
  layout: typeset(layout) as Layout | undefined,
})

/** What a renderer is handed by JSON Forms, in the language of forms. */
export const schemaOf = (schema: JsonSchema): Schema => schema as Schema
export const layoutOf = (uischema: UISchemaElement): Layout => uischema as unknown as Layout

/** What JSON Forms wants, from the language of forms. */
export const jsonSchema = (schema: Schema): JsonSchema => schema as JsonSchema
export const uiSchema = (layout: Layout): UISchemaElement => layout as unknown as UISchemaElement
