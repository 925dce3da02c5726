import { useEffect, useRef, useState } from 'react'
import { Link, useParams } from 'react-router'
import type { MandateDetail } from '../../api/contract.ts'
import { ApiProblem } from '../api.ts'
import { Alert } from '../kit/Alert.tsx'
import { ButtonLink } from '../kit/Button.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Spinner } from '../kit/Spinner.tsx'
import { Tag } from '../kit/Tag.tsx'
import { Timeline } from '../kit/Timeline.tsx'
import { Moment } from '../kit/values.tsx'
import { useLanguage, usePick, useWords } from '../language.tsx'
import { Page } from '../layout/Page.tsx'
import { paths } from '../paths.ts'
import { useMandate } from '../queries.ts'
import { mandatesWords } from '../words/mandates.ts'
import { Ending } from './mandate/Ending.tsx'
import { MandateFacts } from './mandate/MandateFacts.tsx'
import { living, otherSide, tones } from './mandate/state.ts'
import { Suspended } from './mandate/Suspended.tsx'
import { NotYoursPage } from './NotFoundPage.tsx'

/** One mandate: what it allows, how long and who verified it, what was done under it, and how to end it. */
export const MandatePage = () => {
  const { id = '' } = useParams()
  const t = useWords(mandatesWords)
  const l = useLanguage()
  const pick = usePick()
  const { data, error, refetch } = useMandate(id)
  if (error instanceof ApiProblem && error.status === 404) return <NotYoursPage />
  return (
    <Page
      title={data ? t(titleOf(data), { name: otherSide(data) }) : t('title')}
      crumbs={[{ to: paths.mandates(l), title: t('title') }]}
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

const titleOf = (mandate: MandateDetail): 'whoActs' | 'youAct' | 'whoActed' | 'youActed' =>
  living(mandate) ? (mandate.given ? 'whoActs' : 'youAct') : mandate.given ? 'whoActed' : 'youActed'

const Whole = ({ mandate }: { mandate: MandateDetail }) => {
  const t = useWords(mandatesWords)
  const l = useLanguage()
  const pick = usePick()
  const [ended, setEnded] = useState(false)
  const said = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (ended) said.current?.focus()
  }, [ended])
  return (
    <>
      {ended && (
        <Alert tone="success" title={t(mandate.given ? 'revoked' : 'noticed')} ref={said}>
          <p>{t('over')}</p>
        </Alert>
      )}
      {mandate.state === 'suspended' && <Suspended mandate={mandate} />}
      <div className="with-aside">
        <div>
          <MandateFacts mandate={mandate} />
          <Acts mandate={mandate} />
        </div>
        <aside className="stack" aria-label={t('detail')}>
          {!mandate.given && mandate.state === 'active' && (
            <ButtonLink wide to={`${paths.liabilities(l)}?for=${mandate.subject}`}>
              {t('actFor')}
            </ButtonLink>
          )}
          {mandate.mayRevoke && <Ending mandate={mandate} onEnded={() => setEnded(true)} />}
          {mandate.whyNot && living(mandate) && (
            <section className="card stack">
              <h2>{t('end')}</h2>
              <p>{pick(mandate.whyNot)}</p>
            </section>
          )}
          {mandate.case && (
            <ButtonLink kind="secondary" wide to={paths.case(l, mandate.case)}>
              {t('toCase')}
            </ButtonLink>
          )}
        </aside>
      </div>
    </>
  )
}

/** „Jan Novák za Truhlářství…“: every act under the mandate, for both to see. */
const Acts = ({ mandate }: { mandate: MandateDetail }) => {
  const t = useWords(mandatesWords)
  const l = useLanguage()
  const pick = usePick()
  return (
    <section className="section" aria-labelledby="acts">
      <h2 id="acts">{t('acts')}</h2>
      {mandate.acts.length === 0 ? (
        <p className="muted">{t('noActs')}</p>
      ) : (
        <Timeline
          label={t('acts')}
          items={mandate.acts.map((act, i) => ({
            key: `${act.at}-${i}`,
            title: act.case ? <Link to={paths.case(l, act.case)}>{pick(act.what)}</Link> : pick(act.what),
            when: (
              <>
                <Moment value={act.at} /> · {t('actBy', { who: act.who, principal: mandate.principal })}
              </>
            ),
            state: 'done',
          }))}
        />
      )}
    </section>
  )
}
