import '../../styles/correspondence.css'
import { useEffect, useState } from 'react'
import type { CaseView, Note } from '../../../api/contract.ts'
import { call } from '../../api.ts'
import { Attachment } from '../../kit/Attachment.tsx'
import { Moment } from '../../kit/values.tsx'
import { useWords } from '../../language.tsx'
import { client } from '../../queries.ts'
import { correspondenceWords } from '../../words/correspondence.ts'
import { WriteNote } from './WriteNote.tsx'

/** What citizen and office have written to each other in a case, and a place to write more while the case is open. */
export const Correspondence = ({ view }: { view: CaseView }) => {
  const t = useWords(correspondenceWords)
  // The answer to one's own message may know of it before the page has been refreshed.
  const [sent, setSent] = useState<CaseView | null>(null)
  const notes = sent && sent.notes.length > view.notes.length ? sent.notes : view.notes
  useReading(view)
  if (notes.length === 0 && !view.mayWrite) return null
  return (
    <section className="section" aria-labelledby="correspondence">
      <h2 id="correspondence">{t('title')}</h2>
      <div role="log" aria-label={t('list')}>
        {notes.length === 0 ? (
          <p className="no-notes">{t('none')}</p>
        ) : (
          <ol className="notes">
            {notes.map(note => (
              <Written key={`${note.at}-${note.name}`} note={note} />
            ))}
          </ol>
        )}
      </div>
      {view.mayWrite && <WriteNote caseId={view.id} onSent={setSent} />}
    </section>
  )
}

const Written = ({ note }: { note: Note }) => {
  const t = useWords(correspondenceWords)
  const side = note.from === 'office' ? t('office') : t('applicant')
  return (
    <li className="note" data-from={note.from}>
      <p className="note-head">
        <strong>
          {note.for
            ? t('forWhom', { who: note.mine ? t('you') : note.name, name: note.for })
            : note.mine
              ? t('you')
              : note.name}
        </strong>
        <span className="fine">
          {!note.mine && `${side} · `}
          <Moment value={note.at} />
        </span>
      </p>
      <p className="note-text">{note.text}</p>
      {note.files.length > 0 && (
        <ul className="plain">
          {note.files.map(file => (
            <li key={file.id}>
              <Attachment file={file} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** An official who has the messages before them has read them; the inbox marks the case no more. */
function useReading({ id, unread, notes }: CaseView): void {
  const until = unread ? notes.at(-1)?.at : undefined
  useEffect(() => {
    if (until === undefined) return
    void call('POST', `/cases/${encodeURIComponent(id)}/read`, { until })
      .then(() => client.invalidateQueries({ queryKey: ['inbox'] }))
      // It stays marked, and the next look at it tries again.
      .catch(() => undefined)
  }, [id, until])
}
