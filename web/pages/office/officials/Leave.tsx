import { useMemo, useState } from 'react'
import type { OfficialRecord } from '../../../../api/contract.ts'
import { today } from '../../../../forms/day.ts'
import { CaseForm } from '../../../forms/CaseForm.tsx'
import { day as dayText } from '../../../format.ts'
import { Button } from '../../../kit/Button.tsx'
import { Dialog } from '../../../kit/Dialog.tsx'
import { Failure } from '../../../kit/Failure.tsx'
import { useLanguage, useWords } from '../../../language.tsx'
import { officialsWords } from '../../../words/officials.ts'
import { asking, choice, day, textOf } from '../moves/asking.ts'
import { leave, stay } from './queries.ts'

interface Props {
  record: OfficialRecord
  all: readonly OfficialRecord[]
  onChange: (next: OfficialRecord, words: string) => void
}
interface Wish {
  on: string
  successor: string | null
}
const nobody = 'nobody'

/** From which day somebody is no longer with the office, and who takes over; or that they stay after all. */
export const Leave = ({ record, all, onChange }: Props) => {
  const t = useWords(officialsWords)
  const l = useLanguage()
  const [wish, setWish] = useState<Wish | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const others = useMemo(() => all.filter(one => one.active && one.id !== record.id), [all, record.id])
  const form = useMemo(
    () =>
      asking({
        on: day(officialsWords.on),
        successor: choice(officialsWords.successor, [
          ...others.map(({ id, name }) => ({ id, name: { cs: name, en: name } })),
          { id: nobody, name: officialsWords.nobody },
        ]),
      }),
    [others],
  )
  const initial = useMemo(() => ({ on: record.leftOn ?? today() }), [record.leftOn])
  const back = async (): Promise<void> => {
    setFailure(null)
    try {
      onChange(await stay(record), t('stays'))
    } catch (cause) {
      setFailure(cause)
    }
  }
  return (
    <section className="card stack" aria-labelledby="leaving">
      <h2 id="leaving">{t('leaving')}</h2>
      {record.leftOn ? (
        <>
          <p>
            {t(record.active ? 'planned' : 'departed', {
              day: dayText(record.leftOn, l),
              successor: record.successor?.name ?? t('nobodyShort'),
            })}
          </p>
          <p>
            <Button kind="secondary" size="s" onClick={() => void back()}>
              {t(record.active ? 'cancel' : 'comeBack')}
            </Button>
          </p>
        </>
      ) : (
        <>
          <p className="fine">{t('leavingLead')}</p>
          <CaseForm
            form={form}
            draftKey={null}
            initial={initial}
            submitLabel={t('leave')}
            onSubmit={data => {
              const successor = textOf(data, 'successor')
              setWish({ on: textOf(data, 'on'), successor: successor === nobody ? null : successor })
              // nothing is wrong, and nothing is sent yet: first comes a question
              return Promise.resolve([])
            }}
          />
        </>
      )}
      {failure !== null && <Failure cause={failure} />}
      {wish && (
        <Sure
          record={record}
          wish={wish}
          successor={others.find(one => one.id === wish.successor)?.name ?? t('nobodyShort')}
          onClose={() => setWish(null)}
          onDone={next => {
            setWish(null)
            onChange(next, t('leftSaved'))
          }}
        />
      )}
    </section>
  )
}

/** Asks once more: a departure today signs out somebody who may be at work. */
const Sure = ({
  record,
  wish,
  successor,
  onClose,
  onDone,
}: {
  record: OfficialRecord
  wish: Wish
  successor: string
  onClose: () => void
  onDone: (next: OfficialRecord) => void
}) => {
  const t = useWords(officialsWords)
  const l = useLanguage()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const { name } = record
  const enter = async (): Promise<void> => {
    setBusy(true)
    try {
      onDone(await leave(record, wish))
    } catch (cause) {
      setFailure(cause)
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={t('leaveTitle')}
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" busy={busy} onClick={() => void enter()}>
            {t('leaveYes')}
          </Button>
          <Button kind="plain" onClick={onClose}>
            {t('leaveNo')}
          </Button>
        </>
      }
    >
      <p>
        {wish.on <= today()
          ? t('leaveNow', { name, successor })
          : t('leaveLater', { name, successor, day: dayText(wish.on, l) })}
      </p>
      {failure !== null && <Failure cause={failure} />}
    </Dialog>
  )
}
