import type { Inbox } from '../../../../api/contract.ts'
import { ButtonLink } from '../../../kit/Button.tsx'
import { useLanguage, useWords } from '../../../language.tsx'
import { paths } from '../../../paths.ts'
import { inboxWords } from '../../../words/inbox.ts'
import { addressOf, type InboxPlace, isNarrowed } from '../place.ts'

/** Why nothing is here, and where there is something. */
export const Empty = ({ place, counts }: { place: InboxPlace; counts: Inbox['counts'] }) => {
  const t = useWords(inboxWords)
  const l = useLanguage()
  const { view, sort, role } = place
  const plain = { view, sort, ...(role && { role }) }
  if (isNarrowed(place))
    return (
      <Card title={t('noneFound')}>
        <ButtonLink kind="secondary" to={paths.inbox(l, addressOf(plain))}>
          {t('clear')}
        </ButtonLink>
      </Card>
    )
  switch (view) {
    case 'mine':
      return counts.unassigned > 0 ? (
        <Card title={t('noneMine')} text={t('noneMineText', { n: counts.unassigned })}>
          <ButtonLink kind="secondary" to={paths.inbox(l, addressOf({ ...plain, view: 'unassigned' }))}>
            {t('toUnassigned')}
          </ButtonLink>
        </Card>
      ) : (
        <Card title={t('noneMine')} text={t('noneUnassignedText')} />
      )
    case 'team':
      return <Card title={t('noneTeam')} text={t('noneTeamText')} />
    case 'unassigned':
      return <Card title={t('noneUnassigned')} text={t('noneUnassignedText')} />
    case 'waiting':
      return <Card title={t('noneWaiting')} />
    case 'late':
      return <Card title={t('noneLate')} />
    case 'done':
      return <Card title={t('noneDone')} />
  }
}

const Card = ({ title, text, children }: { title: string; text?: string; children?: React.ReactNode }) => (
  <div className="card empty">
    <p>
      <strong>{title}</strong> {text}
    </p>
    {children}
  </div>
)
