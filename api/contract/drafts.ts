import Type from 'typebox'
import type { Static } from 'typebox'
import { anything, closed, instant } from './pieces.ts'

/** GET·PUT·DELETE /api/drafts/:key */
export const Draft = Type.Object(
  { key: Type.String(), data: anything, version: Type.Integer(), updatedAt: instant },
  { description: '`key` is `basket`, or `<agenda>:<step>`.' },
)
export type Draft = Static<typeof Draft>
export const NewDraft = Type.Object(
  { data: anything, version: Type.Integer({ minimum: 0 }) },
  {
    ...closed,
    description: '`version` is the one that was read, 0 for a new draft; 409 when another device was faster.',
  },
)
export type NewDraft = Static<typeof NewDraft>
