import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { day } from '../../../format.ts'
import { Icon } from '../../../kit/Icon.tsx'
import { useLanguage, useWords } from '../../../language.tsx'
import { paths } from '../../../paths.ts'
import { useSession } from '../../../session.tsx'
import { inboxWords } from '../../../words/inbox.ts'
import { absencesQuery } from '../queries.ts'

/** Says for whom one stands in today, and that one is entered as absent oneself. */
export const Away = () => {
  const t = useWords(inboxWords)
  const l = useLanguage()
  const me = useSession().official?.id
  const { data } = useQuery(absencesQuery)
  const current = data?.absences.filter(
    ({ current, official, substitute }) => current && (official.id === me || substitute.id === me),
  )
  if (!current?.length) return null
  return (
    <ul className="away plain">
      {current.map(({ id, official, substitute, to }) => (
        <li key={id} data-self={official.id === me}>
          <Icon name={official.id === me ? 'warning' : 'person'} />
          <span>
            {official.id === me
              ? t('youAreAway', { day: day(to, l), name: substitute.name })
              : t('youStandIn', { day: day(to, l), name: official.name })}{' '}
            {official.id === me && <Link to={paths.absences(l)}>{t('change')}</Link>}
          </span>
        </li>
      ))}
    </ul>
  )
}
