import type { Preview, Words } from '../../../../api/contract.ts'
import { Button } from '../../../kit/Button.tsx'
import { Dialog } from '../../../kit/Dialog.tsx'
import { usePick, useWords } from '../../../language.tsx'
import { officeWords } from '../../../words/office.ts'

interface Props {
  preview: Preview
  onSend: (by: 'main' | 'other') => void
  onClose: () => void
}

/** Exactly what the citizen will get for the decision as it is filled in, before it is sent. */
export const PreviewDialog = ({ preview, onSend, onClose }: Props) => {
  const t = useWords(officeWords)
  return (
    <Dialog
      title={t('previewTitle')}
      wide
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => onSend('main')}>{t('decideAndNext')}</Button>
          <Button kind="secondary" onClick={() => onSend('other')}>
            {t('decide')}
          </Button>
          <Button kind="plain" onClick={onClose}>
            {t('backToForm')}
          </Button>
        </>
      }
    >
      <Whole preview={preview} />
    </Dialog>
  )
}

const Whole = ({ preview: { messages, documents, outcome, next, assumes } }: { preview: Preview }) => {
  const t = useWords(officeWords)
  const pick = usePick()
  return (
    <>
      {messages.length === 0 && documents.length === 0 && <p>{t('previewNothing')}</p>}
      {messages.map((message, at) => (
        <article key={at} className="letter">
          <p className="fine">{t('letterTo', { name: message.to })}</p>
          <h3>{pick(message.subject)}</h3>
          <p className="letter-body">{pick(message.body)}</p>
        </article>
      ))}
      <List title={t('previewDocuments')} lines={documents} />
      {outcome ? (
        <p>{t('previewOutcome', { outcome: pick(outcome) })}</p>
      ) : (
        <List title={t('previewNext')} lines={next} />
      )}
      <List title={t('previewAssumes')} lines={assumes} fine />
    </>
  )
}

const List = ({ title, lines, fine }: { title: string; lines: readonly Words[]; fine?: boolean }) => {
  const pick = usePick()
  if (lines.length === 0) return null
  return (
    <div className={fine ? 'fine' : undefined}>
      <p>{title}</p>
      <ul>
        {lines.map((line, at) => (
          <li key={at}>{pick(line)}</li>
        ))}
      </ul>
    </div>
  )
}
