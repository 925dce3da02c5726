import { lazy, Suspense, useRef } from 'react'
import type { CaseView, FieldProblem, OpenStepView } from '../../../api/contract.ts'
import { ApiProblem } from '../../api.ts'
import { Spinner } from '../../kit/Spinner.tsx'
import { usePick, useWords } from '../../language.tsx'
import { client } from '../../queries.ts'
import { deskWords } from '../../words/desk.ts'
import { act, deskCaseQuery, mattersQuery } from './queries.ts'

const CaseForm = lazy(async () => ({ default: (await import('../../forms/CaseForm.tsx')).CaseForm }))

interface Props {
  person: string
  view: CaseView
  step: OpenStepView
  onSent: () => void
}

/** A step that waits for the person present, filled at the desk with them. Nothing of it is kept when the page is left. */
export const AnswerStep = ({ person, view, step, onSent }: Props) => {
  const t = useWords(deskWords)
  const pick = usePick()
  const id = useRef(crypto.randomUUID())
  if (!step.form) return null
  const send = async (data: unknown): Promise<FieldProblem[] | undefined> => {
    try {
      const body = { id: id.current, stepKey: step.key, data }
      const next = await act<CaseView>(person, `cases/${encodeURIComponent(view.id)}/messages`, body)
      client.setQueryData(deskCaseQuery(person, view.id).queryKey, next)
      void client.invalidateQueries(mattersQuery(person))
      onSent()
      return undefined
    } catch (cause) {
      // Without problems it may be stored and only the answer lost: then the same id again does nothing twice.
      const problems = cause instanceof ApiProblem ? cause.details.problems : undefined
      if (!problems?.length) throw cause
      id.current = crypto.randomUUID()
      return problems
    }
  }
  return (
    <section className="card stack" aria-labelledby="answer">
      <h2 id="answer">{pick(step.title)}</h2>
      <p>{t('answerText')}</p>
      <Suspense fallback={<Spinner rows={6} />}>
        <CaseForm form={step.form} draftKey={null} keepAs={null} onSubmit={send} submitLabel={t('answerSend')} />
      </Suspense>
    </section>
  )
}
