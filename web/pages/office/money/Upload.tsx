import { Link } from 'react-router'
import type { ImportedStatements } from '../../../../api/contract.ts'
import { Alert } from '../../../kit/Alert.tsx'
import { useLanguage, usePick, useWords } from '../../../language.tsx'
import { paths } from '../../../paths.ts'
import { moneyWords } from '../../../words/money.ts'
import { Buckets } from './Buckets.tsx'
import { FileUpload } from './FileUpload.tsx'
import { bringStatements } from './queries.ts'

const largest = 32 * 1024 * 1024

/** Brings a bank statement, and shows where its money belongs. */
export const Upload = () => {
  const t = useWords(moneyWords)
  return (
    <FileUpload
      title={t('upload')}
      hint={t('uploadHint')}
      accept=".xml,.gpc,.abo,.txt,application/xml,text/xml,text/plain"
      largest={largest}
      busyWords={t('reading')}
      bring={bringStatements}
    >
      {({ statements }) => statements.map(one => <Taken key={one.id} statement={one} />)}
    </FileUpload>
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
