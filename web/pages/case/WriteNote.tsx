import { useRef, useState } from 'react'
import type { CaseView, FileInfo } from '../../../api/contract.ts'
import { type ApiProblem, asProblem } from '../../api.ts'
import { filesOf } from '../../attachments.ts'
import { forget, keep, recall } from '../../forms/kept.ts'
import { Refused } from '../../forms/Refused.tsx'
import { Button } from '../../kit/Button.tsx'
import { describedBy, Under } from '../../kit/Field.tsx'
import { FilePicker, kindsIn, type Readiness } from '../../kit/FilePicker.tsx'
import { TextArea } from '../../kit/TextArea.tsx'
import { useWords } from '../../language.tsx'
import { tell } from '../../queries.ts'
import { useSession } from '../../session.tsx'
import { correspondenceWords } from '../../words/correspondence.ts'
import { filesWords } from '../../words/files.ts'

interface Typed {
  text: string
  files: readonly FileInfo[]
}
/** What is wrong with what is typed: the text, the files as a whole, each file by its place, or the sending itself. */
interface Wrong {
  text?: string
  files?: string
  each?: readonly (string | undefined)[]
  failure?: ApiProblem
}
const longest = 2000
const accept = ['application/pdf', 'image/jpeg', 'image/png']
const maxSize = 10 * 1024 * 1024

/** Writes to the other side. What is typed is kept in the tab until it has been sent. */
export const WriteNote = ({ caseId, onSent }: { caseId: string; onSent: (view: CaseView) => void }) => {
  const t = useWords(correspondenceWords)
  const f = useWords(filesWords)
  const { official, user } = useSession()
  const name = `${user?.id ?? ''}:note:${caseId}`
  const [typed, setTyped] = useState(() => typedBefore(name))
  const [wrong, setWrong] = useState<Wrong>({})
  const [busy, setBusy] = useState(false)
  const [news, setNews] = useState('')
  const readiness = useRef<Readiness>('ready')
  const area = useRef<HTMLTextAreaElement>(null)
  // One id for all tries of the same words: sent again after a lost answer, they count once.
  const id = useRef(crypto.randomUUID())
  const change = (next: Typed) => {
    setTyped(next)
    setWrong({})
    id.current = crypto.randomUUID()
    keep(name, { data: next, version: 0, at: new Date().toISOString() })
  }
  const over = [...typed.text].length - longest

  const send = async (): Promise<void> => {
    setNews('')
    if (over > 0 || typed.text.trim() === '') {
      setWrong({ text: over > 0 ? t('over', { n: over }) : t('empty') })
      return area.current?.focus()
    }
    if (readiness.current !== 'ready') return setWrong({ files: f(readiness.current) })
    setBusy(true)
    setWrong({})
    try {
      const files = typed.files.map(file => file.id)
      onSent(await tell(caseId, { id: id.current, kind: 'note', text: typed.text, files }))
      change({ text: '', files: [] })
      forget(name)
      setNews(t('sent'))
      area.current?.focus()
    } catch (cause) {
      const failure = asProblem(cause)
      const said = (path: string) => failure.details.problems?.find(one => one.path === path)?.message
      const each = typed.files.map((_, at) => said(`/files/${at}`))
      setWrong(each.some(Boolean) ? { each } : { failure })
    } finally {
      setBusy(false)
    }
  }
  const rules = f('rules', { kinds: kindsIn(accept), size: maxSize / 1024 / 1024 })
  return (
    <form
      className="card stack note-form"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (!busy) void send()
      }}
    >
      <TextArea
        id="note-text"
        ref={area}
        label={t(official ? 'toCitizen' : 'toOffice')}
        hint={t(official ? 'toCitizenHint' : 'toOfficeHint')}
        error={over > 0 ? t('over', { n: over }) : wrong.text}
        rows={3}
        required
        readOnly={busy}
        value={typed.text}
        onChange={event => change({ ...typed, text: event.target.value })}
      />
      <fieldset className="note-files">
        <legend className="sr-only" id="note-files-label">
          {t('files')}
        </legend>
        <FilePicker
          id="note-files"
          labelledBy="note-files-label"
          describedBy={describedBy('note-files', wrong.files, rules)}
          invalid={Boolean(wrong.files)}
          files={typed.files}
          onChange={files => change({ ...typed, files })}
          onReady={state => {
            readiness.current = state
            if (state === 'ready') setWrong({})
          }}
          accept={accept}
          maxSize={maxSize}
          most={5}
          {...(wrong.each && { problems: wrong.each })}
        />
        <Under id="note-files" error={wrong.files} hint={rules} />
      </fieldset>
      {wrong.failure && <Refused cause={wrong.failure} />}
      <p>
        <Button type="submit" busy={busy}>
          {t('send')}
        </Button>
      </p>
      <p role="status" className="sr-only">
        {news}
      </p>
    </form>
  )
}

function typedBefore(name: string): Typed {
  const data: unknown = recall(name)?.data
  const text =
    typeof data === 'object' && data !== null && 'text' in data && typeof data.text === 'string' ? data.text : ''
  return { text, files: typeof data === 'object' && data !== null && 'files' in data ? filesOf(data.files) : [] }
}
