import { Email, Phone } from '../kit/values.tsx'
import { useWords } from '../language.tsx'
import { Page } from '../layout/Page.tsx'
import { useCatalogue } from '../queries.ts'
import { statements } from '../words/statements.ts'

/** What the portal does with personal data, in plain words. */
export const PrivacyPage = () => {
  const t = useWords(statements)
  const city = useCatalogue().data?.city
  return (
    <Page title={t('privTitle')} lead={t('privLead')}>
      <div className="prose">
        <h2>{t('privWhatTitle')}</h2>
        <ul>
          <li>{t('privWhat1')}</li>
          <li>{t('privWhat2')}</li>
          <li>{t('privWhat3')}</li>
          <li>{t('privWhat4')}</li>
        </ul>
        <h2>{t('privWhyTitle')}</h2>
        <p>{t('privWhy')}</p>
        <h2>{t('privCookieTitle')}</h2>
        <p>{t('privCookie')}</p>
        <h2>{t('privRightsTitle')}</h2>
        <p>{t('privRights')}</p>
        {city && (
          <p>
            <Email value={city.email} />, <Phone value={city.phone} />
          </p>
        )}
      </div>
    </Page>
  )
}
