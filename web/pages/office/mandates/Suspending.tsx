import { useState } from 'react'
import type { OfficeMandate } from '../../../../api/contract.ts'
import { Button } from '../../../kit/Button.tsx'
import { usePick, useWords } from '../../../language.tsx'
import { officeMandatesWords } from '../../../words/office-mandates.ts'
import { asking, reason, textOf } from '../moves/asking.ts'
import { FormDialog } from '../moves/FormDialog.tsx'
import { resume, suspend } from './queries.ts'

const why = asking({ reason: reason(officeMandatesWords.reason, officeMandatesWords.reasonHelp) })
const word = asking({ reason: reason(officeMandatesWords.resumeReason) }, { optional: ['reason'] })

interface Props {
  mandate: OfficeMandate
  onDone: (how: 'suspended' | 'resumed') => void
}

/** Suspends a mandate, or lets it go on; what it does is said before. Or says why this official does neither. */
export const Suspending = ({ mandate, onDone }: Props) => {
  const t = useWords(officeMandatesWords)
  const pick = usePick()
  const [asked, setAsked] = useState(false)
  const { id, maySuspend, mayResume, whyNeither } = mandate
  if (!maySuspend && !mayResume)
    return (
      whyNeither && (
        <section className="card stack">
          <h2>{t('suspendTitle')}</h2>
          <p>{pick(whyNeither)}</p>
        </section>
      )
    )
  return (
    <section className="card stack">
      <h2>{t(maySuspend ? 'suspendTitle' : 'resumeTitle')}</h2>
      <p>{t(maySuspend ? 'suspendText' : 'resumeText')}</p>
      <Button kind={maySuspend ? 'danger' : 'primary'} onClick={() => setAsked(true)}>
        {t(maySuspend ? 'suspend' : 'resume')}
      </Button>
      {asked && (
        <FormDialog
          title={t(maySuspend ? 'suspend' : 'resume')}
          lead={t(maySuspend ? 'suspendLead' : 'resumeLead')}
          form={maySuspend ? why : word}
          submitLabel={t(maySuspend ? 'suspend' : 'resume')}
          onClose={() => setAsked(false)}
          onSubmit={async data => {
            await (maySuspend ? suspend : resume)(id, textOf(data, 'reason').trim())
            setAsked(false)
            onDone(maySuspend ? 'suspended' : 'resumed')
          }}
        />
      )}
    </section>
  )
}
