import { useState } from 'react'
import type { LedgerExports, LedgerExportView } from '../../../../../api/contract.ts'
import { money } from '../../../../format.ts'
import { Alert } from '../../../../kit/Alert.tsx'
import { Button, ButtonAnchor } from '../../../../kit/Button.tsx'
import { Failure } from '../../../../kit/Failure.tsx'
import { useLanguage, useWords } from '../../../../language.tsx'
import { apiPaths } from '../../../../paths.ts'
import { exportWords } from '../../../../words/exports.ts'
import { PaymentTotals } from './PaymentTotals.tsx'
import { handOver } from './queries.ts'

/** What waits for the accounting, and handing it over. */
export const Next = ({ waiting }: { waiting: LedgerExports['waiting'] }) => {
  const t = useWords(exportWords)
  const l = useLanguage()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const [made, setMade] = useState<LedgerExportView>()
  const hand = async (): Promise<void> => {
    setBusy(true)
    setFailure(null)
    setMade(undefined)
    await handOver().then(setMade, setFailure)
    setBusy(false)
  }
  return (
    <section className="card stack" aria-labelledby="next">
      <h2 id="next">{t('next')}</h2>
      {waiting.count + waiting.corrections > 0 ? (
        <>
          {waiting.count > 0 && <p>{t('waiting', { n: waiting.count, sum: money(waiting.sum, l) })}</p>}
          <Changed told={waiting} />
          {waiting.channels.length > 1 && <PaymentTotals totals={waiting} />}
          <div className="actions">
            <Button busy={busy} onClick={() => void hand()}>
              {t('handOver')}
            </Button>
          </div>
        </>
      ) : (
        <p>{t('nothingWaits')}</p>
      )}
      {failure !== null && <Failure cause={failure} />}
      <div role="status">
        {made && (
          <Alert tone="success" title={t('handed', { run: made.run })}>
            {made.payments > 0 && <p>{t('handedText', { n: made.payments, sum: money(made.total, l) })}</p>}
            <Changed told={made} />
            <p>{t('handedNext')}</p>
            <div className="actions">
              {(['csv', 'json'] as const).map(format => (
                <ButtonAnchor
                  key={format}
                  kind="secondary"
                  size="s"
                  icon="download"
                  href={apiPaths.ledgerExport(made.run, format)}
                >
                  {t('download', { format: t(format) })}
                </ButtonAnchor>
              ))}
            </div>
          </Alert>
        )}
      </div>
      <p className="muted">
        {t('nightly')} <code>npm run ledger:export</code>. {t('nightlyMore')}
      </p>
    </section>
  )
}

/** What is told beside new payments. */
const Changed = ({ told: { returned, corrections } }: { told: Pick<LedgerExportView, 'returned' | 'corrections'> }) => {
  const t = useWords(exportWords)
  const l = useLanguage()
  const words = [
    ...(corrections > 0 ? [t('alsoChanged', { n: corrections })] : []),
    ...(returned > 0 ? [t('alsoReturned', { sum: money(returned, l) })] : []),
    ...(returned < 0 ? [t('alsoCameBack', { sum: money(-returned, l) })] : []),
  ]
  return words.length > 0 && <p>{words.join(' ')}</p>
}
