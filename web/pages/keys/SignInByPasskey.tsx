import { useState } from 'react'
import { Button, ButtonLink } from '../../kit/Button.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { signInByPasskey } from '../../passkey.ts'
import { paths } from '../../paths.ts'
import { keyWords } from '../../words/desk.ts'
import { DeviceProblem } from './DeviceProblem.tsx'

/** Signing in without an electronic identity: by a passkey, or by a code of the desk for the first time. */
export const SignInByPasskey = ({ back }: { back: string }) => {
  const t = useWords(keyWords)
  const l = useLanguage()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const signIn = async (): Promise<void> => {
    setBusy(true)
    setFailure(null)
    try {
      await signInByPasskey()
      window.location.assign(back)
    } catch (cause) {
      setFailure(cause)
      setBusy(false)
    }
  }
  return (
    <section className="section card stack" aria-labelledby="by-passkey">
      <h2 id="by-passkey">{t('passkeyTitle')}</h2>
      <p>{t('byPasskeyText')}</p>
      {failure !== null && <DeviceProblem cause={failure} />}
      <div className="actions">
        <Button kind="secondary" icon="key" busy={busy} onClick={() => void signIn()}>
          {t('byPasskey')}
        </Button>
        <ButtonLink kind="plain" to={paths.signInByCode(l)}>
          {t('haveCode')}
        </ButtonLink>
      </div>
    </section>
  )
}
