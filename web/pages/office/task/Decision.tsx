import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { Preview, TaskView } from '../../../../api/contract.ts'
import { ApiProblem } from '../../../api.ts'
import { AboutCase } from '../../../forms/about.ts'
import { CaseForm } from '../../../forms/CaseForm.tsx'
import { FormAnswers } from '../../../forms/FormAnswers.tsx'
import { Alert } from '../../../kit/Alert.tsx'
import { ButtonLink } from '../../../kit/Button.tsx'
import { Details } from '../../../kit/Details.tsx'
import { useLanguage, usePick, useWords } from '../../../language.tsx'
import { paths } from '../../../paths.ts'
import { client } from '../../../queries.ts'
import { useSession } from '../../../session.tsx'
import { officeWords } from '../../../words/office.ts'
import { addressOf, type InboxPlace } from '../place.ts'
import { claim, decide, preview, taskQuery } from '../queries.ts'
import { PreviewDialog } from './PreviewDialog.tsx'
import type { GoOn } from './useGoOn.ts'

interface Props {
  task: TaskView
  place: InboxPlace
  goOn: GoOn
  /** What holds the form, so that keys can reach it. */
  box: RefObject<HTMLDivElement | null>
}

/** The form of the decision; or why this official cannot decide, with what they had typed until then. */
export const Decision = ({ task, place, goOn, box }: Props) => {
  const t = useWords(officeWords)
  const { official } = useSession()
  const id = useRef(crypto.randomUUID())
  // The task is closed by one's own decision too, and says so before the answer to it has come.
  const deciding = useRef(false)
  /** Settles, never fails, once the claim is answered. */
  const claiming = useRef<Promise<unknown>>(undefined)
  const [typed, setTyped] = useState<unknown>(undefined)
  const [looked, setLooked] = useState<Preview | null>(null)
  const refresh = () => client.invalidateQueries({ queryKey: taskQuery(task.id).queryKey })

  const type = (data: unknown): void => {
    setTyped(data)
    if (task.assignee || claiming.current) return
    // Whoever begins to decide has the task: colleagues see it at once. Whether it was taken meanwhile, the task says.
    claiming.current = claim(task.id).catch(() => undefined)
    void claiming.current.then(refresh)
  }
  const send = async (data: unknown, by: 'main' | 'other') => {
    try {
      deciding.current = true
      // overtaken by the decision, it would ask for a task that is closed
      await claiming.current
      const { next, pending } = await decide(task, { id: id.current, data }, place)
      const done = t(pending ? 'decidedPending' : 'decided', { number: task.number })
      await goOn({ done, left: next?.left ?? null }, by === 'main' ? next?.task : null)
    } catch (cause) {
      deciding.current = false
      if (cause instanceof ApiProblem && cause.status === 409) {
        setTyped(data)
        await refresh()
      }
      throw cause
    }
    return undefined
  }

  if (!task.mayDecide && !deciding.current) return <Barred task={task} place={place} typed={typed} />
  const others = task.assignee && task.assignee.id !== official?.id
  return (
    <div ref={box}>
      {/* Always a line, so that nothing moves under the hand when the task becomes one's own. */}
      <p className="decision-note">
        {!task.assignee ? t('claimsItself') : others ? t('takesOver', { name: task.assignee.name }) : t('yours')}
      </p>
      <AboutCase value={task.case}>
        <CaseForm
          form={task.form}
          draftKey={`task:${task.id.replace(/[^\w.:-]/g, '.')}`}
          suggest={task.person}
          submitLabel={t('decideAndNext')}
          otherLabel={t('decide')}
          preview={{ label: t('preview'), show: async data => setLooked(await preview(task.id, data)) }}
          onChange={type}
          onSubmit={send}
        />
      </AboutCase>
      {looked && (
        <PreviewDialog
          preview={looked}
          onClose={() => setLooked(null)}
          onSend={by => {
            setLooked(null)
            const form = box.current?.querySelector('form')
            form?.requestSubmit(
              form.querySelector<HTMLElement>(by === 'other' ? 'button[value=other]' : 'button[type=submit]'),
            )
          }}
        />
      )}
    </div>
  )
}

/** Why one may not decide. What one had typed is kept and shown, with the decision or the colleague that was faster. */
const Barred = ({ task, place, typed }: { task: TaskView; place: InboxPlace; typed: unknown }) => {
  const t = useWords(officeWords)
  const l = useLanguage()
  const pick = usePick()
  const { official } = useSession()
  const note = useRef<HTMLDivElement>(null)
  const mine = task.state === 'done' && task.assignee?.id === official?.id
  const outrun = typed !== undefined && !mine
  // The form in which somebody was writing is gone: they must learn why, wherever they are on the page.
  useEffect(() => {
    if (outrun) note.current?.focus()
  }, [outrun])
  const title = task.state !== 'open' ? (outrun ? 'outrun' : 'closedTask') : outrun ? 'outrunHolder' : 'barred'
  return (
    <div className="stack">
      <Alert
        tone={task.state === 'open' || outrun ? 'warning' : 'primary'}
        title={t(title)}
        role={outrun ? 'alert' : 'status'}
        ref={note}
      >
        {task.why && <p>{pick(task.why)}</p>}
        {outrun && <p>{t(task.state === 'open' ? 'outrunKept' : 'outrunText')}</p>}
      </Alert>
      {outrun && (
        <Details summary={t('typed')} open>
          <FormAnswers form={task.form} data={typed} />
        </Details>
      )}
      <ButtonLink kind="secondary" to={paths.inbox(l, addressOf(place))}>
        {t('toInbox')}
      </ButtonLink>
    </div>
  )
}
