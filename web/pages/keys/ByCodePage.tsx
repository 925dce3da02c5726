import { useState } from 'react'
import { Button, ButtonAnchor, ButtonLink } from '../../kit/Button.tsx'
import { ErrorSummary } from '../../kit/ErrorSummary.tsx'
import { Field } from '../../kit/Field.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { Page } from '../../layout/Page.tsx'
import { makePasskeyByCode } from '../../passkey.ts'
import { apiPaths, paths } from '../../paths.ts'
import { useSession } from '../../session.tsx'
import { keyWords } from '../../words/desk.ts'
import { signin } from '../../words/signin.ts'
import { typedDay, type Mistake } from '../desk/fields.ts'
import { CodeField, isWhole } from './CodeField.tsx'
import { DeviceProblem } from './DeviceProblem.tsx'

/** Signing in for the first time with a code of the desk: a passkey is made on this device. */
export const ByCodePage = () => {
  const t = useWords(keyWords)
  const s = useWords(signin)
  const l = useLanguage()
  const { user, citizen, expired } = useSession()
  if (user && !expired)
    return (
      <Page title={t('pageTitle')} lead={s('already', { name: user.name })}>
        <ButtonLink to={citizen ? paths.deskCode(l) : paths.home(l)}>{t(citizen ? 'enterCode' : 'close')}</ButtonLink>
      </Page>
    )
  return (
    <Page title={t('pageTitle')} lead={t('pageLead')} crumbs={[{ to: paths.signIn(l), title: s('title') }]}>
      <Entry />
      <section className="section card stack" aria-labelledby="identity">
        <h2 id="identity">{t('identityTitle')}</h2>
        <p>{t('identityText')}</p>
        <ButtonAnchor kind="secondary" href={apiPaths.login(paths.deskCode(l), 'substantial')}>
          {t('identityGo')}
        </ButtonAnchor>
      </section>
    </Page>
  )
}

const Entry = () => {
  const t = useWords(keyWords)
  const l = useLanguage()
  const [code, setCode] = useState('')
  const [birthDate, setBirthDate] = useState('')
  const [label, setLabel] = useState(t('labelDefault'))
  const [mistakes, setMistakes] = useState<Mistake[]>([])
  const [tried, setTried] = useState(0)
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const errorOf = (id: string) => mistakes.find(one => one.id === id)?.message

  const make = async (): Promise<void> => {
    const born = typedDay(birthDate)
    const wrong = [
      ...(isWhole(code) ? [] : [{ id: 'code', message: t('codeWrong') }]),
      ...(born ? [] : [{ id: 'birthDate', message: t('dayWrong') }]),
    ]
    setMistakes(wrong)
    setTried(tried + 1)
    setFailure(null)
    if (wrong.length > 0 || !born) return
    setBusy(true)
    try {
      await makePasskeyByCode(code, born, label.trim() || t('labelDefault'))
      // all that the portal had shown was for nobody
      window.location.assign(paths.liabilities(l))
    } catch (cause) {
      setFailure(cause)
      setBusy(false)
    }
  }
  return (
    <form
      className="card fields"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (!busy) void make()
      }}
    >
      {mistakes.length > 0 && <ErrorSummary key={tried} title={t('errorTitle')} errors={mistakes} />}
      {failure !== null && <DeviceProblem key={tried} cause={failure} />}
      <CodeField value={code} error={errorOf('code')} onChange={setCode} />
      <Field
        id="birthDate"
        label={t('birthDate')}
        hint={t('dayHint')}
        error={errorOf('birthDate')}
        value={birthDate}
        required
        autoComplete="bday"
        onChange={event => setBirthDate(event.target.value)}
      />
      <Field
        id="label"
        label={t('label')}
        hint={t('labelHint')}
        value={label}
        maxLength={60}
        autoComplete="off"
        onChange={event => setLabel(event.target.value)}
      />
      <div>
        <Button type="submit" busy={busy} icon="key">
          {t('make')}
        </Button>
      </div>
    </form>
  )
}
