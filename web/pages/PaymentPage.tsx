import { useEffect, useState, type ReactNode } from 'react'
import { Link, Navigate, useNavigate, useParams, useSearchParams } from 'react-router'
import type { CaseView, PaymentView } from '../../api/contract.ts'
import { ApiProblem } from '../api.ts'
import { addToBasket } from '../basket.ts'
import { instant, money } from '../format.ts'
import { Button, ButtonAnchor, ButtonLink } from '../kit/Button.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Icon } from '../kit/Icon.tsx'
import type { IconName } from '../kit/Icon.tsx'
import { Spinner } from '../kit/Spinner.tsx'
import { Timeline } from '../kit/Timeline.tsx'
import { Moment, Money, Phone } from '../kit/values.tsx'
import { useLanguage, usePick, useWords } from '../language.tsx'
import { useLasting } from '../lasting.ts'
import { Page } from '../layout/Page.tsx'
import { useLiveCase } from '../live.ts'
import { isOutage } from '../outage.ts'
import { apiPaths, paths } from '../paths.ts'
import { cameBack, client, useCatalogue } from '../queries.ts'
import { paymentWords } from '../words/payment.ts'
import { isMandateOver, MandateOver } from './case/MandateOver.tsx'
import { Withdraw } from './case/Withdraw.tsx'
import { paymentAgenda } from './basket/agenda.ts'
import { NotYoursPage } from './NotFoundPage.tsx'
import { asFarAsKnown, path, statusOf, told } from './payment/status.ts'
import { Unreachable } from './payment/Unreachable.tsx'
import { useForward } from './payment/useForward.ts'
import { useLeavesBasket } from './payment/useLeavesBasket.ts'
import { useReturned } from './payment/useReturned.ts'

/** The truth about one payment, live, from the order to the receipt. Where the gateway leads the payer back to. */
export const PaymentPage = () => {
  const { id = '' } = useParams()
  const t = useWords(paymentWords)
  const l = useLanguage()
  const [query] = useSearchParams()
  const returned = query.get('returned')
  const { data, error, dataUpdatedAt, refetch } = useLiveCase(id)
  const unsure = useReturned({ returned, payment: id, pending: data?.pending, ask: () => cameBack(id) })
  useLeavesBasket(data?.payment, returned === 'success')
  useForward(data?.payment?.state === 'open' ? data.payment.url : null, paths.payment(l, id))
  useEffect(() => {
    if (data?.payment?.state === 'posted') void client.invalidateQueries({ queryKey: ['liabilities'] })
  }, [data?.payment?.state])
  if (isMandateOver(error)) return <MandateOver suspended={error.details.code === 'mandate-suspended'} />
  if (error instanceof ApiProblem && error.status === 404) return <NotYoursPage />
  return (
    <Page title={t('title')} crumbs={[{ to: paths.liabilities(l), title: t('payments') }]} wide>
      {isOutage(error) && <Unreachable cause={error} knownAt={dataUpdatedAt} onRetry={() => void refetch()} />}
      {data?.payment ? (
        <Whole view={data} payment={asFarAsKnown(data.payment, unsure)} cancelled={returned === 'cancelled'} />
      ) : data ? (
        <NoOrder view={data} />
      ) : isOutage(error) ? null : error ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : (
        <Spinner rows={4} />
      )}
    </Page>
  )
}

