import '../office.css'
import { useEffect, useRef, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { OfficeMandate } from '../../../../api/contract.ts'
import { ApiProblem } from '../../../api.ts'
import { Alert } from '../../../kit/Alert.tsx'
import { ButtonLink } from '../../../kit/Button.tsx'
import { Failure } from '../../../kit/Failure.tsx'
import { Spinner } from '../../../kit/Spinner.tsx'
import { Tag } from '../../../kit/Tag.tsx'
import { useLanguage, usePick, useWords } from '../../../language.tsx'
import { Page } from '../../../layout/Page.tsx'
import { paths } from '../../../paths.ts'
import { officeMandatesWords } from '../../../words/office-mandates.ts'
import { MandateFacts } from '../../mandate/MandateFacts.tsx'
import { tones } from '../../mandate/state.ts'
import { NotYoursPage } from '../../NotFoundPage.tsx'
import { officeMandateQuery } from './queries.ts'
import { Suspending } from './Suspending.tsx'

/** A mandate for officials who verify them: what it allows, its state and why, and suspending it. */
export const OfficeMandatePage = () => {
  const { id = '' } = useParams()
  const t = useWords(officeMandatesWords)
  const l = useLanguage()
  const pick = usePick()
  const { data, error, refetch } = useQuery(officeMandateQuery(id))
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 403)) return <NotYoursPage />
  return (
    <Page
      title={data ? t('actsFor', { agent: agentsOf(data), principal: data.principal }) : t('title')}
      crumbs={[{ to: paths.officeMandates(l), title: t('title') }]}
      aside={data && <Tag tone={tones[data.state]}>{pick(data.stateTitle)}</Tag>}
      wide
    >
      {data ? (
        <Whole mandate={data} />
      ) : error ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : (
        <Spinner rows={6} />
      )}
    </Page>
  )
}

export const agentsOf = ({ agents }: Pick<OfficeMandate, 'agents'>): string => agents.map(({ name }) => name).join(', ')

const Whole = ({ mandate }: { mandate: OfficeMandate }) => {
  const t = useWords(officeMandatesWords)
  const l = useLanguage()
  const [done, setDone] = useState<'suspended' | 'resumed' | null>(null)
  const said = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (done) said.current?.focus()
  }, [done])
  return (
    <>
      {done && <Alert tone="success" title={t(done)} ref={said} />}
      <div className="with-aside">
        <div>
          <MandateFacts
            mandate={mandate}
            office
            by={mandate.state === 'suspended' ? (mandate.suspendedBy ?? t('portal')) : null}
          />
        </div>
        <aside className="stack">
          <Suspending mandate={mandate} onDone={setDone} />
          {mandate.task && (
            <ButtonLink kind="secondary" wide to={paths.task(l, mandate.task)}>
              {t('toTask')}
            </ButtonLink>
          )}
        </aside>
      </div>
    </>
  )
}
