import { Email, Phone } from '../kit/values.tsx'
import { useWords } from '../language.tsx'
import { Page } from '../layout/Page.tsx'
import { useCatalogue } from '../queries.ts'
import { statements } from '../words/statements.ts'

/** The accessibility statement that the law asks for (prohlášení o přístupnosti, zákon č. 99/2019 Sb.). */
export const AccessibilityPage = () => {
  const t = useWords(statements)
  const city = useCatalogue().data?.city
  return (
    <Page title={t('accTitle')} lead={t('accLead')}>
      <div className="prose">
        <h2>{t('accStateTitle')}</h2>
        <p>{t('accState')}</p>
        <p>{t('accHow')}</p>
        <h2>{t('accLimitsTitle')}</h2>
        <ul>
          <li>{t('accLimits1')}</li>
          <li>{t('accLimits2')}</li>
        </ul>
        <h2>{t('accContactTitle')}</h2>
        <p>{t('accContact')}</p>
        {city && (
          <p>
            <Email value={city.email} />, <Phone value={city.phone} />
          </p>
        )}
        <h2>{t('accSupervisorTitle')}</h2>
        <p>{t('accSupervisor')}</p>
      </div>
    </Page>
  )
}
