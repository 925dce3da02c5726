import { useLocation } from 'react-router'
import { asProblem } from '../api.ts'
import { Failure } from '../kit/Failure.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { Page } from '../layout/Page.tsx'
import { paths } from '../paths.ts'
import { client, sessionQuery } from '../queries.ts'
import { shell } from '../words/shell.ts'
import { Unreachable } from './payment/Unreachable.tsx'

/** The portal does not answer, not even who is here. Nobody is sent to sign in anew for that; the page goes on by itself. */
export const AwayPage = ({ cause }: { cause: unknown }) => {
  const t = useWords(shell)
  const l = useLanguage()
  const { pathname } = useLocation()
  const retry = (): void => void client.refetchQueries(sessionQuery)
  const paying = pathname.startsWith(paths.payment(l, ''))
  return (
    <Page title={t('awayTitle')} lead={paying ? undefined : t('awayText')}>
      {paying ? (
        <Unreachable cause={asProblem(cause)} knownAt={0} onRetry={retry} />
      ) : (
        <Failure cause={cause} onRetry={retry} />
      )}
    </Page>
  )
}
