import pdfmake from 'pdfmake'
import type { FileInfo } from '../api/contract.ts'
import type { Visitor } from './visitor.ts'
import '../activities/documents/render.ts'

/** A PDF of one page. */
export const pdf = (words = 'Příloha', locks: { userPassword?: string } = {}): Promise<Buffer> =>
  pdfmake.createPdf({ content: words, ...locks }).getBuffer()

/** A picture of one point. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Sends bytes as a file. */
export const send = <T = FileInfo>(who: Visitor, name: string, bytes: Uint8Array) =>
  who.send<T>('POST', `/api/files?name=${encodeURIComponent(name)}`, bytes, {
    'content-type': 'application/octet-stream',
  })

/** Uploads a file that is taken. */
export async function uploaded(who: Visitor, name: string, bytes: Uint8Array): Promise<FileInfo> {
  const { status, body } = await send(who, name, bytes)
  if (status !== 201) throw new Error(`The file was not taken: ${status} ${JSON.stringify(body)}`)
  return body
}
