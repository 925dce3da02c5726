import { useQuery } from '@tanstack/react-query'
import type { CaseList, Liabilities } from '../../../api/contract.ts'
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
import { Link } from 'react-router'

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
    </>
  )
}

const ForOfficial = () => {
  const t = useWords(home)
  const l = useLanguage()
  return (
    <>
      <h2 id="owed">{t('officialText')}</h2>
      <ButtonLink to={paths.inbox(l)} icon="task">
        {t('toInbox')}
      </ButtonLink>
    </>
  )
}

const ForCitizen = ({ paired }: { paired: boolean }) => {
  const t = useWords(home)
  const l = useLanguage()
  const { data, error, refetch } = useQuery({ ...liabilitiesQuery(), enabled: paired })
  const cases = useCases()
  if (!paired)
    return (
      <>
        <h2 id="owed">{t('unpairedTitle')}</h2>
        <p>{t('unpairedText')}</p>
        <ButtonLink to={paths.liabilities(l)}>{t('unpairedButton')}</ButtonLink>
      </>
    )
  return (
    <>
      <h2 id="owed">{t('owedTitle')}</h2>
      {error && !data ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : data && !cases.isLoading ? (
        <Sums data={data} mine={mineOf(cases.data)} />
      ) : (
        <Spinner rows={3} />
      )}
    </>
  )
}

const mineOf = (list: CaseList | undefined): number =>
  list?.cases.filter(one => one.mine && one.state !== 'closed').length ?? 0

const Sums = ({ data, mine }: { data: Liabilities; mine: number }) => {
  const t = useWords(home)
  const l = useLanguage()
  const next = data.liabilities
    .filter(line => line.state === 'open' && line.balance > 0)
    .toSorted((a, b) => a.due.localeCompare(b.due))[0]
  if (data.owed === 0)
    return (
      <>
        <p className="owed-none">{t('owedNothing')}</p>
        {mine > 0 && (
          <dl className="owed-sums">
            <Mine n={mine} />
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
            <Money amount={data.owed} />
          </dd>
        </div>
        {data.overdue > 0 && (
          <div className="owed-late">
            <dt>{t('overdue')}</dt>
            <dd>
              <Money amount={data.overdue} />
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
        {mine > 0 && <Mine n={mine} />}
      </dl>
      <ButtonLink to={paths.liabilities(l)}>{t('payNow')}</ButtonLink>
    </>
  )
}

/** How many cases wait for the citizen's move. */
const Mine = ({ n }: { n: number }) => {
  const t = useWords(home)
  const l = useLanguage()
  return (
    <div>
      <dt>{t('mine')}</dt>
      <dd>
        <Link to={paths.cases(l)}>{t('mineCases', { n })}</Link>
      </dd>
    </div>
  )
}
