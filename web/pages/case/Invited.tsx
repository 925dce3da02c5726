import { useState } from 'react'
import { useNavigate } from 'react-router'
import { Button } from '../../kit/Button.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { Page } from '../../layout/Page.tsx'
import { paths } from '../../paths.ts'
import { join } from '../../queries.ts'
import { useSession } from '../../session.tsx'
import { invitationWords, mandatesWords } from '../../words/mandates.ts'
import { bareCode } from '../mandate/code.ts'

/**
 * Where the link of an invitation leads: whoever is signed in says that the letter is theirs, before the code ties the place in
 * the case to their account. More people than one may use a family's computer.
 */
export const Invited = ({ caseId, code }: { caseId: string; code: string }) => {
  const t = useWords(invitationWords)
  const m = useWords(mandatesWords)
  const l = useLanguage()
  const go = useNavigate()
  const { user } = useSession()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const enter = async (): Promise<void> => {
    setBusy(true)
    setFailure(null)
    try {
      await join(caseId, bareCode(code))
      void go(paths.case(l, caseId), { replace: true })
    } catch (cause) {
      setFailure(cause)
      setBusy(false)
    }
  }
  return (
    <Page title={t('linkTitle')} crumbs={[{ to: paths.mandates(l), title: m('title') }]}>
      <div className="card stack">
        <p>{t('linkText', { name: user?.name ?? '' })}</p>
        {failure !== null && <Failure cause={failure} />}
        <div className="actions">
          <Button busy={busy} onClick={() => void enter()}>
            {t('linkYes')}
          </Button>
        </div>
        <p className="fine">{t('linkFine')}</p>
        <p className="fine">{t('linkNo')}</p>
      </div>
    </Page>
  )
}
