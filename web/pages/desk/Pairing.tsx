import { useState } from 'react'
import type { DeskPerson, SubjectList } from '../../../api/contract.ts'
import { day } from '../../format.ts'
import { Alert } from '../../kit/Alert.tsx'
import { Button } from '../../kit/Button.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { Field } from '../../kit/Field.tsx'
import { Tag } from '../../kit/Tag.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { deskWords } from '../../words/desk.ts'
import { act, findSubjects } from './queries.ts'
import { useAct } from './useAct.ts'

/** Links the account with the person's record of the ledger, which the official looks up and compares. */
export const Pairing = ({ person }: { person: DeskPerson }) => {
  const t = useWords(deskWords)
  const [query, setQuery] = useState(person.name)
  const [found, setFound] = useState<SubjectList['subjects'] | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const pairing = useAct()
  const search = async (): Promise<void> => {
    if (query.trim().length < 2) return
    setBusy(true)
    setFailure(null)
    try {
      setFound((await findSubjects(person.id, query.trim())).subjects)
    } catch (cause) {
      setFailure(cause)
    } finally {
      setBusy(false)
    }
  }
  if (person.subject !== null)
    return (
      <section className="card stack" aria-labelledby="pairing">
        <h2 id="pairing">{t('pairTitle')}</h2>
        <Alert tone="success">
          <p>{t('paired', { name: person.subject })}</p>
        </Alert>
      </section>
    )
  return (
    <section className="card stack" aria-labelledby="pairing">
      <h2 id="pairing">{t('pairTitle')}</h2>
      <p className="fine">{t('pairText')}</p>
      <form
        className="fields"
        noValidate
        role="search"
        onSubmit={event => {
          event.preventDefault()
          if (!busy) void search()
        }}
      >
        <Field
          id="subject"
          label={t('pairQuery')}
          value={query}
          autoComplete="off"
          spellCheck={false}
          onChange={event => setQuery(event.target.value)}
        />
        <div>
          <Button type="submit" kind="secondary" size="s" icon="search" busy={busy}>
            {t('pairSearch')}
          </Button>
        </div>
      </form>
      {(failure ?? pairing.failure) !== null && <Failure cause={failure ?? pairing.failure} />}
      <div role="status">{found?.length === 0 && <p>{t('pairNone')}</p>}</div>
      {found !== null && found.length > 0 && (
        <ul className="plain desk-subjects" aria-label={t('pairResults')}>
          {found.map(subject => (
            <li key={subject.id}>
              <SubjectFacts subject={subject} />
              {!subject.pairedWith && (
                <Button
                  size="s"
                  busy={pairing.busy}
                  onClick={() => void pairing.run(() => act(person.id, 'pair', { subject: subject.id }))}
                >
                  {t('pair')} <span className="sr-only">{t('pairWith', { name: subject.name })}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const SubjectFacts = ({ subject }: { subject: SubjectList['subjects'][number] }) => {
  const t = useWords(deskWords)
  const l = useLanguage()
  const facts = [subject.birthDate && t('born', { day: day(subject.birthDate, l) }), subject.companyId, subject.address]
  return (
    <p>
      <strong>{subject.name}</strong> {subject.pairedWith && <Tag tone="warning">{t('taken')}</Tag>}
      <br />
      <span className="fine">{facts.filter(Boolean).join(' · ')}</span>
    </p>
  )
}
