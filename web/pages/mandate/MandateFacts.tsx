import type { Mandate } from '../../../api/contract.ts'
import { instant } from '../../format.ts'
import { Moment, Money } from '../../kit/values.tsx'
import { useLanguage, usePick, useWords } from '../../language.tsx'
import { mandatesWords } from '../../words/mandates.ts'
import { Scope } from './Scope.tsx'
import { basisKeys } from './state.ts'
import { useValidity } from './useValidity.ts'

/**
 * What a mandate allows, how long and who verified it, and what has become of it. `office`: to officials, with who suspended it; its
 * own people read of a suspension above.
 */
export const MandateFacts = ({
  mandate,
  office = false,
  by = null,
}: {
  mandate: Mandate
  office?: boolean
  by?: string | null
}) => {
  const t = useWords(mandatesWords)
  const l = useLanguage()
  const pick = usePick()
  const validity = useValidity(office)
  const named = mandate.agents.map(({ name, acceptedAt }) =>
    acceptedAt ? t('acceptedAt', { name, at: instant(acceptedAt, l) }) : t('notAccepted', { name }),
  )
  return (
    <dl className="card facts facts-row mandate-facts">
      <div>
        <dt>{t('scope')}</dt>
        <dd>
          <Scope scope={mandate.scope} />
        </dd>
      </div>
      <div>
        <dt>{t('limit')}</dt>
        <dd>{mandate.limit === null ? t('noLimit') : <Money amount={mandate.limit} />}</dd>
      </div>
      <div>
        <dt>{t('valid')}</dt>
        <dd>{validity(mandate)}</dd>
      </div>
      <div>
        <dt>{t('basis')}</dt>
        <dd>{t(basisKeys[mandate.basis])}</dd>
      </div>
      {mandate.source !== 'register' && (
        <div>
          <dt>{t('accepted')}</dt>
          <dd>{named.join(', ')}</dd>
        </div>
      )}
      {mandate.signatures > 1 && (
        <div>
          <dt>{t('signatures')}</dt>
          <dd>{t('joint', { n: mandate.signatures })}</dd>
        </div>
      )}
      <div>
        <dt>{t('verified')}</dt>
        <dd>{mandate.verification ? pick(mandate.verification) : t('notVerified')}</dd>
      </div>
      {mandate.suspendedAt && by !== null && (
        <div>
          <dt>{t('suspended')}</dt>
          <dd>
            <Moment value={mandate.suspendedAt} />
            {` (${by})`}
          </dd>
        </div>
      )}
      {mandate.endedAt && (
        <div>
          <dt>{t('ended')}</dt>
          <dd>
            <Moment value={mandate.endedAt} />
          </dd>
        </div>
      )}
      {(mandate.reason ?? mandate.found) && (mandate.endedAt !== null || office) && (
        <div>
          <dt>{t('why')}</dt>
          <dd>{mandate.reason ?? (mandate.found && pick(mandate.found))}</dd>
        </div>
      )}
    </dl>
  )
}
