import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { CaseSummary, Debtor, Liabilities } from '../../../api/contract.ts'
import { useActing } from '../../acting/acting.tsx'
import { ButtonLink } from '../../kit/Button.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { Spinner } from '../../kit/Spinner.tsx'
import { Day, Money } from '../../kit/values.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { liabilitiesQuery, useCases } from '../../queries.ts'
import { useSession } from '../../session.tsx'
import { home } from '../../words/home.ts'
import { Over } from '../mandate/Over.tsx'

/** What the citizen owes, or what signing in would show. Always of the same height, whoever is here. */
export const OwedCard = () => {
  const { loading, citizen, official } = useSession()
  return (
    <section className="card owed" aria-labelledby="owed">
      {loading ? (
        <Spinner rows={3} />
      ) : official ? (
        <ForOfficial />
      ) : citizen ? (
        <ForCitizen paired={citizen.paired} />
      ) : (
        <ForGuest />
      )}
    </section>
  )
}

const ForGuest = () => {
  const t = useWords(home)
  const l = useLanguage()
  return (
    <>
      <h2 id="owed">{t('guestTitle')}</h2>
      <p>{t('guestText')}</p>
      <ul className="plain ticks">
        {(['guest1', 'guest2', 'guest3'] as const).map(key => (
          <li key={key}>
            <Icon name="check" /> {t(key)}
          </li>
        ))}
      </ul>
      <div className="actions">
        <ButtonLink to={paths.signIn(l, { return: paths.liabilities(l) })} icon="person">
          {t('signIn')}
        </ButtonLink>
        <Link to={paths.signIn(l)}>{t('guestHow')}</Link>
      </div>
      <p className="owed-slip">
        {t('guestSlip')} <Link to={paths.slip(l)}>{t('guestSlipLink')}</Link>
      </p>
    </>
  )
}

const ForOfficial = () => {
  const t = useWords(home)
  const l = useLanguage()
  return (
    <>
      <h2 id="owed">{t('officialTitle')}</h2>
      <p>{t('officialText')}</p>
      <ButtonLink to={paths.inbox(l)} icon="task">
        {t('toInbox')}
      </ButtonLink>
    </>
  )
}

const ForCitizen = ({ paired }: { paired: boolean }) => {
  const t = useWords(home)
  const l = useLanguage()
  const { all, subject, now, ended } = useActing()
  const seen = subject !== null || paired || all.length > 0
  const { data, error, refetch } = useQuery({
    ...liabilitiesQuery(subject === null ? {} : { who: subject }),
    enabled: seen && !ended,
  })
  const cases = useCases()
  const waiting = (cases.data?.cases ?? []).filter(one => one.mine && one.state !== 'closed')
  if (ended)
    return (
      <>
        <h2 id="owed">{t('owedTitle')}</h2>
        <Over />
      </>
    )
  if (!seen)
    return (
      <>
        <h2 id="owed">{t('unpairedTitle')}</h2>
        <p>{t('unpairedText')}</p>
        {waiting.length > 0 && (
          <dl className="owed-sums">
            <Waiting cases={waiting} />
          </dl>
        )}
        <ButtonLink to={paths.liabilities(l)}>{t('unpairedButton')}</ButtonLink>
      </>
    )
  return (
    <>
      <h2 id="owed">{now ? t('owedTitleFor', { name: now.name }) : t('owedTitle')}</h2>
      {error && !data ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : data && !cases.isLoading ? (
        <Sums data={data} waiting={waiting} />
      ) : (
        <Spinner rows={3} />
      )}
    </>
  )
}

const Sums = ({ data, waiting }: { data: Liabilities; waiting: readonly CaseSummary[] }) => {
  const t = useWords(home)
  const l = useLanguage()
  const { subject } = useActing()
  const debtors = data.debtors.filter(debtor => subject === null || debtor.subject === subject)
  const sum = (of: (debtor: Debtor) => number): number => debtors.reduce((all, debtor) => all + of(debtor), 0)
  const [owed, overdue] = [sum(debtor => debtor.owed), sum(debtor => debtor.overdue)]
  const others = subject === null ? sum(debtor => (debtor.subject === null ? 0 : debtor.owed)) : 0
  const next = data.liabilities
    .filter(line => line.state === 'open' && line.balance > 0)
    .toSorted((a, b) => a.due.localeCompare(b.due))[0]
  if (owed === 0)
    return (
      <>
        <p className="owed-none">{t(subject === null ? 'owedNothing' : 'owedNothingFor')}</p>
        {waiting.length > 0 && (
          <dl className="owed-sums">
            <Waiting cases={waiting} />
          </dl>
        )}
        <ButtonLink kind="secondary" to={paths.liabilities(l)}>
          {t('showPayments')}
        </ButtonLink>
      </>
    )
  return (
    <>
      <dl className="owed-sums">
        <div className="owed-main">
          <dt>{t('owedSum')}</dt>
          <dd>
            <Money amount={owed} />
          </dd>
        </div>
        {overdue > 0 && (
          <div className="owed-late">
            <dt>{t('overdue')}</dt>
            <dd>
              <Money amount={overdue} />
            </dd>
          </div>
        )}
        {others > 0 && (
          <div>
            <dt>{t('owedByOthers')}</dt>
            <dd>
              <Money amount={others} />
            </dd>
          </div>
        )}
        {next && (
          <div>
            <dt>{t('nextDue')}</dt>
            <dd>
              <Day value={next.due} />
            </dd>
          </div>
        )}
        <Waiting cases={waiting} />
      </dl>
      <ButtonLink to={paths.liabilities(l)}>{t('payNow')}</ButtonLink>
    </>
  )
}

/** Cases that wait for the citizen's move; marked when in one of them somebody else asks for their consent. */
const Waiting = ({ cases }: { cases: readonly CaseSummary[] }) => {
  const t = useWords(home)
  const l = useLanguage()
  const asked = cases.find(one => one.role !== null)
  const [only] = cases
  if (!only) return null
  return (
    <div className={asked && 'owed-asked'}>
      <dt>{t(asked ? 'asked' : 'mine')}</dt>
      <dd>
        <Link to={cases.length === 1 ? paths.case(l, only.id) : paths.cases(l)}>
          {t('mineCases', { n: cases.length })}
        </Link>
      </dd>
    </div>
  )
}
