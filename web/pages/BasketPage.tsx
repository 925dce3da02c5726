import { useRef, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { Debtor, Liability } from '../../api/contract.ts'
import { useActing } from '../acting/acting.tsx'
import { ApiProblem } from '../api.ts'
import { basketSaved, removeFromBasket, setAmount, useBasket } from '../basket.ts'
import type { BasketItem } from '../basket.ts'
import { money, parseAmount } from '../format.ts'
import { Button, ButtonLink } from '../kit/Button.tsx'
import { ErrorSummary } from '../kit/ErrorSummary.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Field } from '../kit/Field.tsx'
import { Spinner } from '../kit/Spinner.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { Page } from '../layout/Page.tsx'
import { isOutage } from '../outage.ts'
import { paths } from '../paths.ts'
import { client, liabilitiesQuery, profileQuery } from '../queries.ts'
import { basketWords } from '../words/basket.ts'
import { forward, paymentAgenda } from './basket/agenda.ts'
import { amountProblem } from './basket/amount.ts'
import { forgetFiling, sendOrder } from './basket/filing.ts'
import { Payer } from './basket/Payer.tsx'
import { Resend } from './basket/Resend.tsx'
import { sharesOf } from './basket/shares.ts'
import { BasketLine, lineId } from './basket/BasketLine.tsx'
import type { LineProblem } from './basket/BasketLine.tsx'

/** What is about to be paid, each amount editable where the law allows a part, and the way to the card page. */
export const BasketPage = () => {
  const t = useWords(basketWords)
  const l = useLanguage()
  const basket = useBasket()
  const debts = useQuery(liabilitiesQuery())
  const profile = useQuery(profileQuery)
  const ready = !basket.loading && debts.data && !profile.isLoading
  return (
    <Page title={t('title')} lead={ready && basket.items.length > 0 ? t('lead') : undefined} wide>
      {debts.error && !debts.data ? (
        <Failure cause={debts.error} onRetry={() => void debts.refetch()} />
      ) : basket.error ? (
        <Failure cause={basket.error} onRetry={basket.retry} />
      ) : !ready ? (
        <Spinner rows={6} />
      ) : basket.items.length === 0 ? (
        <div className="card empty">
          <p>
            <strong>{t('empty')}</strong> {t('emptyText')}
          </p>
          <ButtonLink to={paths.liabilities(l)}>{t('toPayments')}</ButtonLink>
        </div>
      ) : (
        <Checkout items={basket.items} {...debts.data} email={profile.data?.email ?? ''} />
      )}
    </Page>
  )
}

const isEmail = (text: string): boolean => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text)

interface Ready {
  items: BasketItem[]
  liabilities: Liability[]
  debtors: Debtor[]
  email: string
}

