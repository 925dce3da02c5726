import { ApiProblem } from '../../api.ts'
import { Alert } from '../../kit/Alert.tsx'
import { ButtonLink } from '../../kit/Button.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { Page } from '../../layout/Page.tsx'
import { paths } from '../../paths.ts'
import { casesWords } from '../../words/cases.ts'

/** Whether something is not shown because a mandate has ended or is suspended. */
export const isMandateOver = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && (error.details.code === 'mandate-ended' || error.details.code === 'mandate-suspended')

/** What an agent finds in place of a case of somebody for whom they may act no more, or not now. */
export const MandateOver = ({ suspended }: { suspended: boolean }) => {
  const t = useWords(casesWords)
  const l = useLanguage()
  return (
    <Page title={t(suspended ? 'suspendedTitle' : 'overTitle')} crumbs={[{ to: paths.cases(l), title: t('title') }]}>
      <Alert tone="warning">
        <p>{t(suspended ? 'suspendedText' : 'overText')}</p>
        <p>{t(suspended ? 'suspendedStays' : 'overStays')}</p>
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
