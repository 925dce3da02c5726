import Type from 'typebox'
import type { Static } from 'typebox'
import { Uuid } from './wire.ts'

/** POST /api/files?name= — the bytes of one file; the answer is what a form holds of it. The file itself is at /api/files/:id. */
export const FileInfo = Type.Object(
  { id: Uuid, name: Type.String(), size: Type.Integer(), type: Type.String() },
  { description: 'An uploaded file; `type` is what its bytes say, `size` in bytes.' },
)
export type FileInfo = Static<typeof FileInfo>
