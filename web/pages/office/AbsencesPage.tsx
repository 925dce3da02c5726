import './office.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Absence } from '../../../api/contract.ts'
import { Alert } from '../../kit/Alert.tsx'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { Spinner } from '../../kit/Spinner.tsx'
import { Table } from '../../kit/Table.tsx'
import { Tag } from '../../kit/Tag.tsx'
import { Day } from '../../kit/values.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { Page } from '../../layout/Page.tsx'
import { paths } from '../../paths.ts'
import { client } from '../../queries.ts'
import { useSession } from '../../session.tsx'
import { absencesWords } from '../../words/absences.ts'
import { inboxWords } from '../../words/inbox.ts'
import { AbsenceForm } from './absences/AbsenceForm.tsx'
import { absencesQuery, cancelAbsence, refreshOffice } from './queries.ts'

/** Who is away from when to when, and who has their tasks meanwhile. */
export const AbsencesPage = () => {
  const t = useWords(absencesWords)
  const i = useWords(inboxWords)
  const l = useLanguage()
  const { data, error, refetch } = useQuery(absencesQuery)
  const [said, say] = useState('')
  const refresh = async (words: string): Promise<void> => {
    say(words)
    await Promise.all([client.invalidateQueries({ queryKey: absencesQuery.queryKey }), refreshOffice()])
  }
  return (
    <Page title={t('title')} lead={t('lead')} crumbs={[{ to: paths.inbox(l), title: i('title') }]} wide>
      <div role="status">{said && <Alert tone="success">{said}</Alert>}</div>
      {error && <Failure cause={error} onRetry={() => void refetch()} />}
      {data ? (
        <div className="with-aside">
          <section aria-labelledby="absences">
            <h2 id="absences">{t('list')}</h2>
            <List absences={data.absences} onCancelled={() => refresh(t('cancelled'))} />
          </section>
          <section aria-labelledby="enter">
            <h2 id="enter">{t('enter')}</h2>
            <AbsenceForm
              // Entering one more begins with an empty form.
              key={data.absences.length}
              officials={data.officials}
              colleagues={data.colleagues}
              onEntered={() => refresh(t('entered'))}
            />
          </section>
        </div>
      ) : (
        !error && <Spinner rows={6} />
      )}
    </Page>
  )
}

const List = ({ absences, onCancelled }: { absences: readonly Absence[]; onCancelled: () => Promise<void> }) => {
  const t = useWords(absencesWords)
  const me = useSession().official?.id
  const [cancelling, setCancelling] = useState<Absence | null>(null)
  if (absences.length === 0) return <p className="card muted">{t('none')}</p>
  return (
    <>
      <Table
        caption={t('list')}
        rows={absences}
        keyOf={absence => absence.id}
        columns={[
          {
            key: 'who',
            title: t('who'),
            head: true,
            cell: ({ official, current }) => (
              <>
                <strong>{official.id === me ? t('me') : official.name}</strong>{' '}
                {current && <Tag tone="primary">{t('now')}</Tag>}
              </>
            ),
          },
          {
            key: 'when',
            title: t('when'),
            cell: ({ from, to }) => (
              <span>
                <Day value={from} /> – <Day value={to} />
              </span>
            ),
          },
          {
            key: 'substitute',
            title: t('substitute'),
            cell: ({ substitute }) => (substitute.id === me ? t('me') : substitute.name),
          },
          {
            key: 'action',
            title: t('cancel'),
            bare: true,
            right: true,
            cell: absence =>
              absence.mayCancel && (
                <Button kind="plain" size="s" onClick={() => setCancelling(absence)}>
                  {t('cancel')}
                  <span className="sr-only"> – {absence.official.name}</span>
                </Button>
              ),
          },
        ]}
      />
      {cancelling && (
        <Cancel
          absence={cancelling}
          onClose={() => setCancelling(null)}
          onDone={async () => {
            setCancelling(null)
            await onCancelled()
          }}
        />
      )}
    </>
  )
}

const Cancel = ({
  absence,
  onClose,
  onDone,
}: {
  absence: Absence
  onClose: () => void
  onDone: () => Promise<void>
}) => {
  const t = useWords(absencesWords)
  const [failure, setFailure] = useState<unknown>(null)
  const cancel = async (): Promise<void> => {
    try {
      await cancelAbsence(absence.id)
      await onDone()
    } catch (cause) {
      setFailure(cause)
    }
  }
  return (
    <Dialog
      title={t('cancelTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => void cancel()}>{t('cancelYes')}</Button>
          <Button kind="secondary" onClick={onClose}>
            {t('cancelNo')}
          </Button>
        </>
      }
    >
      <p>{t('cancelText', { name: absence.official.name })}</p>
      {failure !== null && <Failure cause={failure} />}
    </Dialog>
  )
}
