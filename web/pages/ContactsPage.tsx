import { useSearchParams } from 'react-router'
import type { Contacts, Department } from '../../api/contract.ts'
import { address } from '../format.ts'
import { Failure } from '../kit/Failure.tsx'
import { Field } from '../kit/Field.tsx'
import { Hours } from '../kit/Hours.tsx'
import { Icon } from '../kit/Icon.tsx'
import { Official } from '../kit/Official.tsx'
import { Spinner } from '../kit/Spinner.tsx'
import { Email, Phone } from '../kit/values.tsx'
import { Details } from '../kit/Details.tsx'
import { useLanguage, usePick, useWords } from '../language.tsx'
import { Page } from '../layout/Page.tsx'
import { useContacts } from '../queries.ts'
import { found } from '../search.ts'
import { contactsWords } from '../words/contacts.ts'

/** Departments and people of the office, found by name or by what they are responsible for. */
export const ContactsPage = () => {
  const t = useWords(contactsWords)
  const [query, setQuery] = useSearchParams()
  const { data, error, refetch } = useContacts()
  const q = query.get('q') ?? ''
  return (
    <Page title={t('title')} lead={t('lead')} wide>
      <form role="search" className="filters single" onSubmit={event => event.preventDefault()}>
        <Field
          id="q"
          label={t('search')}
          hint={t('searchHint')}
          type="search"
          autoComplete="off"
          value={q}
          onChange={event =>
            setQuery(event.target.value ? { q: event.target.value } : {}, { replace: true, preventScrollReset: true })
          }
        />
      </form>
      {error && !data ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Spinner rows={6} />
      ) : q.trim() ? (
        <People contacts={data} q={q} />
      ) : (
        <Departments contacts={data} />
      )}
    </Page>
  )
}

const People = ({ contacts, q }: { contacts: Contacts; q: string }) => {
  const t = useWords(contactsWords)
  const l = useLanguage()
  const pick = usePick()
  const department = (id: string): Department | undefined => contacts.departments.find(d => d.id === id)
  const people = found(contacts.officials, q, person => [
    person.name,
    person.responsible[l],
    person.title[l],
    department(person.department)?.name[l] ?? '',
  ])
  return (
    <>
      <p role="status" className="muted count">
        {people.length ? t('found', { n: people.length }) : t('none')}
      </p>
      <ul className="plain people">
        {people.map(person => {
          const home = department(person.department)
          return (
            <li key={person.id} className="card">
              <Official official={person} matters />
              {home && (
                <>
                  <p className="fine person-department">{pick(home.name)}</p>
                  <Details summary={t('hours')}>
                    <Hours week={home.hours} />
                  </Details>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

const Departments = ({ contacts }: { contacts: Contacts }) => {
  const t = useWords(contactsWords)
  const pick = usePick()
  return (
    <section aria-labelledby="departments">
      <h2 id="departments" className="sr-only">
        {t('departments')}
      </h2>
      <ul className="plain departments">
        {contacts.departments.map(department => {
          const people = contacts.officials.filter(person => person.department === department.id)
          return (
            <li key={department.id} className="card stack">
              <h3>{pick(department.name)}</h3>
              <ul className="plain contact-lines">
                <li>
                  <Icon name="phone" /> <Phone value={department.phone} />
                </li>
                <li>
                  <Icon name="mail" /> <Email value={department.email} />
                </li>
                <li>
                  <Icon name="place" /> {address(department.address)}
                </li>
              </ul>
              <Details summary={t('hours')}>
                <Hours week={department.hours} />
              </Details>
              {people.length > 0 && (
                <Details summary={`${t('people')} (${people.length})`}>
                  {people.map(person => (
                    <Official key={person.id} official={person} matters />
                  ))}
                </Details>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
