import { useEffect } from 'react'
import { useLocation } from 'react-router'
import type { ApiProblem } from '../api.ts'
import { Alert } from '../kit/Alert.tsx'
import { ButtonAnchor } from '../kit/Button.tsx'
import { Failure } from '../kit/Failure.tsx'
import { useWords } from '../language.tsx'
import { apiPaths } from '../paths.ts'
import { client, sessionQuery } from '../queries.ts'
import { useSession } from '../session.tsx'
import { formWords } from '../words/forms.ts'

/** Why the form could not be sent, and what to do. A session that has ended is no fault: all that was typed is kept. */
export const Refused = ({ cause }: { cause: ApiProblem }) => {
  const t = useWords(formWords)
  const { expired } = useSession()
  const { pathname, search } = useLocation()
  const ended = cause.status === 401
  useEffect(() => {
    if (ended) void client.invalidateQueries(sessionQuery)
  }, [ended])
  if (!ended) return <Failure cause={cause} />
  return (
    <Alert tone="warning" title={t('endedTitle')} role="alert">
      <p>{t('ended')}</p>
      {expired && (
        <p>
          <ButtonAnchor href={apiPaths.login(pathname + search)}>{t('signIn')}</ButtonAnchor>
        </p>
      )}
    </Alert>
  )
}