/** A case without an order: it is only being made, or it ended before one was; another agenda's case is shown as a case. */
const NoOrder = ({ view }: { view: CaseView }) => {
  const t = useWords(paymentWords)
  const l = useLanguage()
  const pick = usePick()
  // a record comes within seconds, unless the engine is away
  const late = useLasting(view.pending, 5000)
  if (view.agenda !== paymentAgenda) return <Navigate replace to={paths.case(l, view.id)} />
  const over = view.state === 'closed'
  const tone = over ? 'neutral' : late ? 'warning' : 'primary'
  const coming = late ? (['engineTitle', 'engineText'] as const) : (['connectingTitle', 'connectingText'] as const)
  return (
    <section className="card pay-state" data-tone={tone} aria-live="polite" aria-atomic="true">
      <span className="pay-sign">
        <Icon name={over ? 'info' : 'clock'} />
        {!over && <span className="pay-ring" aria-hidden="true" />}
      </span>
      <div className="stack">
        <h2>{over ? (view.outcomeTitle ? pick(view.outcomeTitle) : t('notMadeTitle')) : t(coming[0])}</h2>
        <p>{t(over ? 'notMadeText' : coming[1])}</p>
        {!over && (
          <p className="fine">
            {t('number', { number: view.number })} {t('filedAt', { at: instant(view.filedAt, l) })}
          </p>
        )}
        {over ? (
          <div className="actions">
            <ButtonLink to={paths.liabilities(l)}>{t('toPayments')}</ButtonLink>
          </div>
        ) : (
          late && <GiveUp view={view} toBasket />
        )}
      </div>
    </section>
  )
}

interface Props {
  view: CaseView
  payment: PaymentView
  cancelled: boolean
}
const icons: Record<string, IconName> = { success: 'check', primary: 'clock', warning: 'warning', neutral: 'info' }

const Whole = ({ view, payment, cancelled }: Props) => {
  const t = useWords(paymentWords)
  const l = useLanguage()
  const city = useCatalogue().data?.city
  const status = statusOf(view, payment)
  const when = { stepOrder: view.filedAt, stepPay: payment.paidAt, stepCredit: payment.postedAt, stepReceipt: null }
  return (
    <div className="with-aside">
      <div>
        <State view={view} payment={payment} cancelled={cancelled} />
        <section className="section" aria-labelledby="path">
          <h2 id="path">{t('pathTitle')}</h2>
          <Timeline
            label={t('pathTitle')}
            items={path[status].map(step => {
              const at = when[step.key as keyof typeof when]
              return {
                key: step.key,
                title: t(step.key as keyof typeof when),
                state: step.state,
                when: at ? <Moment value={at} /> : undefined,
              }
            })}
          />
        </section>
      </div>
      <aside className="stack">
        <Items payment={payment} />
        <section className="card">
          <h2>{t('helpTitle')}</h2>
          <p>{t('helpText', { number: view.number })}</p>
          {city && (
            <p>
              <Phone value={city.phone} />
            </p>
          )}
          <p>
            <Link to={paths.case(l, view.id)}>{t('caseLink')}</Link>
          </p>
        </section>
      </aside>
    </div>
  )
}

const State = ({ view, payment, cancelled }: Props) => {
  const t = useWords(paymentWords)
  const l = useLanguage()
  const pick = usePick()
  // who has given up sent nothing that could wait; that the gateway is asked once more moves no words under their eyes
  const pending = useLasting(view.pending) && !cancelled
  const status = statusOf(view, payment)
  const { tone, title } = told[status]
  const since = payment.since === null ? '' : instant(payment.since, l)
  const text =
    status === 'open'
      ? t('openText', { until: instant(payment.expiresAt, l) })
      : status === 'refused' && payment.failure
        ? `${pick(payment.failure)} ${t('refusedText')}`
        : t(told[status].text as 'gatewayText', { since })
  return (
    <section className="card pay-state" data-tone={tone} aria-live="polite" aria-atomic="true">
      <span className="pay-sign">
        <Icon name={icons[tone] ?? 'info'} />
        {(status === 'asking' || status === 'connecting') && <span className="pay-ring" aria-hidden="true" />}
      </span>
      <div className="stack">
        <h2>{t(title)}</h2>
        <p className="pay-sum">{money(payment.amount, l)}</p>
        {status === 'open' && cancelled && <p>{t('openCancelled')}</p>}
        <p>{text}</p>
        {status === 'waiting' && <p>{t('gatewayLeave')}</p>}
        {status === 'asking' && since && <p className="fine">{t('askingSince', { since })}</p>}
        {pending && status !== 'waiting' && <p className="fine">{t('pending')}</p>}
        <Next view={view} payment={payment} />
      </div>
    </section>
  )
}

