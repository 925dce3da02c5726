import '../office.css'
import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import type { OfficeMandate } from '../../../../api/contract.ts'
import { instant } from '../../../format.ts'
import { Button } from '../../../kit/Button.tsx'
import { Failure } from '../../../kit/Failure.tsx'
import { Field } from '../../../kit/Field.tsx'
import { Spinner } from '../../../kit/Spinner.tsx'
import { Table } from '../../../kit/Table.tsx'
import { Tag } from '../../../kit/Tag.tsx'
import { useLanguage, usePick, useWords } from '../../../language.tsx'
import { Page } from '../../../layout/Page.tsx'
import { paths } from '../../../paths.ts'
import { officeMandatesWords } from '../../../words/office-mandates.ts'
import { Scope } from '../../mandate/Scope.tsx'
import { tones } from '../../mandate/state.ts'
import { agentsOf } from './OfficeMandatePage.tsx'
import { officeMandatesQuery } from './queries.ts'

/** Mandates for officials who verify them: those that wait for a decision, and any other by the name of its people. */
export const OfficeMandatesPage = () => {
  const t = useWords(officeMandatesWords)
  const [query, setQuery] = useSearchParams()
  const q = query.get('q') ?? ''
  const [typed, setTyped] = useState(q)
  const { data, error, refetch } = useQuery(officeMandatesQuery(q))
  const mandates = data?.mandates ?? []
  return (
    <Page title={t('title')} lead={t('lead')} wide>
      {/* Each search is on record: it is made when it is meant, not letter by letter. */}
      <form
        role="search"
        className="search-row"
        onSubmit={event => {
          event.preventDefault()
          setQuery(typed.trim() ? { q: typed.trim() } : {})
        }}
      >
        <Field
          id="q"
          label={t('search')}
          type="search"
          autoComplete="off"
          maxLength={100}
          value={typed}
          onChange={event => setTyped(event.target.value)}
        />
        <Button type="submit" kind="secondary" icon="search">
          {t('find')}
        </Button>
      </form>
      {error && <Failure cause={error} onRetry={() => void refetch()} />}
      {data ? (
        <section aria-labelledby="found">
          <h2 id="found">{t(q ? 'results' : 'waiting')}</h2>
          <p role="status" className="muted count">
            {mandates.length > 0 ? t('count', { n: mandates.length }) : t(q ? 'none' : 'noneWaiting')}
          </p>
          {mandates.length > 0 && <List mandates={mandates} />}
        </section>
      ) : (
        !error && <Spinner rows={6} />
      )}
    </Page>
  )
}

const List = ({ mandates }: { mandates: readonly OfficeMandate[] }) => {
  const t = useWords(officeMandatesWords)
  const l = useLanguage()
  const pick = usePick()
  return (
    <Table
      caption={t('title')}
      rows={mandates}
      keyOf={one => one.id}
      columns={[
        {
          key: 'who',
          title: t('who'),
          head: true,
          cell: one => (
            <Link to={paths.officeMandate(l, one.id)}>
              {t('actsFor', { agent: agentsOf(one), principal: one.principal })}
            </Link>
          ),
        },
        { key: 'scope', title: t('scope'), cell: one => <Scope scope={one.scope} short /> },
        {
          key: 'state',
          title: t('state'),
          cell: one => (
            <>
              <Tag tone={tones[one.state]}>{pick(one.stateTitle)}</Tag>
              {one.suspendedAt && <span className="task-sub">{t('since', { at: instant(one.suspendedAt, l) })}</span>}
            </>
          ),
        },
      ]}
    />
  )
}
