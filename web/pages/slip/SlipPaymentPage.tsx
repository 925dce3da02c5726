import { useEffect } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import type { SlipPayment } from '../../../api/contract.ts'
import { ApiProblem } from '../../api.ts'
import { instant, money } from '../../format.ts'
import type { Tone } from '../../kit/Alert.tsx'
import { ButtonAnchor, ButtonLink } from '../../kit/Button.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { Icon, type IconName } from '../../kit/Icon.tsx'
import { Spinner } from '../../kit/Spinner.tsx'
import { Timeline } from '../../kit/Timeline.tsx'
import { Moment, Money, Phone } from '../../kit/values.tsx'
import { useLanguage, usePick, useWords } from '../../language.tsx'
import { useLasting } from '../../lasting.ts'
import { Page } from '../../layout/Page.tsx'
import { useWire } from '../../live.ts'
import { isOutage } from '../../outage.ts'
import { apiPaths, paths } from '../../paths.ts'
import { client, useCatalogue } from '../../queries.ts'
import { paymentWords } from '../../words/payment.ts'
import { slipWords } from '../../words/slip.ts'
import { asFarAsKnown, path, told } from '../payment/status.ts'
import { Unreachable } from '../payment/Unreachable.tsx'
import { useForward } from '../payment/useForward.ts'
import { useReturned } from '../payment/useReturned.ts'
import { slipQuery, slipReturned } from './queries.ts'
import { keepTicket } from './unfinished.ts'

/** The truth about the payment of a slip, live, for whoever holds its ticket. Where the gateway leads the payer back to. */
export const SlipPaymentPage = () => {
  const { ticket = '' } = useParams()
  const t = useWords(slipWords)
  const l = useLanguage()
  const [query] = useSearchParams()
  const returned = query.get('returned')
  const { data, error, dataUpdatedAt, isSuccess, refetch } = useQuery(slipQuery(ticket))
  useWire(isSuccess ? apiPaths.slipLive(ticket) : null, () => void refetch(), ticket)
  const ask = async () => client.setQueryData(slipQuery(ticket).queryKey, await slipReturned(ticket))
  const unsure = useReturned({ returned, payment: ticket, pending: data?.pending, ask })
  useForward(data?.state === 'open' ? data.url : null, paths.slipPayment(l, ticket))
  const over = data !== undefined && !['connecting', 'open', 'asking'].includes(data.state)
  useEffect(() => {
    if (over) keepTicket(null)
  }, [over])
  if (error instanceof ApiProblem && error.status === 404)
    return (
      <Page title={t('gone')} lead={t('goneText')}>
        <ButtonLink to={paths.slip(l)}>{t('another')}</ButtonLink>
      </Page>
    )
  return (
    <Page title={t('payTitle')} crumbs={[{ to: paths.slip(l), title: t('title') }]} wide>
      {isOutage(error) && <Unreachable cause={error} knownAt={dataUpdatedAt} onRetry={() => void refetch()} />}
      {data ? (
        <Whole payment={asFarAsKnown(data, unsure)} cancelled={returned === 'cancelled'} />
      ) : isOutage(error) ? null : error ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : (
        <Spinner rows={4} />
      )}
    </Page>
  )
}

type Status = SlipPayment['state'] | 'waiting' | 'refused'
const statusOf = ({ state, failure, since }: SlipPayment): Status => {
  if (state === 'connecting' && since) return 'waiting'
  return state === 'open' && failure ? 'refused' : state
}
const toneOf = (status: Status): Tone => (status === 'changed' ? 'neutral' : told[status].tone)
const icons: Partial<Record<Tone, IconName>> = { success: 'check', primary: 'clock', warning: 'warning' }

