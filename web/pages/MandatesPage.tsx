import type { ReactNode } from 'react'
import type { Mandate } from '../../api/contract.ts'
import { ButtonLink } from '../kit/Button.tsx'
import { Details } from '../kit/Details.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Icon } from '../kit/Icon.tsx'
import type { IconName } from '../kit/Icon.tsx'
import { Spinner } from '../kit/Spinner.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { Page } from '../layout/Page.tsx'
import { paths } from '../paths.ts'
import { useMandates } from '../queries.ts'
import { mandatesWords } from '../words/mandates.ts'
import { powerAgenda, registersAgenda } from './mandate/agendas.ts'
import { MandateCard } from './mandate/MandateCard.tsx'
import { living } from './mandate/state.ts'

/** Whom the citizen may act for and who acts for them, and the ways to another mandate. */
export const MandatesPage = () => {
  const t = useWords(mandatesWords)
  const { data, error, refetch } = useMandates()
  return (
    <Page title={t('title')} lead={t('lead')} wide>
      {error && !data ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Spinner rows={6} />
      ) : (
        <Whole mandates={data.mandates} />
      )}
    </Page>
  )
}

const Whole = ({ mandates }: { mandates: Mandate[] }) => {
  const t = useWords(mandatesWords)
  const l = useLanguage()
  const over = mandates.filter(one => !living(one))
  return (
    <div className="with-aside">
      <div>
        <Cards id="held" title={t('heldTitle')} mandates={mandates.filter(one => !one.given && living(one))}>
          {t('heldNone')}
        </Cards>
        <Cards id="given" title={t('givenTitle')} mandates={mandates.filter(one => one.given && living(one))}>
          {t('givenNone')}
        </Cards>
        {over.length > 0 && (
          <div className="section">
            <Details summary={t('endedTitle', { n: over.length })}>
              <ul className="plain mandates">
                {over.map(mandate => (
                  <MandateCard key={mandate.id} mandate={mandate} />
                ))}
              </ul>
            </Details>
          </div>
        )}
      </div>
      <aside className="stack" aria-label={t('title')}>
        <Way icon="mandate" text={t('giveText')} to={paths.start(l, powerAgenda)} title={t('give')} main />
        <Way icon="search" text={t('checkText')} to={paths.start(l, registersAgenda)} title={t('check')} />
        <Way icon="mail" text={t('paperText')} to={paths.invitation(l)} title={t('paper')} />
      </aside>
    </div>
  )
}

interface CardsProps {
  id: string
  title: string
  mandates: readonly Mandate[]
  /** What is said when there are none. */
  children: ReactNode
}

const Cards = ({ id, title, mandates, children }: CardsProps) => (
  <section className="section" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {mandates.length === 0 ? (
      <p className="muted">{children}</p>
    ) : (
      <ul className="plain mandates">
        {mandates.map(mandate => (
          <MandateCard key={mandate.id} mandate={mandate} />
        ))}
      </ul>
    )}
  </section>
)

interface WayProps {
  icon: IconName
  title: string
  text: string
  to: string
  main?: boolean
}

const Way = ({ icon, title, text, to, main }: WayProps) => (
  <section className="card stack mandate-way">
    <p>
      <Icon name={icon} className="topic-icon" /> {text}
    </p>
    <ButtonLink kind={main ? 'primary' : 'secondary'} to={to}>
      {title}
    </ButtonLink>
  </section>
)
