import { Link } from 'react-router'
import type { CaseSummary } from '../../api/contract.ts'
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

/** The citizen's cases: those that wait for them first, then those in progress, then the closed. */
export const CasesPage = () => {
  const t = useWords(casesWords)
  const l = useLanguage()
  const { data, error, refetch } = useCases()
  const groups = data && [
    { key: 'mine', title: t('mine'), cases: data.cases.filter(one => one.state !== 'closed' && one.mine) },
    { key: 'running', title: t('running'), cases: data.cases.filter(one => one.state !== 'closed' && !one.mine) },
    { key: 'closed', title: t('closed'), cases: data.cases.filter(one => one.state === 'closed') },
  ]
  return (
    <Page title={t('title')} lead={t('lead')} wide>
      {error && !groups ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : !groups ? (
        <Spinner rows={6} />
      ) : groups.every(group => group.cases.length === 0) ? (
        <div className="card empty">
          <p>
            <strong>{t('none')}</strong> {t('noneText')}
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
        </p>
      </div>
      <CaseTag one={one} />
    </li>
  )
}
