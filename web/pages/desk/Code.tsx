import { useEffect, useState } from 'react'
import type { DeskCodeIssued, DeskPerson } from '../../../api/contract.ts'
import { instant } from '../../format.ts'
import { Alert } from '../../kit/Alert.tsx'
import { Button } from '../../kit/Button.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { deskWords } from '../../words/desk.ts'
import { act } from './queries.ts'
import { useAct } from './useAct.ts'

/** Makes a one-time code; it is shown here, and stands on the confirmation, until the page is left. */
export const Code = ({ person }: { person: DeskPerson }) => {
  const t = useWords(deskWords)
  const l = useLanguage()
  const { run, busy, failure } = useAct()
  const [issued, setIssued] = useState<DeskCodeIssued | null>(null)
  const pdf = usePdf(issued?.pdf)
  const issue = async (): Promise<DeskPerson> => {
    const made = await act<DeskCodeIssued>(person.id, 'code')
    setIssued(made)
    return made.person
  }
  return (
    <section className="card stack" aria-labelledby="code">
      <h2 id="code">{t('codeTitle')}</h2>
      <p className="fine">{t('codeText')}</p>
      <div role="status">
        {issued && (
          <Alert tone="success" title={t('codeShown')}>
            <p className="desk-code">{issued.code}</p>
            <p>{t('codeUntil', { until: instant(issued.validUntil, l) })}</p>
            {pdf && (
              <p>
                <a className="file-link" href={pdf} download={t('file')}>
                  <Icon name="download" /> {t('download')}
                </a>
              </p>
            )}
          </Alert>
        )}
      </div>
      {!issued && person.code && <p>{t('codeLiving', { until: instant(person.code.validUntil, l) })}</p>}
      {failure !== null && <Failure cause={failure} />}
      <Button kind={issued ? 'secondary' : 'primary'} busy={busy} icon="key" onClick={() => void run(issue)}>
        {t(issued || person.code ? 'printNew' : 'print')}
      </Button>
    </section>
  )
}

/** The confirmation as an address that the browser can save; gone with the page. */
function usePdf(base64: string | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (base64 === undefined) return
    const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
    const made = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [base64])
  return address
}
