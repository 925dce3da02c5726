import type { OfficialContact } from '../../api/contract.ts'
import { usePick, useWords } from '../language.tsx'
import { contactsWords } from '../words/contacts.ts'
import { Icon } from './Icon.tsx'
import { Email, Phone } from './values.tsx'

/** A person of the office: name, what they do, and how to reach them. */
export const Official = ({ official, matters }: { official: OfficialContact; matters?: boolean }) => {
  const pick = usePick()
  const t = useWords(contactsWords)
  return (
    <div className="official">
      <div className="official-head">
        {official.photo && (
          // The name stands beside it.
          <img className="official-photo" src={official.photo} alt="" loading="lazy" width="64" height="80" />
        )}
        <div>
          <p className="official-name">{official.name}</p>
          <p className="muted">{pick(official.title)}</p>
        </div>
      </div>
      {matters && pick(official.responsible) && (
        <p className="fine">
          {t('responsibleFor')}: {pick(official.responsible)}
        </p>
      )}
      <ul className="plain contact-lines">
        <li>
          <Icon name="phone" /> <Phone value={official.phone} />
        </li>
        <li>
          <Icon name="mail" /> <Email value={official.email} />
        </li>
        {official.door && (
          <li>
            <Icon name="place" /> {t('door', { door: official.door })}
          </li>
        )}
      </ul>
    </div>
  )
}
