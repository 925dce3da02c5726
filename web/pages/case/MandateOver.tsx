import { Alert } from '../../kit/Alert.tsx'
import { ButtonLink } from '../../kit/Button.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { Page } from '../../layout/Page.tsx'
import { paths } from '../../paths.ts'
import { casesWords } from '../../words/cases.ts'

/** What a former agent finds in place of a case of somebody for whom they may act no more. */
export const MandateOver = () => {
  const t = useWords(casesWords)
  const l = useLanguage()
  return (
    <Page title={t('overTitle')} crumbs={[{ to: paths.cases(l), title: t('title') }]}>
      <Alert tone="warning">
        <p>{t('overText')}</p>
        <p>{t('overStays')}</p>
      </Alert>
      <div className="actions">
        <ButtonLink to={paths.mandates(l)}>{t('overMandates')}</ButtonLink>
        <ButtonLink kind="secondary" to={paths.cases(l)}>
          {t('title')}
        </ButtonLink>
      </div>
    </Page>
  )
}
