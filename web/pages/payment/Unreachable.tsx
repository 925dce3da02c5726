import type { ApiProblem } from '../../api.ts'
import { instant } from '../../format.ts'
import { Alert } from '../../kit/Alert.tsx'
import { Button } from '../../kit/Button.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { paymentWords } from '../../words/payment.ts'
import { shell } from '../../words/shell.ts'

interface Props {
  cause: ApiProblem
  /** When what the page shows was last known to be so (epoch milliseconds); 0 when it shows nothing. */
  knownAt: number
  onRetry: () => void
}

/** The portal cannot say how a payment stands. Said is what holds all the same: money paid is not lost, and nobody must pay twice. */
export const Unreachable = ({ cause, knownAt, onRetry }: Props) => {
  const t = useWords(paymentWords)
  const frame = useWords(shell)
  const l = useLanguage()
  const { requestId } = cause.details
  return (
    <Alert tone="warning" title={t('awayTitle')} role="alert">
      {knownAt > 0 && <p>{t('awayKnown', { at: instant(new Date(knownAt).toISOString(), l) })}</p>}
      <p>{t('awayMoney')}</p>
      <p>{t('awayAgain')}</p>
      {requestId && <p className="fine">{frame('requestId', { id: requestId })}</p>}
      <p>
        <Button kind="secondary" size="s" onClick={onRetry}>
          {frame('tryAgain')}
        </Button>
      </p>
    </Alert>
  )
}