const Whole = ({ payment, cancelled }: { payment: SlipPayment; cancelled: boolean }) => {
  const t = useWords(slipWords)
  const p = useWords(paymentWords)
  const l = useLanguage()
  const city = useCatalogue().data?.city
  const status = statusOf(payment)
  const when = { stepOrder: payment.filedAt, stepPay: payment.paidAt, stepCredit: payment.postedAt, stepReceipt: null }
  return (
    <div className="with-aside">
      <div>
        <State payment={payment} status={status} cancelled={cancelled} />
        {status !== 'changed' && (
          <section className="section" aria-labelledby="path">
            <h2 id="path">{p('pathTitle')}</h2>
            <Timeline
              label={p('pathTitle')}
              items={path[status].map(step => {
                const at = when[step.key as keyof typeof when]
                return {
                  key: step.key,
                  title: step.key === 'stepCredit' ? t('stepCreditSlip') : p(step.key as 'stepOrder'),
                  state: step.state,
                  when: at ? <Moment value={at} /> : undefined,
                }
              })}
            />
          </section>
        )}
      </div>
      <aside className="stack">
        <section className="card">
          <h2>{t('what')}</h2>
          <dl className="facts facts-row">
            <div>
              <dt>{t('symbol')}</dt>
              <dd>{payment.symbol}</dd>
            </div>
            <div className="facts-total">
              <dt>{t('amount')}</dt>
              <dd>
                <Money amount={payment.amount} />
              </dd>
            </div>
          </dl>
        </section>
        <section className="card">
          <h2>{p('helpTitle')}</h2>
          <p>{p('helpText', { number: payment.number })}</p>
          {city && (
            <p>
              <Phone value={city.phone} />
            </p>
          )}
          <p className="fine">{p('filedAt', { at: instant(payment.filedAt, l) })}</p>
        </section>
      </aside>
    </div>
  )
}

interface Props {
  payment: SlipPayment
  status: Status
  cancelled: boolean
}

const State = ({ payment, status, cancelled }: Props) => {
  const t = useWords(slipWords)
  const p = useWords(paymentWords)
  const l = useLanguage()
  const pending = useLasting(payment.pending) && !cancelled
  const tone = toneOf(status)
  const title =
    status === 'changed' ? t('changedTitle') : status === 'posted' ? t('postedTitle') : p(told[status].title)
  return (
    <section className="card pay-state" data-tone={tone} aria-live="polite" aria-atomic="true">
      <span className="pay-sign">
        <Icon name={icons[tone] ?? 'info'} />
        {(status === 'asking' || status === 'connecting') && <span className="pay-ring" aria-hidden="true" />}
      </span>
      <div className="stack">
        <h2>{title}</h2>
        <p className="pay-sum">{money(payment.amount, l)}</p>
        {status === 'open' && cancelled && <p>{p('openCancelled')}</p>}
        <p>
          <Told payment={payment} status={status} />
        </p>
        {status === 'waiting' && <p>{p('gatewayLeaveSlip')}</p>}
        {pending && status !== 'waiting' && <p className="fine">{p('pending')}</p>}
        <Next payment={payment} status={status} />
      </div>
    </section>
  )
}

/** How the payment stands, in a sentence or two. Only `expired` and `changed` say that nothing was paid: there it is certain. */
const Told = ({ payment, status }: Pick<Props, 'payment' | 'status'>) => {
  const t = useWords(slipWords)
  const p = useWords(paymentWords)
  const l = useLanguage()
  const pick = usePick()
  if (status === 'changed') return t('changedText')
  if (status === 'paid') return t('paidText')
  if (status === 'posted') return t('postedText')
  if (status === 'held') return t('heldText')
  if (status === 'returned') return t('returnedText')
  if (status === 'review') return t(payment.mailed ? 'reviewMailed' : 'reviewText')
  if (status === 'open' && payment.expiresAt) return p('openText', { until: instant(payment.expiresAt, l) })
  if (status === 'refused' && payment.failure) return `${pick(payment.failure)} ${p('refusedText')}`
  return p(told[status].text as 'gatewayText', { since: payment.since === null ? '' : instant(payment.since, l) })
}

/** What the payer can do now. */
const Next = ({ payment, status }: Pick<Props, 'payment' | 'status'>) => {
  const t = useWords(slipWords)
  const p = useWords(paymentWords)
  const l = useLanguage()
  if (payment.url)
    return (
      <div className="actions">
        <ButtonAnchor href={payment.url} icon="card">
          {p('goPay')}
        </ButtonAnchor>
      </div>
    )
  if (status === 'posted' || status === 'review')
    return (
      <>
        {status === 'posted' && (
          <p className="fine">
            {payment.mailed && t('postedMail')} {t('postedKeep')}
          </p>
        )}
        <div className="actions">
          {payment.receipt ? (
            <ButtonAnchor href={apiPaths.slipReceipt(payment.ticket)} icon="download">
              {p('receipt')}
            </ButtonAnchor>
          ) : (
            <p className="muted">{p('receiptSoon')}</p>
          )}
          <ButtonLink kind="secondary" to={paths.slip(l)}>
            {t('another')}
          </ButtonLink>
        </div>
      </>
    )
  if (status === 'expired' || status === 'changed' || status === 'held' || status === 'returned')
    return (
      <div className="actions">
        <ButtonLink to={paths.slip(l, { symbol: payment.symbol, amount: payment.amount })}>{t('again')}</ButtonLink>
      </div>
    )
  return null
}
