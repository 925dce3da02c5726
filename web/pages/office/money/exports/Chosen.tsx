import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isDay, today } from '../../../../../forms/day.ts'
import { ButtonAnchor } from '../../../../kit/Button.tsx'
import { Failure } from '../../../../kit/Failure.tsx'
import { Spinner } from '../../../../kit/Spinner.tsx'
import { useWords } from '../../../../language.tsx'
import { apiPaths } from '../../../../paths.ts'
import { exportWords } from '../../../../words/exports.ts'
import { DayField } from '../DayField.tsx'
import { dayAfter } from '../days.ts'
import { PaymentTotals } from './PaymentTotals.tsx'
import { paymentsQuery } from './queries.ts'

const monthAgo = () => dayAfter(today(), -30)

/** Payments of days that are chosen: control totals and a file to look at. */
export const Chosen = () => {
  const t = useWords(exportWords)
  const [from, setFrom] = useState(monthAgo)
  const [to, setTo] = useState(() => today())
  const right = isDay(from) && isDay(to) && from <= to
  const { data, error, refetch } = useQuery({ ...paymentsQuery({ from, to }), enabled: right })
  return (
    <section className="section stack" aria-labelledby="chosen">
      <h2 id="chosen">{t('days')}</h2>
      <p className="muted">{t('daysText')}</p>
      <div className="day-choice">
        <DayField id="from" label={t('from')} value={from} onDay={setFrom} />
        <DayField id="to" label={t('to')} value={to} error={right ? undefined : t('daysWrong')} onDay={setTo} />
      </div>
      {right && error && <Failure cause={error} onRetry={() => void refetch()} />}
      {right && !data && !error && <Spinner rows={3} />}
      {right && data && (data.totals.count > 0 ? <PaymentTotals totals={data.totals} /> : <p>{t('noPayments')}</p>)}
      {right && data && data.totals.count > 0 && (
        <div className="actions">
          {(['csv', 'json'] as const).map(format => (
            <ButtonAnchor key={format} kind="secondary" icon="download" href={apiPaths.payments({ from, to }, format)}>
              {t('download', { format: t(format) })}
            </ButtonAnchor>
          ))}
        </div>
      )}
    </section>
  )
}

/** Debts that have changed since a day, as a file. */
export const Changes = () => {
  const t = useWords(exportWords)
  const [since, setSince] = useState(monthAgo)
  return (
    <section className="section stack" aria-labelledby="changes">
      <h2 id="changes">{t('changes')}</h2>
      <p className="muted">{t('changesText')}</p>
      <div className="day-choice">
        <DayField id="since" label={t('since')} value={since} onDay={setSince} />
        {isDay(since) && (
          <ButtonAnchor kind="secondary" icon="download" href={apiPaths.changes(since)}>
            {t('download', { format: t('csv') })}
          </ButtonAnchor>
        )}
      </div>
    </section>
  )
}
