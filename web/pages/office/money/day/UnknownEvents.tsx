import { useState } from 'react'
import type { DayView } from '../../../../../api/contract.ts'
import { instant } from '../../../../format.ts'
import { Button } from '../../../../kit/Button.tsx'
import { Details } from '../../../../kit/Details.tsx'
import { useLanguage, useWords } from '../../../../language.tsx'
import { dayWords } from '../../../../words/days.ts'
import { asking, reason, textOf } from '../../moves/asking.ts'
import { FormDialog } from '../../moves/FormDialog.tsx'
import { resolve } from './queries.ts'

const form = asking({ words: reason(dayWords.resolveField) })

/** Messages of the gateway that nobody understood: what each says, and a form to say what it was. */
export const UnknownEvents = ({ events: { count, shown } }: { events: DayView['unknown'] }) => {
  const t = useWords(dayWords)
  const l = useLanguage()
  const [asked, setAsked] = useState<string>()
  return (
    <section className="section stack" aria-labelledby="unknown-events">
      <h2 id="unknown-events">{t('unknownEvents')}</h2>
      <p className="muted">{t('unknownText')}</p>
      <ul className="plain stack">
        {shown.map(event => (
          <li key={event.id} className="card stack">
            <p>
              <strong>{event.type}</strong> <span className="line-detail">{event.id}</span>
              <span className="line-detail">
                {t('received', { at: instant(event.receivedAt, l) })}, {t(reasonOf(event.reason))}
              </span>
            </p>
            <Details summary={t('content')}>
              <pre className="event-content">{event.content}</pre>
            </Details>
            <Button kind="secondary" size="s" onClick={() => setAsked(event.id)}>
              {t('resolve')}
            </Button>
          </li>
        ))}
      </ul>
      {shown.length < count && <p>{t('shownFirst', { shown: shown.length, count })}</p>}
      {asked !== undefined && (
        <FormDialog
          title={t('resolve')}
          lead={asked}
          form={form}
          submitLabel={t('save')}
          onClose={() => setAsked(undefined)}
          onSubmit={async data => {
            await resolve(asked, textOf(data, 'words').trim())
            setAsked(undefined)
          }}
        />
      )}
    </section>
  )
}

/** Why the API could do nothing with it, as it notes it down. */
const reasonOf = (reason: string | null) => (reason === 'no order of ours' ? 'noOrder' : 'notUnderstood')
