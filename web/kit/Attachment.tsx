import type { FileInfo } from '../../api/contract.ts'
import { fileSize } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import { apiPaths } from '../paths.ts'
import { filesWords } from '../words/files.ts'

/** The way to an attachment; it opens beside the page, so that both can be read together. */
export const Attachment = ({ file }: { file: Pick<FileInfo, 'id' | 'name' | 'size'> }) => {
  const t = useWords(filesWords)
  const l = useLanguage()
  return (
    <span className="file-name">
      <a href={apiPaths.file(file.id)} target="_blank" rel="noreferrer">
        {file.name}
        <span className="sr-only"> ({t('newWindow')})</span>
      </a>{' '}
      <span className="fine nowrap">{fileSize(file.size, l)}</span>
    </span>
  )
}
