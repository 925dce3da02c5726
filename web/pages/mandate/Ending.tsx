import { useRef, useState } from 'react'
import type { MandateDetail, Revocation } from '../../../api/contract.ts'
import { call } from '../../api.ts'
import { Button } from '../../kit/Button.tsx'
import { Details } from '../../kit/Details.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { Field } from '../../kit/Field.tsx'
import { useWords } from '../../language.tsx'
import { client } from '../../queries.ts'
import { mandatesWords } from '../../words/mandates.ts'
import { otherSide } from './state.ts'

/** Revoking by the principal, notice by an agent: what it does is said first, then asked once more. */
export const Ending = ({ mandate, onEnded }: { mandate: MandateDetail; onEnded: () => void }) => {
  const t = useWords(mandatesWords)
  const [asking, setAsking] = useState(false)
  const { given } = mandate
  return (
    <section className="card stack">
      <h2>{t('end')}</h2>
      <p>{t(given ? 'endGiven' : 'endHeld')}</p>
      <Button kind="danger" onClick={() => setAsking(true)}>
        {t(given ? 'revokeButton' : 'noticeButton')}
      </Button>
      {asking && <Question mandate={mandate} onClose={() => setAsking(false)} onEnded={onEnded} />}
    </section>
  )
}

interface Props {
  mandate: MandateDetail
  onClose: () => void
  onEnded: () => void
}

const Question = ({ mandate, onClose, onEnded }: Props) => {
  const t = useWords(mandatesWords)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  // One id for all tries: pressing twice, or again after a lost answer, ends it once.
  const id = useRef(crypto.randomUUID())
  const { given } = mandate
  const name = otherSide(mandate)
  const end = async (): Promise<void> => {
    setBusy(true)
    setFailure(null)
    const why = reason.trim()
    const revocation: Revocation = { id: id.current, ...(why ? { reason: why } : {}) }
    try {
      await call('POST', `/mandates/${encodeURIComponent(mandate.id)}/revoke`, revocation)
      await Promise.all(
        ['mandates', 'principals', 'liabilities', 'cases'].map(key => client.invalidateQueries({ queryKey: [key] })),
      )
      onEnded()
    } catch (cause) {
      setFailure(cause)
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={t(given ? 'revokeTitle' : 'noticeTitle')}
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" busy={busy} onClick={() => void end()}>
            {t(given ? 'revokeYes' : 'noticeYes')}
          </Button>
          <Button kind="plain" onClick={onClose}>
            {t('keep')}
          </Button>
        </>
      }
    >
      <h3>{t('atOnce')}</h3>
      <ul>
        <li>{t(given ? 'atOnceGiven' : 'atOnceHeld', { name })}</li>
        <li>{t('atOnceCases')}</li>
        <li>{t('atOncePayments')}</li>
      </ul>
      <h3>{t('staysTitle')}</h3>
      <p>{t('stays')}</p>
      {/* Nobody must say why, and no keyboard should jump up on a phone: the field waits behind its name. */}
      <Details summary={t('reasonAdd')}>
        <Field
          id="reason"
          label={t('reason')}
          maxLength={500}
          autoComplete="off"
          value={reason}
          onChange={event => setReason(event.target.value)}
        />
      </Details>
      {failure !== null && <Failure cause={failure} />}
    </Dialog>
  )
}
