import './office.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import type { Inbox, TaskSummary } from '../../../api/contract.ts'
import { Failure } from '../../kit/Failure.tsx'
import { Spinner } from '../../kit/Spinner.tsx'
import { Table } from '../../kit/Table.tsx'
import { Tag } from '../../kit/Tag.tsx'
import { Moment } from '../../kit/values.tsx'
import { useLanguage, usePick, useWords } from '../../language.tsx'
import { Page } from '../../layout/Page.tsx'
import { paths } from '../../paths.ts'
import { officeWords } from '../../words/office.ts'
import { Decided } from './Decided.tsx'
import { DueMark, isLate } from './DueMark.tsx'
import { inboxQuery, type InboxPart } from './queries.ts'

/** Everything that waits for a decision of the official's departments, the newest first. */
export const InboxPage = () => {
  const t = useWords(officeWords)
  const [query] = useSearchParams()
  const part = { role: query.get('role') ?? undefined, before: query.get('before') ?? undefined }
  const { data, error, refetch } = useQuery({ ...inboxQuery(part), placeholderData: keepPreviousData })
  return (
    <Page title={t('inboxTitle')} lead={t('inboxLead')} wide>
      <Decided then={t('decidedLast')} />
      {error ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Spinner rows={6} />
      ) : (
        <>
          <Roles roles={data.roles} chosen={part.role} />
          {data.tasks.length === 0 ? (
            <div className="card empty">
              <p>
                <strong>{t('empty')}</strong> {t('emptyText')}
              </p>
            </div>
          ) : (
            <Tasks tasks={data.tasks} />
          )}
          <Turn part={part} next={data.next} />
        </>
      )}
    </Page>
  )
}

const search = (part: InboxPart) =>
  `?${new URLSearchParams({ ...(part.role && { role: part.role }), ...(part.before && { before: part.before }) })}`

/** Each department with what is open and late in it; where there are several, one may look at one alone. */
const Roles = ({ roles, chosen }: { roles: Inbox['roles']; chosen: string | undefined }) => {
  const t = useWords(officeWords)
  const pick = usePick()
  const [first, ...more] = roles
  if (first && more.length === 0)
    return (
      <p className="role-alone">
        <RoleCounts title={pick(first.title)} open={first.open} late={first.late} />
      </p>
    )
  const sum = (of: 'open' | 'late') => roles.reduce((total, role) => total + role[of], 0)
  const all = { role: undefined, title: t('allRoles'), open: sum('open'), late: sum('late') }
  return (
    <nav aria-label={t('roles')} className="roles">
      <ul className="plain">
        {[all, ...roles.map(role => ({ ...role, title: pick(role.title) }))].map(({ role, ...counts }) => (
          <li key={role ?? ''}>
            <Link to={search({ role })} aria-current={chosen === role ? 'true' : undefined}>
              <RoleCounts {...counts} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const RoleCounts = ({ title, open, late }: { title: string; open: number; late: number }) => {
  const t = useWords(officeWords)
  return (
    <>
      <span className="role-name">{title}</span>{' '}
      <span className="role-counts">
        {t('open', { n: open })}
        {late > 0 && (
          <>
            {' · '}
            <strong className="role-late">{t('late', { n: late })}</strong>
          </>
        )}
      </span>
    </>
  )
}

const Tasks = ({ tasks }: { tasks: TaskSummary[] }) => {
  const t = useWords(officeWords)
  const l = useLanguage()
  const pick = usePick()
  return (
    <Table
      caption={t('tasks')}
      rows={tasks}
      keyOf={task => task.id}
      toneOf={task => (isLate(task) ? 'late' : undefined)}
      columns={[
        {
          key: 'task',
          title: t('task'),
          head: true,
          cell: task => (
            <>
              <Link className="task-link" to={paths.task(l, task.id)}>
                {pick(task.step)}
              </Link>
              <span className="task-case">
                {pick(task.title)} · <span className="nowrap">{task.number}</span>
              </span>
              {task.unread && <Tag tone="primary">{t('unread')}</Tag>}
            </>
          ),
        },
        { key: 'person', title: t('person'), cell: task => task.person },
        { key: 'opened', title: t('opened'), cell: task => <Moment value={task.openedAt} /> },
        { key: 'due', title: t('due'), cell: task => <DueMark task={task} /> },
      ]}
    />
  )
}

/** Twenty tasks a page, the mark of the page in the address. */
const Turn = ({ part, next }: { part: InboxPart; next: string | null }) => {
  const t = useWords(officeWords)
  if (!part.before && !next) return null
  return (
    <p className="turn">
      {part.before && <Link to={search({ role: part.role })}>{t('newest')}</Link>}
      {next && <Link to={search({ role: part.role, before: next })}>{t('older')}</Link>}
    </p>
  )
}
