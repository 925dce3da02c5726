import { useParams } from 'react-router'
import type { LiabilityDetail } from '../../api/contract.ts'
import { ApiProblem } from '../api.ts'
import { Failure } from '../kit/Failure.tsx'
import { Official } from '../kit/Official.tsx'
import { Spinner } from '../kit/Spinner.tsx'
import { Day, Money } from '../kit/values.tsx'
import { useLanguage, usePick, useWords } from '../language.tsx'
import { Page } from '../layout/Page.tsx'
import { paths } from '../paths.ts'
import { useLiability } from '../queries.ts'
import { liabilitiesWords } from '../words/liabilities.ts'
import { BankDetails } from './liability/BankDetails.tsx'
import { BasketBar } from './liability/BasketBar.tsx'
import { CardChoice } from './liability/CardChoice.tsx'
import { DueTag, dueOf } from './liability/Due.tsx'
import { Received } from './liability/Received.tsx'
import { Instalments } from './liability/Instalments.tsx'
import { Reasons } from './liability/Reasons.tsx'
import { NotYoursPage } from './NotFoundPage.tsx'

/** One debt: how much and why, until when, how to pay it, what was paid, and who is responsible. */
export const LiabilityPage = () => {
  const { id = '' } = useParams()
  const t = useWords(liabilitiesWords)
  const l = useLanguage()
  const pick = usePick()
  const { data, error, refetch } = useLiability(id)
  if (error instanceof ApiProblem && error.status === 404) return <NotYoursPage />
  return (
    <Page
      title={data ? pick(data.description) : t('title')}
      crumbs={[{ to: paths.liabilities(l), title: t('title') }]}
      wide
    >
      {data ? (
        <Whole debt={data} />
      ) : error ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : (
        <Spinner rows={6} />
      )}
      <BasketBar />
    </Page>
  )
}

const Whole = ({ debt }: { debt: LiabilityDetail }) => {
  const t = useWords(liabilitiesWords)
  return (
    <div className="with-aside">
      <div>
        <div className="card debt-head">
          <div>
            {debt.for && <p className="debt-debtor">{t('debtorIs', { name: debt.debtor })}</p>}
            <p className="muted">{t('balance')}</p>
            <p className="debt-amount">
              <Money amount={debt.balance} />
            </p>
          </div>
          <div className="debt-due">
            <p>
              {t('due')} <Day value={dueOf(debt)} />
            </p>
            <DueTag liability={debt} />
          </div>
        </div>
        {debt.balance > 0 && (
          <section className="section" aria-labelledby="pay">
            <h2 id="pay">{t('payTitle')}</h2>
            <div className="stack">
              <CardChoice debt={debt} />
              {debt.bank && <BankDetails debt={debt} bank={debt.bank} />}
              <p className="fine">{t('onSite')}</p>
            </div>
          </section>
        )}
        <Instalments debt={debt} />
        <Reasons debt={debt} />
        <Received payments={debt.payments} />
      </div>
      <aside className="stack" aria-label={t('factsTitle')}>
        <Facts debt={debt} />
        {debt.responsible && (
          <section className="card stack">
            <h2>{t('responsibleTitle')}</h2>
            <p>{t('responsibleText')}</p>
            <Official official={debt.responsible} />
          </section>
        )}
      </aside>
    </div>
  )
}

const Facts = ({ debt }: { debt: LiabilityDetail }) => {
  const t = useWords(liabilitiesWords)
  return (
    <section className="card">
      <h2>{t('factsTitle')}</h2>
      <dl className="facts">
        <div>
          <dt>{t('debtor')}</dt>
          <dd>{debt.debtor}</dd>
        </div>
        {debt.concerns && (
          <div>
            <dt>{t('concerns')}</dt>
            <dd>{debt.concerns}</dd>
          </div>
        )}
        <div>
          <dt>{t('period')}</dt>
          <dd>
            {debt.period}
            {debt.instalments > 1 && `, ${t('instalment', { part: debt.instalment, all: debt.instalments })}`}
          </dd>
        </div>
        <div>
          <dt>{t('issued')}</dt>
          <dd>
            <Day value={debt.issued} />
          </dd>
        </div>
        <div>
          <dt>{t('variableSymbol')}</dt>
          <dd className="money">{debt.variableSymbol}</dd>
        </div>
        <div>
          <dt>{t('number')}</dt>
          <dd>{debt.number}</dd>
        </div>
      </dl>
    </section>
  )
}
