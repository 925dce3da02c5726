import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { Tag } from '../../../kit/Tag.tsx'
import { useLanguage, usePick, useWords } from '../../../language.tsx'
import { paths } from '../../../paths.ts'
import { useSession } from '../../../session.tsx'
import { officeMandatesWords } from '../../../words/office-mandates.ts'
import { tones } from '../../mandate/state.ts'
import { officeMandateQuery } from '../mandates/queries.ts'

/** The mandate that a case keeps, or under which it was filed, with its state now; to those who verify mandates. */
export const MandateLink = ({ mandate }: { mandate: string }) => {
  const t = useWords(officeMandatesWords)
  const l = useLanguage()
  const pick = usePick()
  const { official } = useSession()
  const { data } = useQuery({ ...officeMandateQuery(mandate), enabled: official?.verifiesMandates === true })
  if (!data) return null
  return (
    <div>
      <dt>{t('card')}</dt>
      <dd>
        <Link to={paths.officeMandate(l, mandate)}>{t('open')}</Link>{' '}
        <Tag tone={tones[data.state]}>{pick(data.stateTitle)}</Tag>
      </dd>
    </div>
  )
}
