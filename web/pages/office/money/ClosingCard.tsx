import { useState } from 'react'
import type { DayClosing } from '../../../../api/contract.ts'
import { instant } from '../../../format.ts'
import { Alert } from '../../../kit/Alert.tsx'
import { Button } from '../../../kit/Button.tsx'
import { Failure } from '../../../kit/Failure.tsx'
import { useLanguage, useWords } from '../../../language.tsx'
import { useSession } from '../../../session.tsx'
import { dayWords } from '../../../words/days.ts'
import { asking, reason, textOf } from '../moves/asking.ts'
import { FormDialog } from '../moves/FormDialog.tsx'
import { Totals } from './day/Totals.tsx'

const noteForm = asking({ note: reason(dayWords.noteField, dayWords.noteHelp) }, { optional: ['note'] })

interface Props {
  closing: DayClosing | null
  /** It may be proposed now. */
  open: boolean
  /** What a day and a month say differently. `ask`: what to look at before it is proposed, or why it cannot be. */
  words: { title: string; ask: string; closed: string; proposed: string }
  propose: (note: string) => Promise<void>
  confirm: () => Promise<void>
  withdraw: () => Promise<void>
}

/** Closing a day or a month by two people: one proposes what they see, another confirms it. */
export const ClosingCard = ({ closing, open, words, propose, confirm, withdraw }: Props) => {
  const t = useWords(dayWords)
  const { official } = useSession()
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const doing = async (act: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setFailure(null)
    await act().catch(setFailure)
    setBusy(false)
  }
  return (
    <section className="card stack" aria-labelledby="closing">
      <h2 id="closing">{words.title}</h2>
      {closing ? <How closing={closing} words={words} /> : <p>{words.ask}</p>}
      {failure !== null && <Failure cause={failure} />}
      {!closing && open && (
        <div className="actions">
          <Button onClick={() => setAsked(true)}>{t('propose')}</Button>
        </div>
      )}
      {closing?.state === 'proposed' && (
        <div className="actions">
          {!closing.changed && closing.proposedBy.id !== official?.id && (
            <Button busy={busy} onClick={() => void doing(confirm)}>
              {t('confirm')}
            </Button>
          )}
          <Button kind="secondary" busy={busy} onClick={() => void doing(withdraw)}>
            {t('withdraw')}
          </Button>
        </div>
      )}
      {asked && (
        <FormDialog
          title={t('propose')}
          lead={words.ask}
          form={noteForm}
          submitLabel={t('propose')}
          onClose={() => setAsked(false)}
          onSubmit={async data => {
            await propose(textOf(data, 'note').trim())
            setAsked(false)
          }}
        />
      )}
    </section>
  )
}

/** Who proposed and confirmed, with what they saw where it is not so any more. */
const How = ({ closing, words }: { closing: DayClosing; words: Props['words'] }) => {
  const t = useWords(dayWords)
  const l = useLanguage()
  const { state, proposedBy, proposedAt, decidedBy, decidedAt, note, changed, totals } = closing
  const by = { proposer: proposedBy.name, proposed: instant(proposedAt, l) }
  const isClosed = state === 'confirmed'
  return (
    <>
      <Alert tone={isClosed ? 'success' : 'primary'} title={isClosed ? words.closed : words.proposed} role="status">
        <p>
          {isClosed
            ? t('closedText', {
                ...by,
                decider: decidedBy?.name ?? '',
                decided: decidedAt ? instant(decidedAt, l) : '',
              })
            : t('proposedText', by)}
        </p>
        {note !== null && <p>{t('note', { note })}</p>}
      </Alert>
      {changed && (
        <>
          <Alert tone="warning" title={t('changed')}>
            <p>{t(isClosed ? 'changedClosed' : 'changedProposed')}</p>
          </Alert>
          <h3>{t('atClosing')}</h3>
          <Totals totals={totals.kinds} />
        </>
      )}
    </>
  )
}
