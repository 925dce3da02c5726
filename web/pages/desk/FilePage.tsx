import { lazy, Suspense, useRef } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { CaseView, DeskPerson, FieldProblem } from '../../../api/contract.ts'
import { ApiProblem } from '../../api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { Spinner } from '../../kit/Spinner.tsx'
import { useLanguage, usePick, useWords } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { client, useAgenda } from '../../queries.ts'
import { deskWords } from '../../words/desk.ts'
import { DeskFrame } from './DeskFrame.tsx'
import { act, mattersQuery } from './queries.ts'

const CaseForm = lazy(async () => ({ default: (await import('../../forms/CaseForm.tsx')).CaseForm }))

/** The first form of an agenda, filled at the desk with the person present. Nothing of it is kept when the page is left. */
export const FilePage = () => {
  const { agenda = '' } = useParams()
  const t = useWords(deskWords)
  const pick = usePick()
  const { data, error, refetch } = useAgenda(agenda)
  return (
    <DeskFrame
      under
      title={() => (data ? pick(data.title) : t('fileTitle'))}
      lead={person => `${t('filing', { name: person.name })}. ${t('filingText')}`}
    >
      {person =>
        data ? (
          <Form person={person} agenda={data} />
        ) : error ? (
          <Failure cause={error} onRetry={() => void refetch()} />
        ) : (
          <Spinner rows={6} />
        )
      }
    </DeskFrame>
  )
}

const Form = ({
  person,
  agenda,
}: {
  person: DeskPerson
  agenda: NonNullable<ReturnType<typeof useAgenda>['data']>
}) => {
  const t = useWords(deskWords)
  const l = useLanguage()
  const go = useNavigate()
  const id = useRef(crypto.randomUUID())
  const send = async (data: unknown): Promise<FieldProblem[] | undefined> => {
    try {
      const view = await act<CaseView>(person.id, 'cases', { id: id.current, agenda: agenda.id, data })
      void client.invalidateQueries(mattersQuery(person.id))
      await go(paths.deskCase(l, person.id, view.id), { state: 'filed' })
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
    <Suspense fallback={<Spinner rows={6} />}>
      <CaseForm form={agenda.form} draftKey={null} keepAs={null} onSubmit={send} submitLabel={t('send')} />
    </Suspense>
  )
}
