import { useState } from 'react'
import type { Profile } from '../../../api/contract.ts'
import { ApiProblem, call } from '../../api.ts'
import { Alert } from '../../kit/Alert.tsx'
import { Button, ButtonAnchor, ButtonLink } from '../../kit/Button.tsx'
import { ErrorSummary } from '../../kit/ErrorSummary.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { Page } from '../../layout/Page.tsx'
import { paths } from '../../paths.ts'
import { client } from '../../queries.ts'
import { keyWords } from '../../words/desk.ts'
import { profileWords } from '../../words/profile.ts'
import { startWords } from '../../words/start.ts'
import { CodeField, isWhole } from './CodeField.tsx'

/** Binds the identity one has signed in with to the person whom the desk has checked. */
export const DeskCodePage = () => {
  const t = useWords(keyWords)
  const p = useWords(profileWords)
  const l = useLanguage()
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [tried, setTried] = useState(0)
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState(false)
  const bind = async (): Promise<void> => {
    setWrong(isWhole(code) ? null : t('codeWrong'))
    setTried(tried + 1)
    setFailure(null)
    if (!isWhole(code)) return
    setBusy(true)
    try {
      await call<Profile>('POST', '/profile/desk-code', { code })
      setDone(true)
    } catch (cause) {
      setFailure(cause)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Page title={t('pageTitle')} lead={t('bindText')} crumbs={[{ to: paths.profile(l), title: p('title') }]}>
      {done ? (
        <Bound />
      ) : (
        <form
          className="card fields"
          noValidate
          onSubmit={event => {
            event.preventDefault()
            if (!busy) void bind()
          }}
        >
          {wrong && <ErrorSummary key={tried} title={t('errorTitle')} errors={[{ id: 'code', message: wrong }]} />}
          {failure !== null && <Refused key={tried} cause={failure} />}
          <CodeField value={code} error={wrong ?? undefined} onChange={setCode} />
          <div>
            <Button type="submit" busy={busy}>
              {t('bind')}
            </Button>
          </div>
        </form>
      )}
    </Page>
  )
}

/** The account may be another one from now on: everything is asked anew. */
const Bound = () => {
  const t = useWords(keyWords)
  const l = useLanguage()
  return (
    <Alert tone="success" role="status" title={t('bound')}>
      <Button
        onClick={() => {
          client.clear()
          window.location.assign(paths.liabilities(l))
        }}
      >
        {t('toLiabilities')}
      </Button>
    </Alert>
  )
}

const Refused = ({ cause }: { cause: unknown }) => {
  const w = useWords(startWords)
  const low = cause instanceof ApiProblem && cause.details.code === 'level-too-low' ? cause.details.next : undefined
  return (
    <>
      <Failure cause={cause} />
      {low && <ButtonAnchor href={low}>{w('levelButton')}</ButtonAnchor>}
    </>
  )
}

/** Invites whoever has a code of the desk to enter it. */
export const HaveCode = () => {
  const t = useWords(keyWords)
  const l = useLanguage()
  return (
    <>
      <p>{t('haveIt')}</p>
      <ButtonLink kind="secondary" to={paths.deskCode(l)} icon="key">
        {t('enterCode')}
      </ButtonLink>
    </>
  )
}
