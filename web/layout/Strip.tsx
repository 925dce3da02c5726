import { Link, useLocation } from 'react-router'
import { useActing } from '../acting/acting.tsx'
import { myself } from '../acting/address.ts'
import { useBasis } from '../acting/basis.ts'
import { Icon } from '../kit/Icon.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { actingAs, paths } from '../paths.ts'
import { actingWords } from '../words/acting.ts'

/**
 * Says on every page in whose name one acts, and leads back to oneself. Nothing in one's own name. Its place is kept from the
 * first moment on, so that the page does not jump once the name is known.
 */
export const Strip = () => {
  const t = useWords(actingWords)
  const basis = useBasis()
  const here = useLocation()
  const { subject, now, ended } = useActing()
  return (
    <>
      {subject && !ended && (
        <section className="strip" aria-label={t('switcher')}>
          <div className="wrap strip-row">
            <Icon name="mandate" />
            <p>
              {t('youActFor')} <strong>{now?.name}</strong>
              <span className="strip-why">{now?.mandates.map(basis).join('; ')}</span>
            </p>
            <Link to={actingAs(myself, here)}>{t('backToMyself')}</Link>
          </div>
        </section>
      )}
      {ended && <Ended name={ended.name} />}
      <p className="sr-only" role="status">
        {now && `${t('youActFor')} ${now.name}`}
      </p>
    </>
  )
}

/** The mandate has ended, perhaps while the page was open: what that means, and that nothing is lost. */
const Ended = ({ name }: { name: string | null }) => {
  const t = useWords(actingWords)
  const l = useLanguage()
  const here = useLocation()
  return (
    <section className="strip" data-ended="true" role="alert">
      <div className="wrap strip-row">
        <Icon name="warning" />
        <p>
          <strong>{name ? t('endedTitle', { name }) : t('endedTitleUnknown')}</strong>
          <span className="strip-why">{t('endedText')}</span>
        </p>
        <Link to={paths.mandates(l)}>{t('showMandates')}</Link>
        <Link to={actingAs(myself, here)}>{t('backToMyself')}</Link>
      </div>
    </section>
  )
}
