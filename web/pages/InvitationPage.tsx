import { useState } from 'react'
import { useNavigate } from 'react-router'
import { Button } from '../kit/Button.tsx'
import { Details } from '../kit/Details.tsx'
import { ErrorSummary } from '../kit/ErrorSummary.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Field } from '../kit/Field.tsx'
import { Phone } from '../kit/values.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { Page } from '../layout/Page.tsx'
import { paths } from '../paths.ts'
import { takeInvitation, useCatalogue } from '../queries.ts'
import { invitationWords, mandatesWords } from '../words/mandates.ts'
import { bareCode } from './mandate/code.ts'

/** For those who were invited by a letter on paper: the number of the case and the code, typed by hand. */
export const InvitationPage = () => {
  const t = useWords(invitationWords)
  const m = useWords(mandatesWords)
  const l = useLanguage()
  const go = useNavigate()
  const city = useCatalogue().data?.city
  const [number, setNumber] = useState('')
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(0)
  const [errors, setErrors] = useState<{ id: string; message: string }[]>([])
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const errorOf = (id: string): string | undefined => errors.find(error => error.id === id)?.message

  const send = async (): Promise<void> => {
    const wrong = [
      ...(number.trim() ? [] : [{ id: 'number', message: t('numberMissing') }]),
      ...(bareCode(code).length >= 8 ? [] : [{ id: 'code', message: t('codeMissing') }]),
    ]
    setErrors(wrong)
    setTried(tried + 1)
    setFailure(null)
    if (wrong.length > 0) return
    setBusy(true)
    try {
      const invited = await takeInvitation({ number: number.trim(), code: bareCode(code) })
      void go(paths.case(l, invited.case))
    } catch (cause) {
      setFailure(cause)
      setBusy(false)
    }
  }
  return (
    <Page title={t('title')} lead={t('lead')} crumbs={[{ to: paths.mandates(l), title: m('title') }]}>
      <form
        className="fields card"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          if (!busy) void send()
        }}
      >
        {errors.length > 0 && <ErrorSummary key={tried} title={t('errorTitle')} errors={errors} />}
        {failure !== null && <Failure cause={failure} />}
        <Field
          id="number"
          label={t('number')}
          hint={t('numberHint')}
          error={errorOf('number')}
          short
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={number}
          onChange={event => setNumber(event.target.value)}
        />
        <Field
          id="code"
          label={t('code')}
          hint={t('codeHint')}
          error={errorOf('code')}
          short
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={code}
          onChange={event => setCode(event.target.value)}
        />
        <div>
          <Button type="submit" busy={busy}>
            {t('show')}
          </Button>
        </div>
      </form>
      <div className="section">
        <Details summary={t('helpTitle')}>
          <p>{t('helpText')}</p>
          {city && (
            <p>
              <Phone value={city.phone} />
            </p>
          )}
        </Details>
      </div>
    </Page>
  )
}
