import { useEffect } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import type { ReminderLink } from '../../../api/contract.ts'
import { ApiProblem } from '../../api.ts'
import { addToBasket } from '../../basket.ts'
import { ButtonLink } from '../../kit/Button.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { Spinner } from '../../kit/Spinner.tsx'
import { Day, Money } from '../../kit/values.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { Page } from '../../layout/Page.tsx'
import { paths } from '../../paths.ts'
import { reminderWords } from '../../words/reminders.ts'
import { reminderLinkQuery } from './queries.ts'

/** Where the link of a reminder leads: the addressee who has signed in to a full basket, anybody else to the slips. */
export const LinkPage = () => {
  const { ticket = '' } = useParams()
  const t = useWords(reminderWords)
  const l = useLanguage()
  const { data, error, refetch } = useQuery(reminderLinkQuery(ticket))
  if (error instanceof ApiProblem && error.status === 404) return <Gone />
  const nothing = data?.debts.length === 0
  return (
    <Page title={t(nothing ? 'nothingTitle' : 'linkTitle')} lead={t(nothing ? 'nothingText' : 'linkLead')}>
      {error && !data ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Spinner rows={4} />
      ) : nothing ? (
        <ButtonLink to={paths.liabilities(l)}>{t('toLiabilities')}</ButtonLink>
      ) : data.mine ? (
        <IntoBasket debts={data.debts} />
      ) : (
        <Slips ticket={ticket} debts={data.debts} />
      )}
    </Page>
  )
}

export const Gone = () => {
  const t = useWords(reminderWords)
  const l = useLanguage()
  return (
    <Page title={t('gone')} lead={t('goneText')}>
      <ButtonLink to={paths.liabilities(l)}>{t('toLiabilities')}</ButtonLink>
    </Page>
  )
}

type Debts = ReminderLink['debts']

const IntoBasket = ({ debts }: { debts: Debts }) => {
  const l = useLanguage()
  const go = useNavigate()
  useEffect(() => {
    for (const { liability, amount } of debts) if (liability !== null) addToBasket({ liability, amount })
    void go(paths.basket(l), { replace: true })
  }, [debts, go, l])
  return <Spinner rows={4} />
}

const Slips = ({ ticket, debts }: { ticket: string; debts: Debts }) => {
  const t = useWords(reminderWords)
  const l = useLanguage()
  return (
    <div className="stack">
      <div>
        <ButtonLink icon="person" to={paths.signIn(l, { return: paths.reminder(l, ticket) })}>
          {t('linkSignIn')}
        </ButtonLink>
      </div>
      {debts.map(debt => (
        <section className="card" key={debt.symbol}>
          <dl className="facts facts-row">
            <div>
              <dt>{t('symbol')}</dt>
              <dd>{debt.symbol}</dd>
            </div>
            <div>
              <dt>{t('due')}</dt>
              <dd>
                <Day value={debt.due} />
              </dd>
            </div>
            <div>
              <dt>{t('amount')}</dt>
              <dd>
                <Money amount={debt.amount} />
              </dd>
            </div>
          </dl>
          <div className="actions">
            <ButtonLink kind="secondary" icon="card" to={paths.slip(l, debt)}>
              {t('linkSlip')}
              <span className="sr-only"> – {t('linkSlipOf', { symbol: debt.symbol })}</span>
            </ButtonLink>
          </div>
        </section>
      ))}
    </div>
  )
}
