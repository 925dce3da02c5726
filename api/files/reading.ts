import { Refusal } from '../errors.ts'
import { fileName, fileTypeOf, type FileType } from './kinds.ts'
import { pdfProblem } from './pdf.ts'

const kinds = { cs: 'PDF, JPEG ani PNG', en: 'a PDF, JPEG or PNG' }

/**
 * What was sent as a file: its kind by its bytes, and the name it gets. Throws Refusal `file-empty`, `file-kind`, `file-broken` or
 * `file-locked`: nobody at the office could read it.
 */
export async function readFile(
  sentName: string,
  bytes: Buffer,
  language: 'cs' | 'en',
): Promise<{ name: string; type: FileType }> {
  const shown = { name: sentName.normalize('NFC').slice(0, 100) }
  if (bytes.length === 0) throw new Refusal('file-empty', { values: shown })
  const type = await fileTypeOf(bytes)
  if (!type) throw new Refusal('file-kind', { values: { ...shown, kinds: kinds[language] } })
  const problem = type === 'application/pdf' ? pdfProblem(bytes) : undefined
  if (problem) throw new Refusal(`file-${problem}`, { values: shown })
  return { name: fileName(sentName, type), type }
}
