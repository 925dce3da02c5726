import type { JsonSchema, UISchemaElement } from '@jsonforms/core'
import type { FormDefinition } from '../../api/contract.ts'
import type { Definition } from '../../forms/definition.ts'
import type { Layout } from '../../forms/layout.ts'
import type { Schema } from '../../forms/schema.ts'

// JSON Forms, the API's contract and the language of forms speak of the same JSON by types of their own. Here, and
// nowhere else, one is taken for the other: the API gives out only forms that the language's own check has passed.

/** A form as it came over the wire, in the language of forms. */
export const definitionOf = ({ schema, layout }: FormDefinition): Definition => ({
  schema: schema as Schema,
  layout: layout as Layout | undefined,
})

/** What a renderer is handed by JSON Forms, in the language of forms. */
export const schemaOf = (schema: JsonSchema): Schema => schema as Schema
export const layoutOf = (uischema: UISchemaElement): Layout => uischema as unknown as Layout

/** What JSON Forms wants, from the language of forms. */
export const jsonSchema = (schema: Schema): JsonSchema => schema as JsonSchema
export const uiSchema = (layout: Layout): UISchemaElement => layout as unknown as UISchemaElement
