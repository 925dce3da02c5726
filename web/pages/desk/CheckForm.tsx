import { useState } from 'react'
import { useNavigate } from 'react-router'
import type {
  AddressSuggestions,
  DeskAccount,
  DeskDocument,
  DeskPerson,
  DeskQuery,
  NewDeskPerson,
} from '../../../api/contract.ts'
import { today } from '../../../forms/day.ts'
import { ApiProblem, call } from '../../api.ts'
import { AddressSearch } from '../../forms/AddressSearch.tsx'
import { Button } from '../../kit/Button.tsx'
import { ErrorSummary } from '../../kit/ErrorSummary.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { Field } from '../../kit/Field.tsx'
import { Select } from '../../kit/Select.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { deskWords } from '../../words/desk.ts'
import { typedDay, type Mistake } from './fields.ts'
import { act, remember } from './queries.ts'

const kinds = ['id-card', 'passport', 'residence-permit'] as const
const isKind = (text: string): text is DeskDocument['kind'] => kinds.some(kind => kind === text)

interface Props {
  query: DeskQuery
  /** null: nobody is found, an account is made. */
  account: DeskAccount | null
  namesake: boolean
  onBack?: () => void
}

/** The document that the official holds in their hand; from here on the person stands at the desk. */
export const CheckForm = ({ query, account, namesake, onBack }: Props) => {
  const t = useWords(deskWords)
  const l = useLanguage()
  const go = useNavigate()
  const [kind, setKind] = useState<DeskDocument['kind']>('id-card')
  const [end, setEnd] = useState('')
  const [validTo, setValidTo] = useState('')
  const [address, setAddress] = useState<AddressSuggestions['addresses'][number] | null>(null)
  const [mistakes, setMistakes] = useState<Mistake[]>([])
  const [tried, setTried] = useState(0)
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const errorOf = (id: string) => mistakes.find(one => one.id === id)?.message

  const check = async (): Promise<void> => {
    const characters = end.trim().toUpperCase()
    const until = typedDay(validTo)
    const wrong = [
      ...(/^[0-9A-Z]{3}$/.test(characters) ? [] : [{ id: 'end', message: t('endWrong') }]),
      ...(!until
        ? [{ id: 'validTo', message: t('wrongDay', { what: t('validTo') }) }]
        : until < today()
          ? [{ id: 'validTo', message: t('expired') }]
          : []),
    ]
    setMistakes(wrong)
    setTried(tried + 1)
    setFailure(null)
    if (wrong.length > 0 || !until) return
    setBusy(true)
    const document: DeskDocument = { kind, end: characters, validTo: until }
    try {
      const person = account
        ? await act<DeskPerson>(account.id, 'check', { document })
        : await call<DeskPerson>('POST', '/desk/people', newPerson(query, document, namesake, address))
      remember(person)
      await go(paths.deskPerson(l, person.id))
    } catch (cause) {
      const problems = cause instanceof ApiProblem ? (cause.details.problems ?? []) : []
      const placed = problems.filter(({ path }) => path.startsWith('/document/'))
      setMistakes(placed.map(({ path, message }) => ({ id: path.split('/')[2] ?? '', message })))
      if (placed.length === 0) setFailure(cause)
      setBusy(false)
    }
  }
  return (
    <form
      className="card fields section-card"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (!busy) void check()
      }}
    >
      <h3>
        {t('documentTitle')}: {account?.name ?? `${query.givenName} ${query.familyName}`}
      </h3>
      <p className="muted">{t('documentText')}</p>
      {mistakes.length > 0 && <ErrorSummary key={tried} title={t('errorTitle')} errors={mistakes} />}
      {failure !== null && <Failure cause={failure} />}
      <div className="desk-row">
        <Select
          id="kind"
          label={t('kind')}
          value={kind}
          onChange={event => isKind(event.target.value) && setKind(event.target.value)}
          options={kinds.map(value => ({ value, label: t(value) }))}
        />
        <Field
          id="end"
          label={t('end')}
          error={errorOf('end')}
          value={end}
          maxLength={3}
          autoComplete="off"
          required
          onChange={event => setEnd(event.target.value)}
        />
        <Field
          id="validTo"
          label={t('validTo')}
          hint={t('dayHint')}
          error={errorOf('validTo')}
          value={validTo}
          autoComplete="off"
          required
          onChange={event => setValidTo(event.target.value)}
        />
      </div>
      {!account && (
        <AddressSearch id="address" label={t('addressSearch')} hint={t('addressHint')} onChoose={setAddress} />
      )}
      <div className="actions">
        <Button type="submit" busy={busy} icon="check">
          {t(account ? 'checked' : 'makeAccount')}
        </Button>
        {onBack && (
          <Button kind="plain" onClick={onBack}>
            {t('back')}
          </Button>
        )}
      </div>
    </form>
  )
}

function newPerson(
  query: DeskQuery,
  document: DeskDocument,
  namesake: boolean,
  address: AddressSuggestions['addresses'][number] | null,
): NewDeskPerson {
  if (!address) return { ...query, document, namesake }
  const { text: _, municipality: city, ...rest } = address
  return { ...query, document, namesake, address: { ...rest, city } }
}
