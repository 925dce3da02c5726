import { useEffect, useRef } from 'react'
import type { ApiProblem } from '../../api.ts'
import { Alert } from '../../kit/Alert.tsx'
import { Button } from '../../kit/Button.tsx'
import { useWords } from '../../language.tsx'
import { askAgainEvery } from '../../outage.ts'
import { basketWords } from '../../words/basket.ts'
import { shell } from '../../words/shell.ts'

interface Props {
  cause: ApiProblem
  /** It is being sent right now. */
  busy: boolean
  send: () => void
  stop: () => void
}

/** An order that met an outage: what is certain about the money, and the order sent again by itself as long as the page is looked at. */
export const Resend = ({ cause, busy, send, stop }: Props) => {
  const t = useWords(basketWords)
  const frame = useWords(shell)
  const latest = useRef(send)
  latest.current = send
  useEffect(() => {
    if (busy) return
    const again = window.setInterval(() => {
      if (document.visibilityState !== 'hidden') latest.current()
    }, askAgainEvery)
    return () => window.clearInterval(again)
  }, [busy])
  const { requestId } = cause.details
  return (
    <Alert tone="warning" title={t('notSent')} role="alert">
      <p>{t('notSentMoney')}</p>
      <p>{t('notSentAgain')}</p>
      {requestId && <p className="fine">{frame('requestId', { id: requestId })}</p>}
      <div className="actions">
        <Button kind="secondary" size="s" busy={busy} onClick={send}>
          {t('sendNow')}
        </Button>
        <Button kind="plain" size="s" onClick={stop}>
          {t('sendStop')}
        </Button>
      </div>
    </Alert>
  )
}