/** What the payer can do now, and the way to cancel the payment, asked once more. */
const GiveUp = ({ view, toBasket, children }: { view: CaseView; toBasket?: boolean; children?: ReactNode }) => {
  const t = useWords(paymentWords)
  const l = useLanguage()
  const [asking, setAsking] = useState(false)
  return (
    <div className="actions">
      {children}
      {toBasket && (
        <ButtonLink kind="secondary" to={paths.basket(l)} icon="basket">
          {t('toBasket')}
        </ButtonLink>
      )}
      {view.mayWithdraw && (
        <Button kind="plain" onClick={() => setAsking(true)}>
          {t('cancelPayment')}
        </Button>
      )}
      {asking && (
        <Withdraw
          caseId={view.id}
          title={t('cancelTitle')}
          text={t('cancelText')}
          yes={t('cancelYes')}
          no={t('cancelNo')}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}

/** What the payer can do now. */
const Next = ({ view, payment }: { view: CaseView; payment: PaymentView }) => {
  const t = useWords(paymentWords)
  const l = useLanguage()
  const go = useNavigate()
  if (payment.state === 'open')
    return (
      <GiveUp view={view}>
        {payment.url && (
          <ButtonAnchor href={payment.url} icon="card">
            {t('goPay')}
          </ButtonAnchor>
        )}
      </GiveUp>
    )
  if (payment.state === 'connecting' && payment.since) return <GiveUp view={view} toBasket />
  if (payment.state === 'posted')
    return (
      <>
        <p className="fine">{t('postedMail')}</p>
        <div className="actions">
          {payment.receipt ? (
            <ButtonAnchor href={apiPaths.document(payment.receipt)} icon="download">
              {t('receipt')}
            </ButtonAnchor>
          ) : (
            <p className="muted">{t('receiptSoon')}</p>
          )}
          <ButtonLink kind="secondary" to={paths.liabilities(l)}>
            {t('toPayments')}
          </ButtonLink>
        </div>
      </>
    )
  if (payment.state === 'expired')
    return (
      <div className="actions">
        <Button
          icon="basket"
          onClick={() => {
            payment.items.forEach(({ liability, amount }) => addToBasket({ liability, amount }))
            void go(paths.basket(l))
          }}
        >
          {t('again')}
        </Button>
        <ButtonLink kind="secondary" to={paths.liabilities(l)}>
          {t('toPayments')}
        </ButtonLink>
      </div>
    )
  return null
}

/** What is paid; whose debts they are and who pays, where the payer does not pay for themselves alone. */
const Items = ({ payment }: { payment: PaymentView }) => {
  const t = useWords(paymentWords)
  const l = useLanguage()
  const pick = usePick()
  const foreign = payment.items.some(({ debtor }) => debtor !== payment.payer)
  return (
    <section className="card">
      <h2>{t('itemsTitle')}</h2>
      <dl className="facts facts-row">
        {payment.items.map(item => (
          <div key={item.liability}>
            <dt>
              <Link to={paths.liability(l, item.liability)}>{pick(item.description)}</Link>
              {foreign && <span className="fine line-sub">{t('debtor', { name: item.debtor })}</span>}
            </dt>
            <dd>
              <Money amount={item.amount} />
            </dd>
          </div>
        ))}
        {foreign && (
          <div>
            <dt>{t('payer')}</dt>
            <dd>{payment.payer}</dd>
          </div>
        )}
        <div className="facts-total">
          <dt>{t('total')}</dt>
          <dd>
            <Money amount={payment.amount} />
          </dd>
        </div>
      </dl>
    </section>
  )
}
