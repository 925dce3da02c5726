import '../../../styles/officials.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import type { OfficialRecord } from '../../../../api/contract.ts'
import { day } from '../../../format.ts'
import { ButtonLink } from '../../../kit/Button.tsx'
import { Failure } from '../../../kit/Failure.tsx'
import { Field } from '../../../kit/Field.tsx'
import { Spinner } from '../../../kit/Spinner.tsx'
import { Table } from '../../../kit/Table.tsx'
import { Tag } from '../../../kit/Tag.tsx'
import { useLanguage, usePick, useWords } from '../../../language.tsx'
import { Page } from '../../../layout/Page.tsx'
import { paths } from '../../../paths.ts'
import { found } from '../../../search.ts'
import { officialsWords } from '../../../words/officials.ts'
import { officialsQuery } from './queries.ts'

/** All officials, for who keeps the contacts. */
export const OfficialsPage = () => {
  const t = useWords(officialsWords)
  const l = useLanguage()
  const [query, setQuery] = useSearchParams()
  const { data, error, refetch } = useQuery(officialsQuery)
  const q = query.get('q') ?? ''
  const officials = found(data?.officials ?? [], q, one => [one.name, one.department[l], one.position?.[l] ?? ''])
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      aside={
        <ButtonLink to={paths.newOfficial(l)} icon="plus">
          {t('add')}
        </ButtonLink>
      }
      wide
    >
      <form role="search" className="filters single" onSubmit={event => event.preventDefault()}>
        <Field
          id="q"
          label={t('search')}
          type="search"
          autoComplete="off"
          value={q}
          onChange={event =>
            setQuery(event.target.value ? { q: event.target.value } : {}, { replace: true, preventScrollReset: true })
          }
        />
      </form>
      {error && <Failure cause={error} onRetry={() => void refetch()} />}
      {data ? (
        <>
          <p role="status" className="muted count">
            {officials.length > 0 ? t('found', { n: officials.length }) : t('none')}
          </p>
          {officials.length > 0 && <List officials={officials} />}
        </>
      ) : (
        !error && <Spinner rows={6} />
      )}
    </Page>
  )
}

const List = ({ officials }: { officials: readonly OfficialRecord[] }) => {
  const t = useWords(officialsWords)
  const l = useLanguage()
  const pick = usePick()
  return (
    <Table
      caption={t('list')}
      rows={officials}
      keyOf={one => one.id}
      columns={[
        {
          key: 'name',
          title: t('name'),
          head: true,
          cell: one => (
            <>
              <Link to={paths.official(l, one.id)}>{one.name}</Link>
              {one.position && <span className="official-position">{pick(one.position)}</span>}
            </>
          ),
        },
        { key: 'department', title: t('department'), cell: one => pick(one.department) },
        { key: 'state', title: t('state'), cell: one => <State official={one} /> },
      ]}
    />
  )
}

/** Whether somebody is with the office, and until when. */
const State = ({ official: { active, leftOn, position } }: { official: OfficialRecord }) => {
  const t = useWords(officialsWords)
  const l = useLanguage()
  if (!active) return <Tag>{leftOn ? t('left', { day: day(leftOn, l) }) : t('gone')}</Tag>
  if (leftOn) return <Tag tone="warning">{t('leaves', { day: day(leftOn, l) })}</Tag>
  return position ? <Tag tone="success">{t('here')}</Tag> : <Tag tone="warning">{t('unlisted')}</Tag>
}
