import { Link } from 'react-router'
import type { Mandate } from '../../../api/contract.ts'
import { ButtonLink } from '../../kit/Button.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { Tag } from '../../kit/Tag.tsx'
import { Money } from '../../kit/values.tsx'
import { useLanguage, usePick, useWords } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { mandatesWords } from '../../words/mandates.ts'
import { Scope } from './Scope.tsx'
import { basisKeys, otherSide, tones } from './state.ts'
import { useValidity } from './useValidity.ts'

/** One mandate in a list: with whom, on what it rests, what it allows and how long. */
export const MandateCard = ({ mandate }: { mandate: Mandate }) => {
  const t = useWords(mandatesWords)
  const l = useLanguage()
  const pick = usePick()
  const validity = useValidity()
  const company = !mandate.given && mandate.kind !== 'person'
  const waiting = mandate.agents.filter(agent => !agent.acceptedAt && mandate.state === 'submitted')
  return (
    <li className="card mandate">
      <div className="mandate-head">
        <Icon name={company ? 'bag' : 'person'} className="topic-icon" />
        <div>
          <h3>
            <Link to={paths.mandate(l, mandate.id)}>{otherSide(mandate)}</Link>
          </h3>
          <p className="fine">{t(basisKeys[mandate.basis])}</p>
        </div>
        <Tag tone={tones[mandate.state]}>{pick(mandate.stateTitle)}</Tag>
      </div>
      <Scope scope={mandate.scope} short />
      <p className="fine">
        {t('valid')} {validity(mandate)}
        {mandate.limit !== null && (
          <>
            {' · '}
            {t('limit')} <Money amount={mandate.limit} />
          </>
        )}
      </p>
      {waiting.map(agent => (
        <p key={agent.name} className="fine">
          {t('waitsFor', { name: agent.name })}
        </p>
      ))}
      {!mandate.given && mandate.state === 'active' && (
        <p>
          <ButtonLink kind="secondary" size="s" to={`${paths.liabilities(l)}?for=${mandate.subject}`}>
            {t('actFor')}
            <span className="sr-only"> – {mandate.principal}</span>
          </ButtonLink>
        </p>
      )}
    </li>
  )
}
