import { lazy, Suspense, useRef } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { AgendaInfo, Assurance, FieldProblem } from '../../api/contract.ts'
import { ApiProblem } from '../api.ts'
import { Alert } from '../kit/Alert.tsx'
import { ButtonAnchor } from '../kit/Button.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Spinner } from '../kit/Spinner.tsx'
import { useLanguage, usePick, useWords } from '../language.tsx'
import { Page } from '../layout/Page.tsx'
import { apiPaths, paths } from '../paths.ts'
import { client, file, useAgenda } from '../queries.ts'
import { useSession } from '../session.tsx'
import { shell } from '../words/shell.ts'
import { startWords } from '../words/start.ts'
import { NotFoundPage } from './NotFoundPage.tsx'

const CaseForm = lazy(async () => ({ default: (await import('../forms/CaseForm.tsx')).CaseForm }))
const levels: Record<Assurance, number> = { low: 0, substantial: 1, high: 2 }

/** Files a new case: the first form of an agenda. */
export const StartPage = () => {
  const { agenda = '' } = useParams()
  const t = useWords(startWords)
  const s = useWords(shell)
  const l = useLanguage()
  const pick = usePick()
  const { citizen } = useSession()
  const { data, error, refetch } = useAgenda(agenda)
  if (error instanceof ApiProblem && error.status === 404) return <NotFoundPage />
  const low = data && citizen && levels[citizen.assurance] < levels[data.assurance]
  return (
    <Page
      title={data ? pick(data.title) : t('title')}
      lead={data && !low ? t('saved') : undefined}
      crumbs={[{ to: paths.guides(l), title: s('guides') }]}
    >
      {error && !data ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Spinner rows={6} />
      ) : low ? (
        <Alert tone="warning" title={t('levelTitle')}>
          <p>{t('levelText')}</p>
          <ButtonAnchor href={apiPaths.login(paths.start(l, agenda), data.assurance)}>{t('levelButton')}</ButtonAnchor>
        </Alert>
      ) : (
        <Filing agenda={data} />
      )}
    </Page>
  )
}

const Filing = ({ agenda }: { agenda: AgendaInfo }) => {
  const t = useWords(startWords)
  const l = useLanguage()
  const go = useNavigate()
  const id = useRef(crypto.randomUUID())
  const send = async (data: unknown): Promise<FieldProblem[] | undefined> => {
    try {
      const view = await file({ id: id.current, agenda: agenda.id, data })
      void client.invalidateQueries({ queryKey: ['profile'] })
      void go(view.payment ? paths.payment(l, view.id) : paths.case(l, view.id))
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
      <CaseForm form={agenda.form} draftKey={`${agenda.id}:${agenda.first}`} onSubmit={send} submitLabel={t('send')} />
    </Suspense>
  )
}
