import { fileFacts } from '../files/rows.ts'
import { goneWords } from '../files/brought.ts'
import type { DataCheck } from '../judging.ts'
import { ownerOf } from '../owner.ts'

/**
 * Are these files here, the sender's own or those of the official who helps them, and what the data say of them? Whether they may still be sent is decided when they become
 * part of the case, in the same transaction. Somebody else's file is told as gone.
 */
export const files: DataCheck = async ({ db }, who, value, language, _acting, helper) => {
  const listed: unknown[] = Array.isArray(value) ? value : []
  const named = listed.map(readFact)
  const kept = await fileFacts(
    db,
    [ownerOf(who), ...(helper ? [helper] : [])],
    named.flatMap(file => (file ? [file.id] : [])),
  )
  return named.flatMap((file, at) => {
    const own = kept.find(({ id }) => id === file?.id)
    const same = own && own.name === file?.name && own.size === file.size && own.type === file.type
    return same ? [] : [{ path: `/${at}`, rule: 'file-gone', message: goneWords[language] }]
  })
}

function readFact(file: unknown) {
  if (typeof file !== 'object' || file === null) return undefined
  if (!('id' in file && 'name' in file && 'size' in file && 'type' in file)) return undefined
  const { id, name, size, type } = file
  return typeof id === 'string' ? { id, name, size, type } : undefined
}
