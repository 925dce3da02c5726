import { useState, type ReactNode } from 'react'
import { Failure } from '../../../kit/Failure.tsx'
import { describedBy, Under } from '../../../kit/Field.tsx'
import { Icon } from '../../../kit/Icon.tsx'
import { useWords } from '../../../language.tsx'
import { moneyWords } from '../../../words/money.ts'

interface Props<T> {
  title: string
  hint: string
  /** Kinds of files, as the browser's chooser takes them. */
  accept: string
  /** Bytes. */
  largest: number
  /** What is said while the portal works on the file. */
  busyWords: string
  bring: (file: File) => Promise<T>
  /** What came of it. */
  children: (outcome: T) => ReactNode
}

/** Brings a file: chosen, it is worked on at once; what came of it, or what is wrong with it, stands below. */
export const FileUpload = <T,>({ title, hint, accept, largest, busyWords, bring, children }: Props<T>) => {
  const t = useWords(moneyWords)
  const [problem, setProblem] = useState<string>()
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<{ of: T }>()

  const choose = async (file: File | undefined): Promise<void> => {
    if (!file || busy) return
    setFailure(null)
    setOutcome(undefined)
    const tooLarge = file.size > largest
    setProblem(tooLarge ? t('tooLarge', { most: largest / 1024 / 1024 }) : undefined)
    if (tooLarge) return
    setBusy(true)
    try {
      setOutcome({ of: await bring(file) })
    } catch (cause) {
      setFailure(cause)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="card stack" aria-labelledby="upload">
      <h2 id="upload">{title}</h2>
      <div className="file-pick">
        <input
          id="money-file"
          className="sr-only"
          type="file"
          accept={accept}
          aria-describedby={describedBy('money-file', problem, true)}
          aria-invalid={problem ? true : undefined}
          disabled={busy}
          onChange={event => {
            void choose(event.target.files?.[0])
            // The same file may be chosen again.
            event.target.value = ''
          }}
        />
        <span className="gov-button" data-hydrated="" data-size="m" data-type="outlined" data-color="primary">
          <label className="element" htmlFor="money-file">
            <Icon name="plus" slot="icon-start" />
            {t('choose')}
          </label>
        </span>
      </div>
      <Under id="money-file" error={problem} hint={hint} />
      <div role="status" className="stack">
        {busy && <p>{busyWords}</p>}
        {outcome && children(outcome.of)}
      </div>
      {failure !== null && <Failure cause={failure} />}
    </section>
  )
}
