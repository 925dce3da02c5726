import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Inbox } from '../../../../api/contract.ts'
import { Field } from '../../../kit/Field.tsx'
import { Select } from '../../../kit/Select.tsx'
import { useLanguage, usePick, useWords } from '../../../language.tsx'
import { paths } from '../../../paths.ts'
import { inboxWords } from '../../../words/inbox.ts'
import { addressOf, type InboxPlace, sorts } from '../place.ts'

/** While somebody types, the list waits for the end of the word. */
const pause = 300
export const searchId = 'inbox-search'

interface Props {
  place: InboxPlace
  inbox: Inbox | undefined
  /** Enter was pressed in the search, whose text is given: on into what it finds. */
  onEnter: (q: string) => void
}

/** Narrows and orders the list; all of it stands in the address. Only what gives a choice is offered. */
export const Filters = ({ place, inbox, onEnter }: Props) => {
  const t = useWords(inboxWords)
  const l = useLanguage()
  const pick = usePick()
  const go = useNavigate()
  const set = (change: Partial<InboxPlace>, replace = false): void =>
    void go(paths.inbox(l, addressOf({ ...place, ...change })), { replace, preventScrollReset: true })
  const { roles = [], agendas = [], colleagues = [] } = inbox ?? {}
  const chosen = agendas.some(agenda => agenda.id === place.agenda)
  return (
    <form role="search" className="inbox-filters" onSubmit={event => event.preventDefault()}>
      <Search q={place.q ?? ''} onSearch={q => set({ q: q || undefined }, true)} onEnter={onEnter} />
      {roles.length > 1 && (
        <Select
          id="inbox-role"
          label={t('role')}
          labelHidden
          value={place.role ?? ''}
          onChange={event => set({ role: event.target.value || undefined })}
          options={[
            { value: '', label: t('allRoles') },
            ...roles.map(({ role, title, open }) => ({
              value: role,
              label: t('roleOption', { name: pick(title), n: open }),
            })),
          ]}
        />
      )}
      {(agendas.length > 1 || place.agenda !== undefined) && (
        <Select
          id="inbox-agenda"
          label={t('agenda')}
          labelHidden
          value={place.agenda ?? ''}
          onChange={event => set({ agenda: event.target.value || undefined })}
          options={[
            { value: '', label: t('allAgendas') },
            ...agendas.map(({ id, title }) => ({ value: id, label: pick(title) })),
            // nothing of it is open any more, yet it stands in the address
            ...(place.agenda && !chosen ? [{ value: place.agenda, label: place.agenda }] : []),
          ]}
        />
      )}
      {colleagues.length > 0 && (
        <Select
          id="inbox-assignee"
          label={t('assignee')}
          labelHidden
          value={place.assignee ?? ''}
          onChange={event => set({ assignee: event.target.value || undefined })}
          options={[
            { value: '', label: t('allPeople') },
            ...colleagues.map(({ id, name, open, late }) => ({
              value: id,
              label: late > 0 ? t('personLate', { name, n: open, late }) : t('personOption', { name, n: open }),
            })),
          ]}
        />
      )}
      <Select
        id="inbox-sort"
        label={t('sort')}
        labelHidden
        value={place.sort}
        onChange={event => set({ sort: sorts.find(sort => sort === event.target.value) ?? place.sort })}
        options={sorts.map(sort => ({ value: sort, label: t(sort === 'due' ? 'byDue' : sort) }))}
      />
    </form>
  )
}

interface SearchProps {
  q: string
  onSearch: (q: string) => void
  onEnter: (q: string) => void
}

const Search = ({ q, onSearch, onEnter }: SearchProps) => {
  const t = useWords(inboxWords)
  const [typed, setTyped] = useState(q)
  const sent = useRef(q)
  const latest = useRef(onSearch)
  latest.current = onSearch
  // The address changed by itself: going back, or another view.
  useEffect(() => {
    if (q === sent.current) return
    sent.current = q
    setTyped(q)
  }, [q])
  useEffect(() => {
    const asked = typed.trim()
    if (asked === sent.current) return
    const { pathname } = window.location
    const timer = setTimeout(() => {
      // Enter was faster; or somebody is on their way to a task, whose page is still loading behind this one: not to be called back.
      if (asked === sent.current || window.location.pathname !== pathname) return
      sent.current = asked
      latest.current(asked)
    }, pause)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <Field
      id={searchId}
      label={t('search')}
      labelHidden
      type="search"
      autoComplete="off"
      spellCheck={false}
      placeholder={t('searchShort')}
      maxLength={100}
      value={typed}
      onChange={event => setTyped(event.target.value)}
      onKeyDown={event => {
        if (event.key !== 'Escape' && event.key !== 'Enter') return
        // The browser would empty the field.
        event.preventDefault()
        if (event.key === 'Escape') return event.currentTarget.blur()
        sent.current = typed.trim()
        if (sent.current !== q) onSearch(sent.current)
        onEnter(sent.current)
      }}
    />
  )
}
