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
import { useSession } from '../../session.tsx'
import { officeWords } from '../../words/office.ts'
import type { JustDecided } from './Decided.tsx'
import { findNext } from './queries.ts'

/** The form of the decision; or why this official cannot decide, with what they had typed until then. */
export const Decision = ({ task }: { task: TaskView }) => {
  const t = useWords(officeWords)
  const pick = usePick()
  const goOn = useGoOn(task)
  const id = useRef(crypto.randomUUID())
  const { official } = useSession()
  // The case moves on by one's own decision too, and says so before the answer to it has come.
  const deciding = useRef(false)
  const [typed, setTyped] = useState<unknown>(undefined)
  const barred = task.barred !== null || task.state !== 'open'

  if (barred && !deciding.current) {
    const mine = task.state === 'done' && task.caseView.timeline.some(event => event.actor === official?.name)
    const outrun = typed !== undefined && !mine
    return (
      <div className="stack">
        <Barred title={t(outrun ? 'outrun' : task.state === 'open' ? 'barred' : 'closedTask')}>
          {outrun ? t('outrunText') : task.barred && pick(task.barred)}
        </Barred>
        {outrun && (
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
  }
  return (
    <CaseForm
      form={task.form}
      draftKey={`task:${task.id.replace(/[^\w.:-]/g, '.')}`}
      suggest={task.person}
      submitLabel={t('decideAndNext')}
      otherLabel={t('decide')}
      onChange={setTyped}
      onSubmit={async (data, by) => {
        try {
          deciding.current = true
          const view = await tell(task.case, { id: id.current, kind: 'answer', stepKey: task.stepKey, data })
          await goOn(by, { decided: task.number, pending: view.pending })
        } catch (cause) {
          deciding.current = false
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
