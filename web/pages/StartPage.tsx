import { lazy, Suspense, useRef } from 'react'
import { useLocation, useNavigate, useParams } from 'react-router'
import type { AgendaInfo, Assurance, FieldProblem } from '../../api/contract.ts'
import { mayFor, onlyTogether, useActing } from '../acting/acting.tsx'
import { myself } from '../acting/address.ts'
import { ApiProblem } from '../api.ts'
import { Alert } from '../kit/Alert.tsx'
import { ButtonAnchor, ButtonLink } from '../kit/Button.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Spinner } from '../kit/Spinner.tsx'
import { useLanguage, usePick, useWords } from '../language.tsx'
import { Page } from '../layout/Page.tsx'
import { actingAs, apiPaths, paths } from '../paths.ts'
import { client, file, useAgenda } from '../queries.ts'
import { useSession } from '../session.tsx'
import { shell } from '../words/shell.ts'
import { startWords } from '../words/start.ts'
import { Over } from './mandate/Over.tsx'
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
      lead={data && !low && !(citizen?.minor && !data.minors) ? t('saved') : undefined}
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
      ) : citizen?.minor && !data.minors ? (
        <Alert tone="warning" title={t('minorTitle')}>
          <p>{t('minorText')}</p>
        </Alert>
      ) : (
        <InName agenda={data} />
      )}
    </Page>
  )
}

/** Lets it be filed in the name that the strip says, or explains why it cannot be; what is being typed is never taken away. */
const InName = ({ agenda }: { agenda: AgendaInfo }) => {
  const t = useWords(startWords)
  const here = useLocation()
  const { subject, now, ended } = useActing()
  // Whoever began under a mandate keeps the form when it ends meanwhile: the strip says it, and the API would refuse.
  const begun = useRef(false)
  const allowed = now !== null && agenda.forOthers !== null && mayFor(now, agenda.id, agenda.forOthers)
  // Payments need no signature of all, and a power of attorney says itself who signs with them.
  const together = now !== null && agenda.forOthers === 'file' && onlyTogether(now, agenda.id, 'file')
  begun.current ||= allowed
  if (subject === null || begun.current)
    return (
      <>
        {together && (
          <Alert title={t('togetherTitle')}>
            <p>{t('together')}</p>
          </Alert>
        )}
        <Filing agenda={agenda} />
      </>
    )
  if (ended) return <Over />
  if (!now) return <Spinner rows={6} />
  return (
    <Alert tone="warning" title={t('notForTitle', { name: now.name })}>
      <p>{t(agenda.forOthers === null ? 'ownOnly' : 'notAllowed')}</p>
      <div className="actions">
        <ButtonLink to={actingAs(myself, here)}>{t('forMyself')}</ButtonLink>
      </div>
    </Alert>
  )
}

const Filing = ({ agenda }: { agenda: AgendaInfo }) => {
  const t = useWords(startWords)
  const { subject, now } = useActing()
  const l = useLanguage()
  const go = useNavigate()
  const id = useRef(crypto.randomUUID())
  const send = async (data: unknown): Promise<FieldProblem[] | undefined> => {
    try {
      const filed = { id: id.current, agenda: agenda.id, data }
      const view = await file(subject === null ? filed : { ...filed, for: subject })
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
      <CaseForm
        form={agenda.form}
        draftKey={[agenda.id, agenda.first, subject].filter(Boolean).join(':')}
        onSubmit={send}
        submitLabel={now ? t('sendFor', { name: now.name }) : t('send')}
      />
    </Suspense>
  )
}
