import Type from 'typebox'
import type { Static } from 'typebox'

/** GET /api/addresses?q= — address places of the register RÚIAN that fit what was typed so far, at most 10. */
export const AddressSuggestions = Type.Object({
  addresses: Type.Array(
    Type.Object({
      ruianCode: Type.String(),
      text: Type.String(),
      street: Type.Optional(Type.String()),
      houseNumber: Type.Optional(Type.String()),
      orientationNumber: Type.Optional(Type.String()),
      municipality: Type.String(),
      zip: Type.Optional(Type.String()),
    }),
  ),
})
export type AddressSuggestions = Static<typeof AddressSuggestions>
