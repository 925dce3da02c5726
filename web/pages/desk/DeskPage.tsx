import './desk.css'
import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'react-router'
import type { DeskAccounts, DeskQuery } from '../../../api/contract.ts'
import { call } from '../../api.ts'
import { Alert } from '../../kit/Alert.tsx'
import { Button, ButtonLink } from '../../kit/Button.tsx'
import { ErrorSummary } from '../../kit/ErrorSummary.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { Field } from '../../kit/Field.tsx'
import { Spinner } from '../../kit/Spinner.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { Page } from '../../layout/Page.tsx'
import { paths } from '../../paths.ts'
import { deskWords } from '../../words/desk.ts'
import { Candidates } from './Candidates.tsx'
import { typedDay, type Mistake } from './fields.ts'
import { deskQuery } from './queries.ts'

/** The desk: who has come, and the way to check their document. */
export const DeskPage = () => {
  const t = useWords(deskWords)
  const l = useLanguage()
  const { data, error, refetch } = useQuery(deskQuery)
  const [found, setFound] = useState<{ query: DeskQuery; accounts: DeskAccounts['accounts'] } | null>(null)
  const state: unknown = useLocation().state
  return (
    <Page title={t('title')} lead={t('lead')} wide>
      {state === 'left' && (
        <Alert tone="success" role="status" title={t('left')}>
          <p>{t('leftText')}</p>
        </Alert>
      )}
      {error && <Failure cause={error} onRetry={() => void refetch()} />}
      {!data && !error && <Spinner rows={6} />}
      {data?.present && (
        <Alert tone="warning" title={t('presentTitle', { name: data.present.name })}>
          <p>{t('presentText')}</p>
          <ButtonLink kind="secondary" size="s" to={paths.deskPerson(l, data.present.id)}>
            {t('goOn')}
          </ButtonLink>
        </Alert>
      )}
      {data && (
        <section className="card section" aria-labelledby="who">
          <h2 id="who">{t('findTitle')}</h2>
          <p className="muted">{t('findText')}</p>
          <Find onFound={setFound} onChange={() => setFound(null)} />
        </section>
      )}
      {found && (
        <Candidates
          key={`${found.query.givenName} ${found.query.familyName} ${found.query.birthDate}`}
          query={found.query}
          accounts={found.accounts}
        />
      )}
    </Page>
  )
}

interface FindProps {
  onFound: (found: { query: DeskQuery; accounts: DeskAccounts['accounts'] }) => void
  onChange: () => void
}

const Find = ({ onFound, onChange }: FindProps) => {
  const t = useWords(deskWords)
  const [typed, setTyped] = useState({ givenName: '', familyName: '', birthDate: '' })
  const [mistakes, setMistakes] = useState<Mistake[]>([])
  const [tried, setTried] = useState(0)
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  const search = async (): Promise<void> => {
    const birthDate = typedDay(typed.birthDate)
    const wrong = [
      ...(['givenName', 'familyName'] as const)
        .filter(name => !typed[name].trim())
        .map(name => ({ id: name, message: t('missing', { what: t(name) }) })),
      ...(birthDate ? [] : [{ id: 'birthDate', message: t('wrongDay', { what: t('birthDate') }) }]),
    ]
    setMistakes(wrong)
    setTried(tried + 1)
    setFailure(null)
    if (wrong.length > 0 || !birthDate) return
    setBusy(true)
    const query = { givenName: typed.givenName.trim(), familyName: typed.familyName.trim(), birthDate }
    try {
      const { accounts } = await call<DeskAccounts>('POST', '/desk/find', query)
      onFound({ query, accounts })
    } catch (cause) {
      setFailure(cause)
    } finally {
      setBusy(false)
    }
  }
  const field = (name: keyof typeof typed) => ({
    id: name,
    label: t(name),
    value: typed[name],
    error: mistakes.find(({ id }) => id === name)?.message,
    autoComplete: 'off',
    spellCheck: false,
    required: true,
    onChange: (event: { target: { value: string } }) => {
      setTyped({ ...typed, [name]: event.target.value })
      onChange()
    },
  })
  return (
    <form
      className="fields section-card"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (!busy) void search()
      }}
    >
      {mistakes.length > 0 && <ErrorSummary key={tried} title={t('errorTitle')} errors={mistakes} />}
      {failure !== null && <Failure cause={failure} />}
      <div className="desk-row">
        <Field {...field('givenName')} />
        <Field {...field('familyName')} />
        <Field {...field('birthDate')} hint={t('dayHint')} />
      </div>
      <div>
        <Button type="submit" busy={busy} icon="search">
          {t('find')}
        </Button>
      </div>
    </form>
  )
}
