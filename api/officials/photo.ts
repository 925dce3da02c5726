import { Refusal } from '../errors.ts'
import { fileTypeOf, type FileType } from '../files/kinds.ts'

/** Bytes. */
export const largestPhoto = 1024 * 1024
export const photoTypes: readonly FileType[] = ['image/jpeg', 'image/png']
/** Points of each side. Nothing makes a picture smaller, so it must be of a size that every page can show. */
const [smallest, largest] = [200, 2000]

/** What kind of picture it is. Throws Refusal `photo-kind`, or `photo-size` when it is too small or too large to be shown. */
export async function photoTypeOf(bytes: Buffer): Promise<FileType> {
  const type = await fileTypeOf(bytes)
  const size = type === 'image/png' ? pngSize(bytes) : type === 'image/jpeg' ? jpegSize(bytes) : undefined
  if (!type || !size) throw new Refusal('photo-kind')
  const fits = [size.width, size.height].every(side => side >= smallest && side <= largest)
  if (!fits) throw new Refusal('photo-size', { values: { ...size, smallest, largest } })
  return type
}

interface Size {
  width: number
  height: number
}

/** From the header chunk (PNG § 11.2.2). */
const pngSize = (bytes: Buffer): Size | undefined =>
  bytes.length >= 24 ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : undefined

/** From the frame header, which any number of other segments may precede (ITU-T T.81, § B.2.2). */
function jpegSize(bytes: Buffer): Size | undefined {
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}
