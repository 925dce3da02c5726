import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { TaskView } from '../../../api/contract.ts'
import { ApiProblem } from '../../api.ts'
import { CaseForm } from '../../forms/CaseForm.tsx'
import { FormAnswers } from '../../forms/FormAnswers.tsx'
import { Alert } from '../../kit/Alert.tsx'
import { Button, ButtonLink } from '../../kit/Button.tsx'
import { Details } from '../../kit/Details.tsx'
import { useLanguage, usePick, useWords } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { client, tell } from '../../queries.ts'
import { officeWords } from '../../words/office.ts'
import type { JustDecided } from './Decided.tsx'
import { findNext } from './queries.ts'

/** The form of the decision; or why this official cannot decide, with what they had typed until then. */
export const Decision = ({ task }: { task: TaskView }) => {
  const t = useWords(officeWords)
  const pick = usePick()
  const goOn = useGoOn(task)
  const id = useRef(crypto.randomUUID())
  const own = useRef(false)
  const [typed, setTyped] = useState<unknown>(undefined)
  const barred = task.barred !== null || task.state !== 'open'

  if (barred)
    return (
      <div className="stack">
        <Barred title={t(typed === undefined ? (task.state === 'open' ? 'barred' : 'closedTask') : 'outrun')}>
          {typed !== undefined ? t('outrunText') : task.barred && pick(task.barred)}
        </Barred>
        {typed !== undefined && (
          <Details summary={t('typed')} open>
            <FormAnswers form={task.form} data={typed} />
          </Details>
        )}
        <div className="actions">
          <Button onClick={() => void goOn('main')}>{t('nextTask')}</Button>
          <ToInbox />
        </div>
      </div>
    )
  return (
    <CaseForm
      form={task.form}
      draftKey={`task:${task.id.replace(/[^\w.:-]/g, '.')}`}
      suggest={task.person}
      submitLabel={t('decideAndNext')}
      otherLabel={t('decide')}
      onChange={data => {
        if (!own.current) setTyped(data)
      }}
      onSubmit={async (data, by) => {
        try {
          own.current = true
          const view = await tell(task.case, { id: id.current, kind: 'answer', stepKey: task.stepKey, data })
          await goOn(by, { decided: task.number, pending: view.pending })
        } catch (cause) {
          own.current = false
          if (!(cause instanceof ApiProblem) || cause.status !== 409) throw cause
          setTyped(data)
          await client.invalidateQueries({ queryKey: ['tasks', task.id] })
          throw cause
        }
        return undefined
      }}
    />
  )
}

/** Where to go from here: to the next open task, or to the inbox when there is none or none is wanted. */
function useGoOn(task: TaskView) {
  const l = useLanguage()
  const go = useNavigate()
  return async (by: 'main' | 'other', state?: JustDecided) => {
    await client.invalidateQueries({ queryKey: ['inbox'] })
    const next = by === 'main' ? await findNext(task).catch(() => null) : null
    await go(next ? paths.task(l, next.id) : paths.inbox(l), { state })
    void client.invalidateQueries({ queryKey: ['tasks', task.id] })
  }
}

const Barred = ({ title, children }: { title: string; children: React.ReactNode }) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <Alert tone="warning" title={title} role="alert" ref={box}>
      <p>{children}</p>
    </Alert>
  )
}

const ToInbox = () => {
  const t = useWords(officeWords)
  const l = useLanguage()
  return (
    <ButtonLink kind="secondary" to={paths.inbox(l)}>
      {t('toInbox')}
    </ButtonLink>
  )
}
