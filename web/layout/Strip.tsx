import { Link, useLocation } from 'react-router'
import { useActing } from '../acting/acting.tsx'
import { myself } from '../acting/address.ts'
import { useBasis } from '../acting/basis.ts'
import { Icon } from '../kit/Icon.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { actingAs, paths } from '../paths.ts'
import { actingWords } from '../words/acting.ts'

/**
 * Says on every page in whose name one acts, or that one may no more, and leads back to oneself. Nothing in one's own name. Its
 * place is kept from the first moment on, so that the page does not jump once the name is known.
 */
export const Strip = () => {
  const t = useWords(actingWords)
  const l = useLanguage()
  const basis = useBasis()
  const here = useLocation()
  const { subject, now, ended } = useActing()
  const [noMore, why] = ended?.suspended
    ? (['notNow', 'suspendedText'] as const)
    : (['youActNoMore', 'endedText'] as const)
  return (
    <>
      {subject && (
        <section className="strip" data-ended={ended !== null} aria-label={t('switcher')}>
          <div className="wrap strip-row">
            <Icon name={ended ? 'warning' : 'mandate'} />
            <p>
              {t(ended ? noMore : 'youActFor')}{' '}
              <strong>{now?.name ?? (ended ? (ended.name ?? t('somebody')) : '')}</strong>
              <span className="strip-why">{ended ? t(why) : now?.mandates.map(basis).join('; ')}</span>
            </p>
            {ended && (
              <Link className="strip-more" to={paths.mandates(l)}>
                {t('showMandates')}
              </Link>
            )}
            <Link to={actingAs(myself, here)}>{t('backToMyself')}</Link>
          </div>
        </section>
      )}
      <p className="sr-only" role="status">
        {now && `${t('youActFor')} ${now.name}`}
      </p>
      <p className="sr-only" role="alert">
        {ended && `${t(noMore)} ${ended.name ?? t('somebody')}. ${t(why)}`}
      </p>
    </>
  )
}
