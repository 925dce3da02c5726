import { Link } from 'react-router'
import type { CaseSummary } from '../../api/contract.ts'
import { useActing } from '../acting/acting.tsx'
import { ButtonLink } from '../kit/Button.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Spinner } from '../kit/Spinner.tsx'
import { Moment } from '../kit/values.tsx'
import { useLanguage, usePick, useWords } from '../language.tsx'
import { Page } from '../layout/Page.tsx'
import { paths } from '../paths.ts'
import { useCases } from '../queries.ts'
import { casesWords } from '../words/cases.ts'
import { CaseTag } from './case/CaseTag.tsx'
import { Over } from './mandate/Over.tsx'

/** The citizen's cases: those that wait for them first, then those in progress, then the closed. */
export const CasesPage = () => {
  const t = useWords(casesWords)
  const l = useLanguage()
  const { subject, ended } = useActing()
  const { data, error, refetch } = useCases()
  const cases = data?.cases.filter(one => subject === null || one.for?.subject === subject)
  const groups = cases && [
    { key: 'mine', title: t('mine'), cases: cases.filter(one => one.state !== 'closed' && one.mine) },
    { key: 'running', title: t('running'), cases: cases.filter(one => one.state !== 'closed' && !one.mine) },
    { key: 'closed', title: t('closed'), cases: cases.filter(one => one.state === 'closed') },
  ]
  return (
    <Page title={t(subject ? 'titleFor' : 'title')} lead={t(subject ? 'leadFor' : 'lead')} wide>
      {ended ? (
        <Over />
      ) : error && !groups ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : !groups ? (
        <Spinner rows={6} />
      ) : groups.every(group => group.cases.length === 0) ? (
        <div className="card empty">
          <p>
            <strong>{t(subject ? 'noneFor' : 'none')}</strong> {t('noneText')}
          </p>
          <ButtonLink to={paths.guides(l)}>{t('toGuides')}</ButtonLink>
        </div>
      ) : (
        groups
          .filter(group => group.cases.length > 0)
          .map(group => (
            <section key={group.key} className="section" aria-labelledby={group.key}>
              <h2 id={group.key}>{group.title}</h2>
              <ul className="plain case-list">
                {group.cases
                  .toSorted((a, b) => b.changedAt.localeCompare(a.changedAt))
                  .map(one => (
                    <Line key={one.id} one={one} />
                  ))}
              </ul>
            </section>
          ))
      )}
    </Page>
  )
}

const Line = ({ one }: { one: CaseSummary }) => {
  const t = useWords(casesWords)
  const l = useLanguage()
  const pick = usePick()
  return (
    <li className="card case-line" data-mine={one.mine && one.state !== 'closed'}>
      <div>
        <h3>
          <Link to={paths.case(l, one.id)}>{pick(one.title)}</Link>
        </h3>
        {one.waits && <p>{pick(one.waits)}</p>}
        <p className="fine">
          {one.number} · {t('filedAt')} <Moment value={one.filedAt} />
          {one.for && ` ·\u00a0${t('forWhom', { name: one.for.name })}`}
          {one.role && ` ·\u00a0${t('invited')}`}
        </p>
      </div>
      <CaseTag one={one} />
    </li>
  )
}
