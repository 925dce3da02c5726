import { useState } from 'react'
import type { Profile, ProfilePatch } from '../../../api/contract.ts'
import { call } from '../../api.ts'
import { Alert } from '../../kit/Alert.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { Tick } from '../../kit/Tick.tsx'
import { useWords } from '../../language.tsx'
import { client, profileQuery } from '../../queries.ts'
import { reminderWords } from '../../words/reminders.ts'

/** By which channels one is reminded; each box is kept as it is ticked. */
export const Choice = ({ profile }: { profile: Profile }) => {
  const t = useWords(reminderWords)
  const [chosen, setChosen] = useState(profile.reminders)
  const [done, setDone] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const choose = async (change: Partial<typeof chosen>): Promise<void> => {
    const [before, next] = [chosen, { ...chosen, ...change }]
    setChosen(next)
    setDone(false)
    setFailure(null)
    try {
      await call('PATCH', '/profile', { reminders: next } satisfies ProfilePatch)
      void client.invalidateQueries(profileQuery)
      setDone(true)
    } catch (cause) {
      setChosen(before)
      setFailure(cause)
    }
  }
  return (
    <section className="section" aria-labelledby="reminders">
      <h2 id="reminders">{t('title')}</h2>
      <p>{t('text')}</p>
      <div className="fields section-card">
        {failure !== null && <Failure cause={failure} />}
        <Tick
          id="remind-portal"
          label={t('portal')}
          checked={chosen.portal}
          onChange={portal => void choose({ portal })}
        />
        <Tick
          id="remind-email"
          label={t('email')}
          hint={t('emailHint')}
          checked={chosen.email}
          onChange={email => void choose({ email })}
        />
        {chosen.email && profile.email === null && (
          <Alert tone="warning">
            <p>{t('noEmail')}</p>
          </Alert>
        )}
        <p role="status" className="fine">
          {done && t('saved')}
        </p>
      </div>
    </section>
  )
}
