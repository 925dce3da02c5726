import { useEffect, useRef, useState } from 'react'
import { ApiProblem } from '../../api.ts'
import { Alert } from '../../kit/Alert.tsx'
import { Button } from '../../kit/Button.tsx'
import { useWords } from '../../language.tsx'
import { signInByPasskey } from '../../passkey.ts'
import { client } from '../../queries.ts'
import { useSession } from '../../session.tsx'
import { keyWords } from '../../words/desk.ts'
import { DeviceProblem } from './DeviceProblem.tsx'

/** Whether the API wants the person to prove anew who they are. */
export const isNotFresh = (cause: unknown): cause is ApiProblem =>
  cause instanceof ApiProblem && cause.details.code === 'sign-in-not-fresh'

interface Props {
  /** Where one signs in anew by a means of identification. */
  next: string | undefined
  /** The person has proved on this page who they are. */
  onDone: () => void
}

/** Asks the person to prove once more who they are: whoever signed in by a passkey right here, others at their provider. */
export const SignInAgain = ({ next, onDone }: Props) => {
  const t = useWords(keyWords)
  const { citizen } = useSession()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const byPasskey = async (): Promise<void> => {
    setBusy(true)
    setFailure(null)
    try {
      await signInByPasskey()
      await client.invalidateQueries({ queryKey: ['session'] })
      onDone()
    } catch (cause) {
      setFailure(cause)
      setBusy(false)
    }
  }
  return (
    <Alert tone="warning" title={t('againTitle')} ref={box}>
      <p>{t('againText')}</p>
      {failure !== null && <DeviceProblem cause={failure} />}
      <p>
        {citizen?.means === 'passkey' || !next ? (
          <Button icon="key" busy={busy} onClick={() => void byPasskey()}>
            {t('againByPasskey')}
          </Button>
        ) : (
          <Button icon="person" onClick={() => window.location.assign(next)}>
            {t('againByIdentity')}
          </Button>
        )}
      </p>
    </Alert>
  )
}
