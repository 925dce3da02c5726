import { Link, useSearchParams } from 'react-router'
import type { Assurance } from '../../api/contract.ts'
import { Alert } from '../kit/Alert.tsx'
import { ButtonAnchor, ButtonLink } from '../kit/Button.tsx'
import { Details } from '../kit/Details.tsx'
import { Icon } from '../kit/Icon.tsx'
import type { IconName } from '../kit/Icon.tsx'
import { Phone } from '../kit/values.tsx'
import { useLanguage, usePick, useWords } from '../language.tsx'
import { Page } from '../layout/Page.tsx'
import { apiPaths, paths, safeReturn, signInProblems } from '../paths.ts'
import type { SignInProblem } from '../paths.ts'
import { useCatalogue } from '../queries.ts'
import { useSession } from '../session.tsx'
import { signin } from '../words/signin.ts'
import { SignInByPasskey } from './keys/SignInByPasskey.tsx'

const failures = {
  cancelled: ['problemCancelled', 'problemCancelledText'],
  'consent-refused': ['problemConsent', 'problemConsentText'],
  'level-too-low': ['problemLevel', 'problemLevelText'],
  'provider-down': ['problemDown', 'problemDownText'],
  replayed: ['problemReplayed', 'problemReplayedText'],
  'wrong-nonce': ['problemNonce', 'problemNonceText'],
  expired: ['problemExpired', 'problemExpiredText'],
  'not-an-official': ['problemOfficial', 'problemOfficialText'],
  'too-many': ['problemTooMany', 'problemTooManyText'],
  unavailable: ['problemUnavailable', 'problemUnavailableText'],
  unknown: ['problemUnknown', 'problemUnknownText'],
} as const satisfies Record<SignInProblem, readonly [keyof typeof signin, keyof typeof signin]>

const means = [
  { name: 'bank', text: 'bankText', icon: 'bank', level: 'substantial' },
  { name: 'mobile', text: 'mobileText', icon: 'phone', level: 'substantial' },
  { name: 'card', text: 'cardText', icon: 'card', level: 'high' },
  { name: 'mojeid', text: 'mojeidText', icon: 'key', level: 'substantial' },
  { name: 'box', text: 'boxText', icon: 'mail', level: 'substantial' },
] as const satisfies readonly {
  name: keyof typeof signin
  text: keyof typeof signin
  icon: IconName
  level: Assurance
}[]

/** What signing in takes, before one leaves for the provider; and after a failure, what happened and what to do. */
export const SignInPage = () => {
  const t = useWords(signin)
  const l = useLanguage()
  const pick = usePick()
  const [query] = useSearchParams()
  const { user, expired } = useSession()
  const city = useCatalogue().data?.city
  const wanted = safeReturn(query.get('return'))
  const back = wanted ?? paths.home(l)
  const invited = /\/cases\/[^/?]+\?(?:.*&)?code=/.test(wanted ?? '') || wanted?.endsWith('/invitation')
  const named = query.get('problem')
  const problem = named === null ? null : (signInProblems.find(known => known === named) ?? 'unknown')
  const level = problem === 'level-too-low' ? 'substantial' : undefined
  if (user && !expired && problem !== 'level-too-low')
    return (
      <Page title={t('title')} lead={t('already', { name: user.name })}>
        <ButtonLink to={back}>{t('continueHere')}</ButtonLink>
      </Page>
    )
  return (
    <Page title={t('title')} lead={t('lead')}>
      {problem && (
        <Alert
          tone={problem === 'cancelled' ? 'primary' : problem === 'level-too-low' ? 'warning' : 'error'}
          title={t(failures[problem][0])}
          role="alert"
        >
          <p>{t(failures[problem][1])}</p>
        </Alert>
      )}
      <div className="card call">
        <ButtonAnchor size="l" icon="person" wide href={apiPaths.login(back, level)}>
          {t(problem === 'level-too-low' ? 'goHigher' : problem ? 'goAgain' : 'go')}
        </ButtonAnchor>
        <p className="fine">
          {t('leaves')} {wanted && (invited ? t('backToLetter') : t('backTo'))}
        </p>
      </div>
      {problem !== 'level-too-low' && <SignInByPasskey back={back} />}
      {problem !== 'level-too-low' && (
        <p className="section">
          {t('slip')} <Link to={paths.slip(l)}>{t('slipLink')}</Link>
        </p>
      )}
      <section className="section">
        <h2>{t('howTitle')}</h2>
        <ol className="steps">
          <li>{t('how1')}</li>
          <li>{t('how2')}</li>
          <li>{t('how3')}</li>
        </ol>
      </section>
      <section className="section">
        <h2>{t('meansTitle')}</h2>
        <ul className="plain means">
          {means.map(one => (
            <li key={one.name}>
              <Icon name={one.icon} className="topic-icon" />
              <div>
                <h3>{t(one.name)}</h3>
                <p>{t(one.text)}</p>
                <p className="fine">
                  {t('level')}: {t(one.level)}
                </p>
              </div>
            </li>
          ))}
        </ul>
        <Details summary={t('levelsTitle')}>
          <p>{t('levelsText')}</p>
        </Details>
      </section>
      <section className="section card">
        <h2>{t('noMeansTitle')}</h2>
        <p>{t('noMeansText')}</p>
        {city && (
          <>
            <p>{pick(city.help)}</p>
            <p>
              <Phone value={city.phone} />
            </p>
          </>
        )}
      </section>
    </Page>
  )
}
