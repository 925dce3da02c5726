import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { ApiProblem } from '../../api.ts'
import { Button, ButtonLink } from '../../kit/Button.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { Spinner } from '../../kit/Spinner.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { Page } from '../../layout/Page.tsx'
import { paths } from '../../paths.ts'
import { client } from '../../queries.ts'
import { reminderWords } from '../../words/reminders.ts'
import { Gone } from './LinkPage.tsx'
import { reminderLinkQuery, stopReminders } from './queries.ts'

/**
 * Turns reminders by e-mail off, without signing in. It takes one press: programs that read mail open every link, and would
 * otherwise turn them off.
 */
export const StopPage = () => {
  const { ticket = '' } = useParams()
  const t = useWords(reminderWords)
  const l = useLanguage()
  const { data, error, refetch } = useQuery(reminderLinkQuery(ticket))
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  if (error instanceof ApiProblem && error.status === 404) return <Gone />
  const stop = async (): Promise<void> => {
    setBusy(true)
    setFailure(null)
    try {
      await stopReminders(ticket)
      await client.invalidateQueries(reminderLinkQuery(ticket))
    } catch (cause) {
      setFailure(cause)
    } finally {
      setBusy(false)
    }
  }
  const off = data?.mail === false
  return (
    <Page title={t(off ? 'stoppedTitle' : 'stopTitle')} lead={t(off ? 'stoppedText' : 'stopText')}>
      {failure !== null && <Failure cause={failure} />}
      {error && !data ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Spinner rows={2} />
      ) : off ? (
        <ButtonLink kind="secondary" to={paths.liabilities(l)}>
          {t('toLiabilities')}
        </ButtonLink>
      ) : (
        <Button busy={busy} onClick={() => void stop()}>
          {t('stopGo')}
        </Button>
      )}
    </Page>
  )
}
