import { useQuery } from '@tanstack/react-query'
import { address } from '../../format.ts'
import { Alert } from '../../kit/Alert.tsx'
import { ButtonLink } from '../../kit/Button.tsx'
import { Phone } from '../../kit/values.tsx'
import { useLanguage, usePick, useWords } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { profileQuery, useCatalogue } from '../../queries.ts'
import { liabilitiesWords } from '../../words/liabilities.ts'
import { HaveCode } from '../keys/DeskCodePage.tsx'

/** The agenda by which a citizen asks for their account to be linked with the ledger. */
export const pairingAgenda = 'account-pairing'

/** What to do when no subject of the ledger was found for this account: ask online, or come in person. */
export const Unpaired = () => {
  const t = useWords(liabilitiesWords)
  const l = useLanguage()
  const pick = usePick()
  const pending = useQuery(profileQuery).data?.pairingCase
  const city = useCatalogue().data?.city
  if (pending)
    return (
      <Alert title={t('unpairedPending')}>
        <p>{t('unpairedPendingText')}</p>
        <ButtonLink kind="secondary" size="s" to={paths.case(l, pending)}>
          {t('unpairedShow')}
        </ButtonLink>
      </Alert>
    )
  return (
    <>
      <Alert tone="warning" title={t('unpairedTitle')}>
        <p>{t('unpairedText')}</p>
      </Alert>
      <div className="two">
        <section className="card stack">
          <h2>{t('unpairedOnline')}</h2>
          <p>{t('unpairedOnlineText')}</p>
          <ButtonLink to={paths.start(l, pairingAgenda)} icon="arrow">
            {t('unpairedOnline')}
          </ButtonLink>
        </section>
        <section className="card stack">
          <h2>{t('unpairedDesk')}</h2>
          {city && (
            <>
              <p>{pick(city.help)}</p>
              <p>{address(city.address)}</p>
              <p>
                <Phone value={city.phone} />
              </p>
            </>
          )}
          <HaveCode />
        </section>
      </div>
    </>
  )
}
