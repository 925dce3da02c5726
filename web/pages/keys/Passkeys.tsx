import { useState } from 'react'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Passkey, Passkeys as List } from '../../../api/contract.ts'
import { call } from '../../api.ts'
import { dayOf } from '../../format.ts'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { Field } from '../../kit/Field.tsx'
import { Table } from '../../kit/Table.tsx'
import { Day } from '../../kit/values.tsx'
import { useWords } from '../../language.tsx'
import { addPasskey } from '../../passkey.ts'
import { client } from '../../queries.ts'
import { keyWords } from '../../words/desk.ts'
import { profileWords } from '../../words/profile.ts'
import { DeviceProblem } from './DeviceProblem.tsx'
import { isNotFresh, SignInAgain } from './SignInAgain.tsx'

const passkeysQuery = queryOptions({
  queryKey: ['passkeys'],
  queryFn: ({ signal }) => call<List>('GET', '/passkeys', undefined, signal),
})

/** The passkeys of the person who is signed in; nothing for whoever has none and may make none. */
export const Passkeys = () => {
  const t = useWords(keyWords)
  const p = useWords(profileWords)
  const { data, error, refetch } = useQuery(passkeysQuery)
  const [asked, setAsked] = useState<{ passkey: Passkey; what: 'rename' | 'remove' } | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  if (error) return <Failure cause={error} onRetry={() => void refetch()} />
  if (!data || (data.passkeys.length === 0 && !data.mayAdd)) return null
  const add = async (): Promise<void> => {
    setBusy(true)
    setFailure(null)
    try {
      await addPasskey(t('labelDefault'))
      await refetch()
    } catch (cause) {
      setFailure(cause)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="section" aria-labelledby="passkeys">
      <h2 id="passkeys">{t('listTitle')}</h2>
      <p className="muted">{t('listText')}</p>
      {data.passkeys.length > 0 && (
        <div className="section-card">
          <Table
            caption={t('listTitle')}
            rows={data.passkeys}
            keyOf={one => one.id}
            columns={[
              { key: 'name', title: t('name'), head: true, cell: one => one.label },
              { key: 'level', title: p('level'), cell: one => p(one.assurance) },
              { key: 'made', title: t('made'), cell: one => <Day value={dayOf(new Date(one.createdAt))} /> },
              {
                key: 'last',
                title: t('last'),
                cell: one => (one.lastAt ? <Day value={dayOf(new Date(one.lastAt))} /> : t('never')),
              },
              {
                key: 'acts',
                title: t('acts'),
                bare: true,
                cell: passkey => (
                  <>
                    {(['rename', 'remove'] as const).map(what => (
                      <Button key={what} kind="plain" size="s" onClick={() => setAsked({ passkey, what })}>
                        {t(what)}
                        <span className="sr-only"> {passkey.label}</span>
                      </Button>
                    ))}
                  </>
                ),
              },
            ]}
          />
        </div>
      )}
      {failure !== null &&
        (isNotFresh(failure) ? (
          <SignInAgain next={failure.details.next} onDone={() => void add()} />
        ) : (
          <DeviceProblem cause={failure} />
        ))}
      {data.mayAdd && (
        <p className="section-card">
          <Button kind="secondary" icon="plus" busy={busy} onClick={() => void add()}>
            {t('add')}
          </Button>
        </p>
      )}
      {asked?.what === 'remove' && <Remove passkey={asked.passkey} onClose={() => setAsked(null)} />}
      {asked?.what === 'rename' && <Rename passkey={asked.passkey} onClose={() => setAsked(null)} />}
    </section>
  )
}

interface Asked {
  passkey: Passkey
  onClose: () => void
}

/** Does one thing to a passkey; the answer is the list as it is then. */
function useChange(onClose: () => void) {
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const change = async (method: 'PATCH' | 'DELETE', id: string, body?: unknown): Promise<void> => {
    setBusy(true)
    setFailure(null)
    try {
      client.setQueryData(passkeysQuery.queryKey, await call<List>(method, `/passkeys/${encodeURIComponent(id)}`, body))
      onClose()
    } catch (cause) {
      setFailure(cause)
      setBusy(false)
    }
  }
  return { change, failure, busy }
}

const Remove = ({ passkey, onClose }: Asked) => {
  const t = useWords(keyWords)
  const { change, failure, busy } = useChange(onClose)
  return (
    <Dialog
      title={t('removeTitle', { label: passkey.label })}
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" busy={busy} onClick={() => void change('DELETE', passkey.id)}>
            {t('removeYes')}
          </Button>
          <Button kind="secondary" onClick={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      <p>{t('removeText')}</p>
      {failure !== null && <Failure cause={failure} />}
    </Dialog>
  )
}

const Rename = ({ passkey, onClose }: Asked) => {
  const t = useWords(keyWords)
  const { change, failure, busy } = useChange(onClose)
  const [label, setLabel] = useState(passkey.label)
  const save = () => void change('PATCH', passkey.id, { label: label.trim() || passkey.label })
  return (
    <Dialog
      title={t('renameTitle')}
      onClose={onClose}
      actions={
        <>
          <Button busy={busy} onClick={save}>
            {t('saveName')}
          </Button>
          <Button kind="secondary" onClick={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      <Field
        id="newLabel"
        label={t('name')}
        value={label}
        maxLength={60}
        autoComplete="off"
        onChange={event => setLabel(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Enter') save()
        }}
      />
      {failure !== null && <Failure cause={failure} />}
    </Dialog>
  )
}
