import '../styles/files.css'
import { useEffect, useId, useRef, useState } from 'react'
import type { FileInfo } from '../../api/contract.ts'
import { fileSize } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import { filesWords } from '../words/files.ts'
import { Attachment } from './Attachment.tsx'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { takeBack, useUploads, type Upload } from './uploads.ts'

/** Whether files may be sent along as they stand: `waiting` while some are on the way, `unfinished` when one did not get there. */
export type Readiness = 'ready' | 'waiting' | 'unfinished'

interface Props {
  /** Of the control that chooses files. */
  id: string
  /** Id of the element that names what the files are. */
  labelledBy: string
  describedBy?: string | undefined
  invalid?: boolean | undefined
  required?: boolean | undefined
  files: readonly FileInfo[]
  onChange: (files: readonly FileInfo[]) => void
  onReady: (state: Readiness) => void
  /** MIME types. */
  accept: readonly string[]
  /** Bytes of one file. */
  maxSize: number
  most: number
  /** What is wrong with a file that is there, by its place. */
  problems?: readonly (string | undefined)[]
  idOf?: (at: number) => string
}

/** The kinds of files as people call them: „PDF, JPEG, PNG“. */
export const kindsIn = (accept: readonly string[]): string =>
  accept.map(type => (type.split('/')[1] ?? type).toUpperCase()).join(', ')

/** Chooses files by a button, by a camera or by dropping them; shows each on its way and once it is there. */
export const FilePicker = (props: Props) => {
  const { id, labelledBy, files, onChange, onReady, accept, maxSize, most, problems = [], idOf } = props
  const t = useWords(filesWords)
  const l = useLanguage()
  const pick = useId()
  const [news, setNews] = useState('')
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  // Several files may arrive before the page is drawn again.
  const there = useRef(files)
  there.current = files
  const put = (next: readonly FileInfo[]) => {
    there.current = next
    onChange(next)
  }

  const refusal = (file: File, before: number): string | undefined => {
    const coming = uploads.filter(({ problem }) => problem === undefined).length
    if (there.current.length + coming + before >= most) return t('tooMany', { n: most })
    if (file.type && !accept.includes(file.type)) return t('wrongKind', { kinds: kindsIn(accept) })
    if (file.size === 0) return t('empty')
    if (file.size > maxSize) return t('tooLarge', { size: fileSize(file.size, l), most: maxSize / 1024 / 1024 })
    return undefined
  }
  const { uploads, add, retry, drop } = useUploads({
    refusal,
    done: file => {
      put([...there.current, file])
      setNews(t('uploaded', { name: file.name }))
    },
    failed: (name, why) => setNews(t('failed', { name, why })),
  })
  const state: Readiness = uploads.some(({ problem }) => problem !== undefined)
    ? 'unfinished'
    : uploads.length > 0
      ? 'waiting'
      : 'ready'
  const tell = useRef(onReady)
  tell.current = onReady
  useEffect(() => tell.current(state), [state])
  // Once the control is gone, nothing is on the way.
  useEffect(() => () => tell.current('ready'), [])

  const removed = (name: string) => {
    setNews(t('removed', { name }))
    input.current?.focus()
  }
  const choose = (list: FileList | null) => {
    const chosen = [...(list ?? [])]
    if (chosen.length > 0) add(chosen)
  }
  const any = files.length + uploads.length > 0
  return (
    <div className="files">
      {any && (
        <ul className="plain file-list" aria-label={t('chosen')}>
          {files.map((file, at) => (
            <li key={file.id} id={idOf?.(at)} data-invalid={Boolean(problems[at])}>
              <Icon name="document" />
              <div className="file-about">
                <Attachment file={file} />
                {problems[at] && <Mistake>{problems[at]}</Mistake>}
              </div>
              <Acts
                name={file.name}
                onDrop={() => {
                  void takeBack(file.id)
                  put(there.current.filter(other => other.id !== file.id))
                  removed(file.name)
                }}
              />
            </li>
          ))}
          {uploads.map(one => (
            <OnTheWay
              key={one.key}
              upload={one}
              onRetry={() => {
                retry(one)
                input.current?.focus()
              }}
              onDrop={() => {
                drop(one.key)
                removed(one.file.name)
              }}
            />
          ))}
        </ul>
      )}
      <div
        className="file-drop"
        data-over={over}
        data-invalid={props.invalid}
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={event => {
          event.preventDefault()
          setOver(false)
          choose(event.dataTransfer.files)
        }}
      >
        <input
          ref={input}
          id={id}
          className="sr-only"
          type="file"
          multiple={most > 1}
          accept={accept.join(',')}
          aria-labelledby={`${labelledBy} ${pick}`}
          aria-describedby={props.describedBy}
          aria-required={props.required}
          aria-invalid={props.invalid || undefined}
          onChange={event => {
            choose(event.target.files)
            // The same file may be chosen again.
            event.target.value = ''
          }}
        />
        <span className="gov-button" data-hydrated="" data-size="m" data-type="outlined" data-color="primary">
          <label className="element" htmlFor={id} id={pick}>
            <Icon name="plus" slot="icon-start" />
            {t(any ? 'chooseMore' : 'choose')}
          </label>
        </span>
        <span className="file-drop-words">{t('drop')}</span>
      </div>
      <p role="status" className="sr-only">
        {news}
      </p>
    </div>
  )
}

/** A file on its way, or one that did not get there. */
const OnTheWay = ({ upload, onRetry, onDrop }: { upload: Upload; onRetry: () => void; onDrop: () => void }) => {
  const t = useWords(filesWords)
  const { file, progress, problem, again } = upload
  return (
    <li data-invalid={problem !== undefined}>
      <Icon name="document" />
      <div className="file-about">
        <span className="file-name">{file.name}</span>
        {problem === undefined ? (
          <>
            <progress value={progress} max={1} aria-label={t('uploadingName', { name: file.name })} />
            <span className="fine" aria-hidden="true">
              {t('uploading', { percent: Math.floor(progress * 100) })}
            </span>
          </>
        ) : (
          <Mistake>{problem}</Mistake>
        )}
      </div>
      <Acts name={file.name} onDrop={onDrop} {...(again && { onRetry })} />
    </li>
  )
}

const Acts = ({ name, onRetry, onDrop }: { name: string; onRetry?: () => void; onDrop: () => void }) => {
  const t = useWords(filesWords)
  return (
    <div className="file-acts">
      {onRetry && (
        <Button kind="plain" size="s" onClick={onRetry}>
          {t('again')}
          <span className="sr-only"> {name}</span>
        </Button>
      )}
      <Button kind="plain" size="s" icon="cross" onClick={onDrop}>
        {t('remove')}
        <span className="sr-only"> {name}</span>
      </Button>
    </div>
  )
}

const Mistake = ({ children }: { children: string | undefined }) => (
  <div className="gov-form-message" data-color="error" data-size="m">
    <Icon name="warning" />
    <span className="gov-form-message__content">{children}</span>
  </div>
)
