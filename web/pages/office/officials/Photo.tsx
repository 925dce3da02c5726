import { useRef, useState } from 'react'
import type { OfficialRecord } from '../../../../api/contract.ts'
import { Button } from '../../../kit/Button.tsx'
import { Failure } from '../../../kit/Failure.tsx'
import { describedBy, Under } from '../../../kit/Field.tsx'
import { Icon } from '../../../kit/Icon.tsx'
import { useWords } from '../../../language.tsx'
import { officialsWords } from '../../../words/officials.ts'
import { removePhoto, setPhoto } from './queries.ts'

const largest = 1024 * 1024

interface Props {
  record: OfficialRecord
  onChange: (next: OfficialRecord, words: string) => void
}

/** The picture of an official: chosen, it is stored at once. */
export const Photo = ({ record, onChange }: Props) => {
  const t = useWords(officialsWords)
  const [problem, setProblem] = useState<string>()
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const input = useRef<HTMLInputElement>(null)

  const change = async (run: () => Promise<OfficialRecord>, words: string): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    setFailure(null)
    try {
      onChange(await run(), words)
    } catch (cause) {
      setFailure(cause)
    } finally {
      setBusy(false)
    }
  }
  const choose = (photo: File | undefined) => {
    if (!photo) return
    if (photo.size > largest) return setProblem(t('photoLarge'))
    void change(() => setPhoto(record, photo), t('photoSaved'))
  }
  return (
    <section className="card stack" aria-labelledby="photo">
      <h2 id="photo">{t('photo')}</h2>
      {record.photo ? (
        <img className="official-photo large" src={record.photo} alt={t('photoOf', { name: record.name })} />
      ) : (
        <p className="muted">{t('photoNone')}</p>
      )}
      <div className="file-pick">
        <input
          ref={input}
          id="photo-file"
          className="sr-only"
          type="file"
          accept="image/jpeg,image/png"
          aria-describedby={describedBy('photo-file', problem, true)}
          onChange={event => {
            choose(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <span className="gov-button" data-hydrated="" data-size="s" data-type="outlined" data-color="primary">
          <label className="element" htmlFor="photo-file">
            <Icon name="plus" slot="icon-start" />
            {t(record.photo ? 'photoOther' : 'photoChoose')}
          </label>
        </span>
        {record.photo && (
          <Button
            kind="plain"
            size="s"
            icon="cross"
            busy={busy}
            onClick={() => {
              void change(() => removePhoto(record), t('photoRemoved'))
              input.current?.focus()
            }}
          >
            {t('photoRemove')}
          </Button>
        )}
      </div>
      <Under id="photo-file" error={problem} hint={t('photoHint')} />
      {failure !== null && <Failure cause={failure} />}
    </section>
  )
}
