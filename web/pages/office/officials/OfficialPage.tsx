import '../../../styles/officials.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useParams } from 'react-router'
import type { OfficialRecord, OfficialRecords } from '../../../../api/contract.ts'
import { ApiProblem } from '../../../api.ts'
import { CaseForm } from '../../../forms/CaseForm.tsx'
import { FormAnswers } from '../../../forms/FormAnswers.tsx'
import { Alert } from '../../../kit/Alert.tsx'
import { Failure } from '../../../kit/Failure.tsx'
import { Spinner } from '../../../kit/Spinner.tsx'
import { useLanguage, usePick, useWords } from '../../../language.tsx'
import { Page } from '../../../layout/Page.tsx'
import { paths } from '../../../paths.ts'
import { client } from '../../../queries.ts'
import { officialsWords } from '../../../words/officials.ts'
import { NotYoursPage } from '../../NotFoundPage.tsx'
import { Leave } from './Leave.tsx'
import { Photo } from './Photo.tsx'
import { changeOfficial, officialsQuery } from './queries.ts'

/** One official: their contact and duties, their picture, and their departure. */
export const OfficialPage = () => {
  const { id = '' } = useParams()
  const t = useWords(officialsWords)
  const l = useLanguage()
  const pick = usePick()
  const { data, error, refetch } = useQuery(officialsQuery)
  const record = data?.officials.find(one => one.id === id)
  if (data && !record) return <NotYoursPage />
  return (
    <Page
      title={record?.name ?? t('title')}
      lead={record?.position ? pick(record.position) : undefined}
      crumbs={[{ to: paths.officials(l), title: t('title') }]}
      wide
    >
      {data && record ? (
        <Whole key={record.id} record={record} all={data} />
      ) : error ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : (
        <Spinner rows={6} />
      )}
    </Page>
  )
}

const Whole = ({ record, all }: { record: OfficialRecord; all: OfficialRecords }) => {
  const t = useWords(officialsWords)
  const arrived: unknown = useLocation().state
  const [said, say] = useState(arrived === 'added' ? t('added', { name: record.name }) : '')
  // What one has before one's eyes; a newer version that somebody else has stored is not taken for it.
  const [seen, setSeen] = useState(record)
  const [theirs, setTheirs] = useState<OfficialRecord | null>(null)
  const [saves, setSaves] = useState(0)
  const changed = (next: OfficialRecord, words: string) => {
    setSeen(next)
    setTheirs(null)
    say(words)
  }
  return (
    <>
      <div role="status">{said && <Alert tone="success">{said}</Alert>}</div>
      <div className="with-aside">
        <section aria-labelledby="contact">
          <h2 id="contact" className="sr-only">
            {t('contact')}
          </h2>
          <CaseForm
            key={saves}
            form={all.form}
            draftKey={null}
            initial={seen.data}
            submitLabel={t('save')}
            onSubmit={async data => {
              say('')
              try {
                changed(await changeOfficial(seen, data), t('saved'))
                setSaves(saves + 1)
                return undefined
              } catch (cause) {
                if (cause instanceof ApiProblem && cause.details.code === 'official-changed') await lookAgain()
                throw cause
              }
            }}
          />
          {theirs && (
            <section className="card stack theirs" aria-labelledby="theirs">
              <h3 id="theirs">{t('now')}</h3>
              <FormAnswers form={all.form} data={theirs.data} />
            </section>
          )}
        </section>
        <aside className="stack">
          {seen.active && <Photo record={seen} onChange={changed} />}
          <Leave record={seen} all={all.officials} onChange={changed} />
        </aside>
      </div>
    </>
  )

  /** Somebody was faster: what they stored is shown, and saving again counts as knowing it. */
  async function lookAgain(): Promise<void> {
    const { officials } = await client.fetchQuery(officialsQuery)
    const newer = officials.find(({ id }) => id === record.id)
    if (!newer) return
    setTheirs(newer)
    setSeen({ ...seen, version: newer.version })
  }
}
