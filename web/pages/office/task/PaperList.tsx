import { useState } from 'react'
import { Button } from '../../../kit/Button.tsx'
import { Icon } from '../../../kit/Icon.tsx'
import { useWords } from '../../../language.tsx'
import { officeWords } from '../../../words/office.ts'
import type { Paper } from './papers.ts'

/** Documents beside what they belong to: a PDF or a picture opens in place, anything else as a file. */
export const PaperList = ({ papers }: { papers: readonly Paper[] }) => {
  const t = useWords(officeWords)
  const [open, setOpen] = useState<string | null>(null)
  return (
    <ul className="papers plain">
      {papers.map(({ key, title, note, file, shown }) => (
        <li key={key} className="card">
          <div className="paper-line">
            <span>
              <strong>{title}</strong> <span className="fine">{note}</span>
            </span>
            <span className="paper-moves">
              {shown && (
                <Button
                  kind="secondary"
                  size="s"
                  aria-expanded={open === key}
                  onClick={() => setOpen(open === key ? null : key)}
                >
                  {t(open === key ? 'hidePaper' : 'showPaper')}
                  <span className="sr-only"> {title}</span>
                </Button>
              )}
              <a className="file-link" href={file}>
                <Icon name="download" /> {t('download')}
                <span className="sr-only"> {title}</span>
              </a>
            </span>
          </div>
          {shown && open === key && (
            <div className="paper">
              {shown.as === 'picture' ? <img src={shown.at} alt={title} /> : <iframe src={shown.at} title={title} />}
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
