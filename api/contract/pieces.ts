// Pieces of schemas, without a name in the description.

import Type from 'typebox'
import type { TSchema } from 'typebox'

export const orNull = <S extends TSchema>(schema: S, about: { description?: string } = {}) =>
  Type.Union([schema, Type.Null()], about)
/** Bodies of requests take nothing that is not declared. */
export const closed = { additionalProperties: false }
export const instant = Type.String({ format: 'date-time' })
export const day = Type.String({ format: 'date' })
export const hellers = Type.Integer()
export const anything = Type.Unknown()
