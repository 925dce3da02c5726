import { useEffect } from 'react'
import { forgetAll } from '../forms/kept.ts'
import { ButtonLink } from '../kit/Button.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { Page } from '../layout/Page.tsx'
import { paths } from '../paths.ts'
import { signin } from '../words/signin.ts'

/** After signing out, here and at the provider. */
export const SignedOutPage = () => {
  const t = useWords(signin)
  const l = useLanguage()
  useEffect(() => forgetAll(), [])
  return (
    <Page title={t('signedOutTitle')} lead={t('signedOutText')}>
      <p>{t('signedOutShared')}</p>
      <div className="actions">
        <ButtonLink to={paths.home(l)}>{t('home')}</ButtonLink>
        <ButtonLink kind="secondary" to={paths.signIn(l)}>
          {t('goAgain')}
        </ButtonLink>
      </div>
    </Page>
  )
}
