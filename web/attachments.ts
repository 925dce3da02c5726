import type { FileInfo } from '../api/contract.ts'

/** The attachments in the data of a form, or in what was typed before. */
export function filesOf(value: unknown): FileInfo[] {
  const list: unknown[] = Array.isArray(value) ? value : []
  return list.filter(isFile)
}

const isFile = (file: unknown): file is FileInfo =>
  typeof file === 'object' &&
  file !== null &&
  'id' in file &&
  typeof file.id === 'string' &&
  'name' in file &&
  typeof file.name === 'string' &&
  'size' in file &&
  typeof file.size === 'number' &&
  'type' in file &&
  typeof file.type === 'string'
