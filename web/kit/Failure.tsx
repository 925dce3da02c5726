import { asProblem } from '../api.ts'
import { useWords } from '../language.tsx'
import { shell } from '../words/shell.ts'
import { Alert } from './Alert.tsx'
import { Button } from './Button.tsx'

interface Props {
  cause: unknown
  /** What else holds on this page. */
  more?: string | undefined
  onRetry?: () => void
}

/** What went wrong, in the API's words, with a way to try again and the number under which the office finds it. */
export const Failure = ({ cause, more, onRetry }: Props) => {
  const t = useWords(shell)
  const { details } = asProblem(cause)
  return (
    <Alert tone="error" title={details.title} role="alert">
      <p>{details.detail}</p>
      {more && <p>{more}</p>}
      {details.requestId && <p className="fine">{t('requestId', { id: details.requestId })}</p>}
      {onRetry && (
        <p>
          <Button kind="secondary" size="s" onClick={onRetry}>
            {t('tryAgain')}
          </Button>
        </p>
      )}
    </Alert>
  )
}