const Checkout = ({ items, liabilities, debtors, email: known }: Ready) => {
  const t = useWords(basketWords)
  const l = useLanguage()
  const go = useNavigate()
  const [email, setEmail] = useState(known)
  // What is being typed stays as typed; it goes to the basket when the payer leaves the field.
  const [typed, setTyped] = useState<Record<string, string>>({})
  const [problems, setProblems] = useState<Record<string, LineProblem>>({})
  const [emailError, setEmailError] = useState<string>()
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(0)
  const sent = useRef('')
  const { subject } = useActing()

  const lines = items.map(item => ({ item, debt: liabilities.find(debt => debt.id === item.liability) }))
  const payable = lines.flatMap(({ item, debt }) => (debt && debt.balance > 0 ? [{ item, debt }] : []))
  const amountOf = (item: BasketItem): number | null => {
    const text = typed[item.liability]
    return text === undefined ? item.amount : parseAmount(text)
  }
  const total = payable.reduce((sum, { item }) => sum + (amountOf(item) ?? 0), 0)
  const shares = sharesOf(
    debtors,
    payable.map(({ item, debt }) => ({ subject: debt.for, amount: amountOf(item) ?? 0 })),
  )
  const over = shares.filter(share => share.over)
  // In another's name only what is theirs alone can be paid; whoever pays for several pays in their own.
  const inNameOf = subject !== null && payable.every(({ debt }) => debt.for === subject) ? subject : null
  const judge = (id: string, problem: LineProblem | undefined): void =>
    setProblems(({ [id]: _, ...others }) => (problem ? { ...others, [id]: problem } : others))
  const leave = (item: BasketItem, debt: Liability | undefined): void => {
    if (typed[item.liability] === undefined || !debt) return
    const amount = amountOf(item)
    const message = amountProblem(amount, debt, t, l)
    judge(item.liability, message ? { message } : undefined)
    if (message || amount === null) return
    setAmount(item.liability, amount)
    setTyped(({ [item.liability]: _, ...others }) => others)
  }

  // `again`: by itself, after an outage; then only what the payer has agreed to, not what they have changed since
  const pay = async (again = false): Promise<void> => {
    const wrong = Object.fromEntries(
      payable.flatMap(({ item, debt }) => {
        const message = amountProblem(amountOf(item), debt, t, l)
        return message ? [[item.liability, { message }]] : []
      }),
    )
    const wrongEmail = email.trim() && !isEmail(email.trim()) ? t('emailWrong') : undefined
    setProblems(wrong)
    setEmailError(wrongEmail)
    if (!isOutage(failure)) setFailure(null)
    setTried(tried + 1)
    if (wrongEmail || Object.keys(wrong).length > 0 || over.length > 0) return

    const order = payable.map(({ item }) => ({ liability: item.liability, amount: amountOf(item) ?? item.amount }))
    const data = { items: order, ...(email.trim() ? { email: email.trim() } : {}) }
    const content = JSON.stringify({ data, inNameOf })
    if (again && content !== sent.current) return setFailure(null)
    sent.current = content
    setBusy(true)
    try {
      const view = await sendOrder(content, {
        agenda: paymentAgenda,
        data,
        ...(inNameOf !== null && { for: inNameOf }),
      })
      if (view.payment?.url) {
        forgetFiling()
        removeFromBasket(data.items.map(item => item.liability))
      }
      void client.invalidateQueries({ queryKey: ['liabilities'] })
      if (view.payment?.url) {
        await basketSaved()
        window.location.assign(view.payment.url)
      } else void go(paths.payment(l, view.id), { state: forward })
    } catch (cause) {
      setBusy(false)
      const { lines: refused, email: refusedEmail, rest } = sorted(cause, data.items)
      setProblems(refused)
      setEmailError(refusedEmail)
      setFailure(rest)
      void client.invalidateQueries({ queryKey: ['liabilities'] })
    }
  }

  const errors = [
    ...payable.flatMap(({ item }) => {
      const problem = problems[item.liability]
      return problem ? [{ id: lineId(item.liability), message: problem.message }] : []
    }),
    ...over.map(({ debtor, sum }) => ({
      id: lineId(payable.find(({ debt }) => debt.for === debtor.subject)?.debt.id ?? ''),
      message: t('overLimit', { name: debtor.name, sum: money(sum, l), limit: money(debtor.limit ?? 0, l) }),
    })),
    ...(emailError ? [{ id: 'email', message: emailError }] : []),
  ]
  return (
    <form
      className="with-aside checkout"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (!busy) void pay()
      }}
    >
      <div>
        {errors.length > 0 && tried > 0 && <ErrorSummary key={tried} title={t('errorTitle')} errors={errors} />}
        {isOutage(failure) ? (
          <Resend cause={failure} busy={busy} send={() => void pay(true)} stop={() => setFailure(null)} />
        ) : (
          failure !== null && <Failure cause={failure} />
        )}
        <ul className="plain basket-lines">
          {lines.map(({ item, debt }) => (
            <BasketLine
              key={item.liability}
              item={item}
              debt={debt}
              typed={typed[item.liability]}
              debtor={debtors.length > 1 || debt?.for ? debtors.find(one => one.subject === debt?.for) : undefined}
              problem={problems[item.liability]}
              onType={text => {
                setTyped({ ...typed, [item.liability]: text })
                judge(item.liability, undefined)
                setFailure(null)
              }}
              onLeave={() => leave(item, debt)}
            />
          ))}
        </ul>
        <p>
          <ButtonLink kind="plain" to={paths.liabilities(l)} icon="plus">
            {t('back')}
          </ButtonLink>
        </p>
      </div>
      <section className="card stack pay-box" aria-label={t('total')}>
        <p className="pay-total">
          <span>{t('total')}</span>
          <strong className="money" aria-live="polite">
            {money(total, l)}
          </strong>
        </p>
        <Payer shares={shares} inNameOf={inNameOf} />
        <Field
          id="email"
          label={t('email')}
          hint={t('emailHint')}
          error={emailError}
          type="email"
          autoComplete="email"
          value={email}
          onChange={event => {
            setEmail(event.target.value)
            setEmailError(undefined)
            setFailure(null)
          }}
        />
        <Button type="submit" size="l" icon="card" wide busy={busy} disabled={payable.length === 0}>
          {t(busy ? 'paying' : 'pay')}
        </Button>
        <p className="fine">
          {t('payHow')} {t('noFee')}
        </p>
      </section>
    </form>
  )
}

/** Sorts a refusal to the lines and fields it names; what names none stands above the form. */
const sorted = (
  cause: unknown,
  items: readonly BasketItem[],
): { lines: Record<string, LineProblem>; email: string | undefined; rest: unknown } => {
  const details = cause instanceof ApiProblem ? cause.details : null
  const lines: Record<string, LineProblem> = {}
  let email: string | undefined
  for (const problem of details?.problems ?? []) {
    const index = /^\/items\/(\d+)/.exec(problem.path)?.[1]
    const item = index === undefined ? undefined : items[Number(index)]
    const next = problem.rule === 'in-another-order' || details?.code === 'in-another-order' ? details?.next : undefined
    if (item) lines[item.liability] = { message: problem.message, ...(next ? { next } : {}) }
    else if (problem.path.startsWith('/email')) email = problem.message
  }
  const placed = Object.keys(lines).length > 0 || email !== undefined
  return { lines, email, rest: placed ? null : cause }
}
