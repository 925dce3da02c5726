import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { DeskPerson } from '../../../api/contract.ts'
import { day } from '../../format.ts'
import { Button } from '../../kit/Button.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { deskWords } from '../../words/desk.ts'
import { act, forget } from './queries.ts'

/** Says on every page of the service whom the official serves, and ends it. */
export const Serving = ({ person }: { person: DeskPerson }) => {
  const t = useWords(deskWords)
  const l = useLanguage()
  const go = useNavigate()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const leave = async (): Promise<void> => {
    setBusy(true)
    setFailure(null)
    try {
      await act(person.id, 'leave')
      await go(paths.desk(l), { state: 'left' })
      forget()
    } catch (cause) {
      setFailure(cause)
      setBusy(false)
    }
  }
  return (
    <div className="serving" role="region" aria-label={t('serving')}>
      <p>
        <Icon name="person" /> {t('serving')}: <strong>{person.name}</strong>
        {person.birthDate && <span className="nowrap">, {t('born', { day: day(person.birthDate, l) })}</span>}
      </p>
      <Button kind="secondary" size="s" icon="out" busy={busy} onClick={() => void leave()}>
        {t('leave')}
      </Button>
      {failure !== null && <Failure cause={failure} />}
    </div>
  )
}
