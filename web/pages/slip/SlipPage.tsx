import { useEffect, useRef, useState } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import type { SlipPayment } from '../../../api/contract.ts'
import { ApiProblem, call } from '../../api.ts'
import { amountText, parseAmount } from '../../format.ts'
import { Alert } from '../../kit/Alert.tsx'
import { Button, ButtonLink } from '../../kit/Button.tsx'
import { ErrorSummary } from '../../kit/ErrorSummary.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { Field } from '../../kit/Field.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { Page } from '../../layout/Page.tsx'
import { isOutage } from '../../outage.ts'
import { paths } from '../../paths.ts'
import { client } from '../../queries.ts'
import { slipWords } from '../../words/slip.ts'
import type { Mistake } from '../desk/fields.ts'
import { forward } from '../basket/agenda.ts'
import { solved, type Solved } from './puzzle.ts'
import { slipQuery } from './queries.ts'
import { keepTicket, keptTicket } from './unfinished.ts'

/** Paying without signing in, by what the slip (složenka) says. */
export const SlipPage = () => {
  const t = useWords(slipWords)
  const l = useLanguage()
  const [unfinished] = useState(keptTicket)
  return (
    <Page title={t('title')} lead={t('lead')}>
      {unfinished && (
        <Alert>
          <p>{t('unfinished')}</p>
          <ButtonLink kind="secondary" size="s" to={paths.slipPayment(l, unfinished)}>
            {t('unfinishedGo')}
          </ButtonLink>
        </Alert>
      )}
      <Entry />
      <section className="section" aria-labelledby="privacy">
        <h2 id="privacy">{t('privacyTitle')}</h2>
        <p>{t('privacyText')}</p>
      </section>
      <section className="section" aria-labelledby="other">
        <h2 id="other">{t('otherTitle')}</h2>
        <ul>
          <li>{t('otherTransfer')}</li>
          <li>
            {t('otherSignIn')} <Link to={paths.liabilities(l)}>{t('otherSignInLink')}</Link>
          </li>
          <li>{t('otherDesk')}</li>
        </ul>
      </section>
    </Page>
  )
}

/** What a link to this page fills in; it stands behind `#`, which browsers send to nobody. */
const filledIn = (hash: string) => {
  const given = new URLSearchParams(hash.slice(1))
  const amount = Number(given.get('amount'))
  return {
    symbol: /^\d{1,10}$/.exec(given.get('vs') ?? '')?.[0] ?? '',
    amount: Number.isSafeInteger(amount) && amount > 0 ? amount : null,
  }
}

const Entry = () => {
  const t = useWords(slipWords)
  const l = useLanguage()
  const go = useNavigate()
  const { hash } = useLocation()
  const [given] = useState(() => filledIn(hash))
  const [symbol, setSymbol] = useState(given.symbol)
  const [amount, setAmount] = useState(given.amount === null ? '' : amountText(given.amount, l))
  const [email, setEmail] = useState('')
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([])
  const [failure, setFailure] = useState<unknown>(null)
  const [tried, setTried] = useState(0)
  const [busy, setBusy] = useState(false)
  const id = useRef(crypto.randomUUID())
  // solved while the person still types
  const puzzle = useRef<Promise<Solved> | null>(null)
  const solve = (): Promise<Solved> => (puzzle.current ??= solved())
  useEffect(() => {
    solve().catch(() => (puzzle.current = null))
  }, [])
  const errorOf = (field: string) => mistakes.find(one => one.id === field)?.message

  const send = async (): Promise<void> => {
    const hellers = parseAmount(amount)
    const digits = symbol.replace(/[\s\u00a0]/g, '')
    const wrong: Mistake[] = [
      ...(/^0*\d{1,10}$/.test(digits) ? [] : [{ id: 'symbol', message: t('symbolWrong') }]),
      ...(hellers !== null && hellers > 0 ? [] : [{ id: 'amount', message: t('amountWrong') }]),
    ]
    setMistakes(wrong)
    setFailure(null)
    setTried(tried + 1)
    if (wrong.length > 0) return
    setBusy(true)
    try {
      const mail = email.trim()
      const slip = { id: id.current, symbol: digits, amount: hellers, ...(mail && { email: mail }), ...(await solve()) }
      const payment = await call<SlipPayment>('POST', '/slip', slip)
      client.setQueryData(slipQuery(payment.ticket).queryKey, payment)
      keepTicket(payment.ticket)
      void go(paths.slipPayment(l, payment.ticket), { state: forward })
    } catch (cause) {
      setBusy(false)
      const problems = cause instanceof ApiProblem ? (cause.details.problems ?? []) : []
      // without an answer it may have been taken: then the same words again find the same payment
      const answered = cause instanceof ApiProblem && cause.status >= 400 && cause.status < 500
      if (answered) {
        id.current = crypto.randomUUID()
        puzzle.current = null
        solve().catch(() => (puzzle.current = null))
      }
      if (problems.length > 0)
        setMistakes(problems.map(({ path, message }) => ({ id: path.replace(/^\//, ''), message })))
      else setFailure(cause)
    }
  }
  return (
    <form
      className="card fields"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (!busy) void send()
      }}
    >
      {mistakes.length > 0 && <ErrorSummary key={tried} title={t('errorTitle')} errors={mistakes} />}
      {failure !== null && <Failure key={tried} cause={failure} more={isOutage(failure) ? t('notSent') : undefined} />}
      <Field
        id="symbol"
        label={t('symbol')}
        hint={t('symbolHint')}
        error={errorOf('symbol')}
        value={symbol}
        required
        inputMode="numeric"
        autoComplete="off"
        maxLength={30}
        onChange={event => setSymbol(event.target.value)}
      />
      <Field
        id="amount"
        label={t('amount')}
        hint={t('amountHint')}
        error={errorOf('amount')}
        unit={l === 'cs' ? 'Kč' : 'CZK'}
        short
        value={amount}
        required
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        onChange={event => setAmount(event.target.value)}
      />
      <Field
        id="email"
        type="email"
        label={t('email')}
        hint={t('emailHint')}
        error={errorOf('email')}
        value={email}
        autoComplete="email"
        maxLength={254}
        onChange={event => setEmail(event.target.value)}
      />
      <div>
        <Button type="submit" busy={busy} icon="card">
          {t('go')}
        </Button>
      </div>
      <p className="fine">{t('leaves')}</p>
    </form>
  )
}
