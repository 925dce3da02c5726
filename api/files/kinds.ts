import { fileTypeFromBuffer } from 'file-type'

/** The kinds of files the portal takes, with the endings under which people know them; the first is the one we give. */
const endings = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
} as const
export type FileType = keyof typeof endings

export const fileTypes: readonly FileType[] = ['application/pdf', 'image/jpeg', 'image/png']

/** What a file is by its bytes, whatever its name or its sender says; undefined for what is not among `fileTypes`. */
export async function fileTypeOf(bytes: Buffer): Promise<FileType | undefined> {
  const found = await fileTypeFromBuffer(bytes)
  return fileTypes.find(type => type === found?.mime)
}

/** What a sender may call a file: letters of any language, but nothing that leads elsewhere, hides the ending or breaks a header. */
const unfit = /[\p{C}\p{Zl}\p{Zp}/\\:*?"<>|]/gu
const longest = 200

/**
 * The name of a file as it is kept and offered: without the folders it lay in, in NFC, with the ending of what it is
 * (a clerk's computer opens files by their ending).
 */
export function fileName(sent: string, type: FileType): string {
  const base = sent.split(/[/\\]/).at(-1) ?? ''
  const clean = base.normalize('NFC').replace(unfit, ' ').replace(/\s+/g, ' ').trim().replace(/^\.+/, '')
  const [, stem = clean, ending = ''] = /^(.+)\.([^.]+)$/.exec(clean) ?? []
  const known: readonly string[] = endings[type]
  const short = [...(known.includes(ending.toLowerCase()) ? stem : clean)].slice(0, longest).join('').trim()
  return `${short || 'soubor'}.${known.includes(ending.toLowerCase()) ? ending : endings[type][0]}`
}
