import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { Profile, ProfilePatch } from '../../api/contract.ts'
import { useActing } from '../acting/acting.tsx'
import { ApiProblem, call } from '../api.ts'
import { dayOf, day, phone as grouped } from '../format.ts'
import { Alert } from '../kit/Alert.tsx'
import { Button, ButtonLink } from '../kit/Button.tsx'
import { ErrorSummary } from '../kit/ErrorSummary.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Field } from '../kit/Field.tsx'
import { Select } from '../kit/Select.tsx'
import { Spinner } from '../kit/Spinner.tsx'
import { Table } from '../kit/Table.tsx'
import { Day, Moment } from '../kit/values.tsx'
import { isLanguage, useLanguage, useWords } from '../language.tsx'
import { Page } from '../layout/Page.tsx'
import { paths } from '../paths.ts'
import { client, profileQuery } from '../queries.ts'
import { profileWords } from '../words/profile.ts'
import { signin } from '../words/signin.ts'
import { isKeyOf } from './liability/labels.ts'
import { Unpaired } from './liability/Unpaired.tsx'
import { Passkeys } from './keys/Passkeys.tsx'
import { Choice } from './reminders/Choice.tsx'
import { meansKeys } from './profile/means.ts'

/** Who the citizen is, how to reach them, how they sign in, and whether the account leads to the ledger. */
export const ProfilePage = () => {
  const t = useWords(profileWords)
  const { subject } = useActing()
  const { data, error, refetch } = useQuery(profileQuery)
  return (
    <Page title={t('title')}>
      {subject !== null && (
        <Alert>
          <p>{t('ownOnly')}</p>
        </Alert>
      )}
      {data ? (
        <Whole profile={data} />
      ) : error ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : (
        <Spinner rows={6} />
      )}
    </Page>
  )
}

const Whole = ({ profile }: { profile: Profile }) => {
  const t = useWords(profileWords)
  const s = useWords(signin)
  const l = useLanguage()
  return (
    <>
      <section className="card stack" aria-labelledby="contact">
        <h2 id="contact">{t('contactTitle')}</h2>
        <p className="muted">{t('contactText')}</p>
        <Contact profile={profile} />
      </section>
      <Choice profile={profile} />
      <section className="section" aria-labelledby="pairing">
        <h2 id="pairing">{t('pairingTitle')}</h2>
        {profile.paired ? (
          <Alert tone="success">
            <p>
              {t('paired')}
              {profile.pairedAt && (
                <span className="fine block">{t('pairedAt', { day: day(dayOf(new Date(profile.pairedAt)), l) })}</span>
              )}
            </p>
          </Alert>
        ) : (
          <Unpaired />
        )}
      </section>
      <section className="section" aria-labelledby="mandates">
        <h2 id="mandates">{t('mandatesTitle')}</h2>
        <p>{t('mandatesText')}</p>
        <p className="section-card">
          <ButtonLink kind="secondary" icon="mandate" to={paths.mandates(l)}>
            {t('mandatesButton')}
          </ButtonLink>
        </p>
      </section>
      <section className="section" aria-labelledby="who">
        <h2 id="who">{t('whoTitle')}</h2>
        <p className="muted">{t('whoText')}</p>
        <dl className="facts facts-row card section-card">
          <div>
            <dt>{t('name')}</dt>
            <dd>{profile.name}</dd>
          </div>
          <div>
            <dt>{t('birthDate')}</dt>
            <dd>{profile.birthDate ? <Day value={profile.birthDate} /> : t('unknown')}</dd>
          </div>
          <div>
            <dt>{t('address')}</dt>
            <dd>{profile.address ?? t('unknown')}</dd>
          </div>
        </dl>
      </section>
      {profile.identities.length > 0 && (
        <section className="section" aria-labelledby="means">
          <h2 id="means">{t('meansTitle')}</h2>
          <Table
            caption={t('meansTitle')}
            rows={profile.identities}
            keyOf={identity => identity.means}
            columns={[
              {
                key: 'means',
                title: t('means'),
                head: true,
                cell: ({ means }) => (isKeyOf(meansKeys, means) ? s(meansKeys[means]) : means),
              },
              { key: 'level', title: t('level'), cell: identity => t(identity.assurance) },
              { key: 'last', title: t('last'), cell: identity => <Moment value={identity.lastAt} /> },
            ]}
          />
        </section>
      )}
      <Passkeys />
    </>
  )
}

const Contact = ({ profile }: { profile: Profile }) => {
  const t = useWords(profileWords)
  const [email, setEmail] = useState(profile.email ?? '')
  const [phone, setPhone] = useState(grouped(profile.phone ?? ''))
  const [language, setLanguage] = useState(profile.language)
  const [errors, setErrors] = useState<{ id: string; message: string }[]>([])
  const [done, setDone] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(0)
  const errorOf = (id: string): string | undefined => errors.find(error => error.id === id)?.message

  const save = async (): Promise<void> => {
    const wrong = [
      ...(email.trim() && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email.trim())
        ? [{ id: 'email', message: t('emailWrong') }]
        : []),
      ...(phone.trim() && !/^\+?\d{9,15}$/.test(phone.replace(/[\s\u00a0]/g, ''))
        ? [{ id: 'phone', message: t('phoneWrong') }]
        : []),
    ]
    setErrors(wrong)
    setTried(tried + 1)
    setDone(false)
    setFailure(null)
    if (wrong.length) return
    setBusy(true)
    const bare = phone.replace(/[\s\u00a0]/g, '')
    const patch: ProfilePatch = {
      email: email.trim() || null,
      phone: bare ? (/^\d{9}$/.test(bare) ? `+420${bare}` : bare) : null,
      language,
    }
    try {
      await call('PATCH', '/profile', patch)
      await client.invalidateQueries(profileQuery)
      setDone(true)
    } catch (cause) {
      const named = cause instanceof ApiProblem ? (cause.details.problems ?? []) : []
      const placed = named.filter(problem => /^\/(email|phone)/.test(problem.path))
      setErrors(placed.map(problem => ({ id: problem.path.split('/')[1] ?? '', message: problem.message })))
      if (!placed.length) setFailure(cause)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className="fields section-card"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (!busy) void save()
      }}
    >
      {errors.length > 0 && <ErrorSummary key={tried} title={t('errorTitle')} errors={errors} />}
      {failure !== null && <Failure cause={failure} />}
      <Field
        id="email"
        label={t('email')}
        error={errorOf('email')}
        type="email"
        autoComplete="email"
        value={email}
        onChange={event => setEmail(event.target.value)}
      />
      <Field
        id="phone"
        label={t('phone')}
        hint={t('phoneHint')}
        error={errorOf('phone')}
        type="tel"
        autoComplete="tel"
        value={phone}
        onChange={event => setPhone(event.target.value)}
      />
      <Select
        id="language"
        label={t('language')}
        value={language}
        onChange={event => isLanguage(event.target.value) && setLanguage(event.target.value)}
        options={[
          { value: 'cs', label: t('czech') },
          { value: 'en', label: t('english') },
        ]}
      />
      <div role="status">{done && <Alert tone="success">{t('saved')}</Alert>}</div>
      <div>
        <Button type="submit" busy={busy}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
