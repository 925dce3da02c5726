import { useRef, useState } from 'react'
import { Link } from 'react-router'
import type { ImportedStatements } from '../../../../api/contract.ts'
import { Alert } from '../../../kit/Alert.tsx'
import { Failure } from '../../../kit/Failure.tsx'
import { describedBy, Under } from '../../../kit/Field.tsx'
import { Icon } from '../../../kit/Icon.tsx'
import { useLanguage, usePick, useWords } from '../../../language.tsx'
import { paths } from '../../../paths.ts'
import { moneyWords } from '../../../words/money.ts'
import { Buckets } from './Buckets.tsx'
import { bringStatements } from './queries.ts'

const largest = 32 * 1024 * 1024

/** Brings a statement: chosen, it is read at once; what came of it, or what is wrong with it, stands below. */
export const Upload = () => {
  const t = useWords(moneyWords)
  const [problem, setProblem] = useState<string>()
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [taken, setTaken] = useState<ImportedStatements['statements']>([])
  const input = useRef<HTMLInputElement>(null)

  const choose = async (file: File | undefined): Promise<void> => {
    if (!file || busy) return
    setFailure(null)
    setTaken([])
    setProblem(file.size > largest ? t('tooLarge') : undefined)
    if (file.size > largest) return
    setBusy(true)
    try {
      setTaken((await bringStatements(file)).statements)
    } catch (cause) {
      setFailure(cause)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="card stack" aria-labelledby="upload">
      <h2 id="upload">{t('upload')}</h2>
      <div className="file-pick">
        <input
          ref={input}
          id="statement-file"
          className="sr-only"
          type="file"
          accept=".xml,.gpc,.abo,.txt,application/xml,text/xml,text/plain"
          aria-describedby={describedBy('statement-file', problem, true)}
          aria-invalid={problem ? true : undefined}
          disabled={busy}
          onChange={event => {
            void choose(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <span className="gov-button" data-hydrated="" data-size="m" data-type="outlined" data-color="primary">
          <label className="element" htmlFor="statement-file">
            <Icon name="plus" slot="icon-start" />
            {t('choose')}
          </label>
        </span>
      </div>
      <Under id="statement-file" error={problem} hint={t('uploadHint')} />
      <div role="status" className="stack">
        {busy && <p>{t('reading')}</p>}
        {taken.map(one => (
          <Taken key={one.id} statement={one} />
        ))}
      </div>
      {failure !== null && <Failure cause={failure} />}
    </section>
  )
}

const Taken = ({ statement }: { statement: ImportedStatements['statements'][number] }) => {
  const t = useWords(moneyWords)
  const l = useLanguage()
  const pick = usePick()
  const { id, number, year, already, warnings, buckets } = statement
  return (
    <Alert
      tone={already ? 'primary' : warnings.length > 0 ? 'warning' : 'success'}
      title={t(already ? 'already' : 'taken', { number, year })}
    >
      {already && <p>{t('alreadyText')}</p>}
      {warnings.map(warning => (
        <p key={warning.en}>{pick(warning)}</p>
      ))}
      {!already && <Buckets buckets={buckets} />}
      <p>
        <Link to={paths.statement(l, id)}>{t('show')}</Link>
      </p>
    </Alert>
  )
}
