import { useEffect, useState } from 'react'
import { Button, ButtonAnchor } from '../kit/Button.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { Failure } from '../kit/Failure.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { apiPaths, paths } from '../paths.ts'
import { client, sessionQuery } from '../queries.ts'
import { extendSession, useSession } from '../session.tsx'
import { sessionWords } from '../words/session.ts'
import { useSignOut } from './sign-out.ts'

/** Asks before the session ends; once it has ended, offers to sign in again without leaving the page. */
export const SessionDialogs = () => {
  const { expired, endsSoon } = useSession()
  if (expired) return <Expired />
  return endsSoon ? <Warning endsAt={endsSoon} /> : null
}

const Warning = ({ endsAt }: { endsAt: string }) => {
  const t = useWords(sessionWords)
  const [left, setLeft] = useState(() => secondsTo(endsAt))
  const [failure, setFailure] = useState<unknown>(null)
  const { signOut, busy } = useSignOut()
  useEffect(() => {
    const tick = window.setInterval(() => setLeft(secondsTo(endsAt)), 5000)
    return () => window.clearInterval(tick)
  }, [endsAt])
  const stay = async (): Promise<void> => {
    try {
      await extendSession()
    } catch (cause) {
      setFailure(cause)
    }
  }
  return (
    <Dialog
      title={t('warnTitle')}
      onClose={() => void stay()}
      actions={
        <>
          <Button onClick={() => void stay()}>{t('stay')}</Button>
          <Button kind="secondary" busy={busy} onClick={signOut}>
            {t('leave')}
          </Button>
        </>
      }
    >
      <p>{t('warnText')}</p>
      <p role="timer" aria-live="polite">
        <strong>{left >= 60 ? t('warnLeft', { n: Math.round(left / 60) }) : t('warnSoon')}</strong>
      </p>
      {failure !== null && <Failure cause={failure} />}
    </Dialog>
  )
}

const Expired = () => {
  const t = useWords(sessionWords)
  const l = useLanguage()
  useEffect(() => {
    // Signed in in the other tab? Look again as soon as this one is in front.
    const look = (): void => void client.invalidateQueries(sessionQuery)
    document.addEventListener('visibilitychange', look)
    window.addEventListener('focus', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('focus', look)
    }
  }, [])
  return (
    <Dialog
      title={t('expiredTitle')}
      actions={
        <>
          <ButtonAnchor href={apiPaths.login(paths.home(l))} newTab>
            {t('signInTab')}
          </ButtonAnchor>
          <ButtonAnchor kind="secondary" href={paths.signedOut(l)}>
            {t('finish')}
          </ButtonAnchor>
        </>
      }
    >
      <p>{t('expiredText')}</p>
      <p>{t('expiredHow')}</p>
    </Dialog>
  )
}

const secondsTo = (end: string): number => Math.max(0, Math.round((new Date(end).getTime() - Date.now()) / 1000))
