import { Link } from 'react-router'
import { address } from '../format.ts'
import { Hours, OpenNow } from '../kit/Hours.tsx'
import { Icon } from '../kit/Icon.tsx'
import { Email, Phone } from '../kit/values.tsx'
import { useLanguage, usePick, useWords } from '../language.tsx'
import { paths } from '../paths.ts'
import { useCatalogue } from '../queries.ts'
import { shell } from '../words/shell.ts'

/** On every page: a person to turn to, and what must be known about the portal. */
export const Footer = () => {
  const t = useWords(shell)
  const l = useLanguage()
  const pick = usePick()
  const city = useCatalogue().data?.city
  return (
    <footer className="footer">
      <div className="wrap footer-columns">
        <section aria-labelledby="help">
          <h2 id="help">{t('helpTitle')}</h2>
          <p>{t('helpText')}</p>
          {city && (
            <ul className="plain contact-lines">
              <li>
                <Icon name="phone" /> <Phone value={city.phone} />
              </li>
              <li>
                <Icon name="mail" /> <Email value={city.email} />
              </li>
              <li>
                <Icon name="place" /> {address(city.address)}
              </li>
            </ul>
          )}
        </section>
        <section aria-labelledby="hours">
          <h2 id="hours">{t('hours')}</h2>
          {city && (
            <>
              <OpenNow week={city.hours} />
              <Hours week={city.hours} />
            </>
          )}
        </section>
        <section aria-labelledby="about">
          <h2 id="about">{t('aboutPortal')}</h2>
          <ul className="plain">
            <li>
              <Link to={paths.contacts(l)}>{t('allContacts')}</Link>
            </li>
            <li>
              <Link to={paths.accessibility(l)}>{t('accessibility')}</Link>
            </li>
            <li>
              <Link to={paths.privacy(l)}>{t('privacy')}</Link>
            </li>
            {city && (
              <li>
                <a href={city.web}>{t('cityWeb')}</a>
              </li>
            )}
          </ul>
        </section>
      </div>
      <div className="wrap footer-end">
        <p>{city ? `© ${pick(city.officeName)}` : '\u00a0'}</p>
      </div>
    </footer>
  )
}
