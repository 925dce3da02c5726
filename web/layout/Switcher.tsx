import { Link, useLocation } from 'react-router'
import { useActing } from '../acting/acting.tsx'
import { myself } from '../acting/address.ts'
import { useBasis } from '../acting/basis.ts'
import { Icon } from '../kit/Icon.tsx'
import type { IconName } from '../kit/Icon.tsx'
import { useWords } from '../language.tsx'
import { actingAs } from '../paths.ts'
import { useSession } from '../session.tsx'
import { actingWords } from '../words/acting.ts'

const icons: Record<string, IconName> = { person: 'person', business: 'bag', company: 'bag' }

/** In whose name one acts in this tab: oneself, or one of those who may be acted for, each with the reason and its end. */
export const Switcher = () => {
  const t = useWords(actingWords)
  const basis = useBasis()
  const { all, subject } = useActing()
  const { user } = useSession()
  const here = useLocation()
  const choices = [
    { subject: null, name: t('myself'), icon: 'person' as const, why: user?.name ?? '' },
    ...all.map(one => ({
      subject: one.subject,
      name: one.name,
      icon: icons[one.kind] ?? 'person',
      why: one.mandates.map(basis).join('; '),
    })),
  ]
  return (
    <div className="switcher">
      <h2 id="switcher">{t('switcher')}</h2>
      <ul className="plain" aria-labelledby="switcher">
        {choices.map(one => (
          <li key={one.subject ?? myself}>
            <Link
              to={actingAs(one.subject ?? myself, here)}
              aria-current={one.subject === subject ? 'true' : undefined}
            >
              <Icon name={one.icon} />
              <span>
                {one.name}
                <span className="fine">{one.why}</span>
              </span>
              {one.subject === subject && <Icon name="check" className="chosen-mark" />}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
