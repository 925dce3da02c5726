import { useState } from 'react'
import type { DayClosing, DayView } from '../../../../../api/contract.ts'
import { instant } from '../../../../format.ts'
import { Alert } from '../../../../kit/Alert.tsx'
import { Button } from '../../../../kit/Button.tsx'
import { Failure } from '../../../../kit/Failure.tsx'
import { useLanguage, useWords } from '../../../../language.tsx'
import { useSession } from '../../../../session.tsx'
import { dayWords } from '../../../../words/days.ts'
import { asking, reason, textOf } from '../../moves/asking.ts'
import { FormDialog } from '../../moves/FormDialog.tsx'
import { confirm, propose, withdraw } from './queries.ts'
import { Totals } from './Totals.tsx'

const noteForm = asking({ note: reason(dayWords.noteField, dayWords.noteHelp) }, { optional: ['note'] })

/** Closing a day by two people: one proposes what they see, another confirms it. */
export const Closing = ({ view }: { view: DayView }) => {
  const t = useWords(dayWords)
  const { official } = useSession()
  const { day, seal, closing, over } = view
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const doing = async (act: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setFailure(null)
    await act().catch(setFailure)
    setBusy(false)
  }
  const waits = closing?.state === 'proposed'
  return (
    <section className="card stack" aria-labelledby="closing">
      <h2 id="closing">{t('closing')}</h2>
      {closing && <How closing={closing} />}
      {!closing && <p>{t(over ? 'mayPropose' : 'notOver')}</p>}
      {failure !== null && <Failure cause={failure} />}
      {!closing && over && (
        <div className="actions">
          <Button onClick={() => setAsked(true)}>{t('propose')}</Button>
        </div>
      )}
      {waits && (
        <div className="actions">
          {!closing.changed && closing.proposedBy.id !== official?.id && (
            <Button busy={busy} onClick={() => void doing(() => confirm(day, seal))}>
              {t('confirm')}
            </Button>
          )}
          <Button kind="secondary" busy={busy} onClick={() => void doing(() => withdraw(day))}>
            {t('withdraw')}
          </Button>
        </div>
      )}
      {asked && (
        <FormDialog
          title={t('propose')}
          lead={t('mayPropose')}
          form={noteForm}
          submitLabel={t('propose')}
          onClose={() => setAsked(false)}
          onSubmit={async data => {
            await propose(day, seal, textOf(data, 'note').trim())
            setAsked(false)
          }}
        />
      )}
    </section>
  )
}

/** Who proposed and confirmed, with what they saw where it is not so any more. */
const How = ({ closing }: { closing: DayClosing }) => {
  const t = useWords(dayWords)
  const l = useLanguage()
  const { state, proposedBy, proposedAt, decidedBy, decidedAt, note, changed, totals } = closing
  const by = { proposer: proposedBy.name, proposed: instant(proposedAt, l) }
  const isClosed = state === 'confirmed'
  return (
    <>
      <Alert tone={isClosed ? 'success' : 'primary'} title={t(isClosed ? 'closed' : 'proposed')} role="status">
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
