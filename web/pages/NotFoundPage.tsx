import { ButtonLink } from '../kit/Button.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { Page } from '../layout/Page.tsx'
import { paths } from '../paths.ts'
import { shell } from '../words/shell.ts'

/** An address that leads nowhere. */
export const NotFoundPage = () => {
  const t = useWords(shell)
  const l = useLanguage()
  return (
    <Page title={t('notFoundTitle')} lead={t('notFoundText')}>
      <div className="actions">
        <ButtonLink to={paths.home(l)}>{t('toStart')}</ButtonLink>
        <ButtonLink kind="secondary" to={paths.guides(l)} icon="search">
          {t('guides')}
        </ButtonLink>
      </div>
    </Page>
  )
}

/** A case, debt or document that does not exist, or is not the reader's: the portal does not say which. */
export const NotYoursPage = () => {
  const t = useWords(shell)
  const l = useLanguage()
  return (
    <Page title={t('notYoursTitle')} lead={t('notYoursText')}>
      <div className="actions">
        <ButtonLink to={paths.home(l)}>{t('toStart')}</ButtonLink>
      </div>
    </Page>
  )
}
