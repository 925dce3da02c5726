import { useMemo } from 'react'
import type { Absences } from '../../../../api/contract.ts'
import type { Schema } from '../../../../forms/schema.ts'
import { CaseForm } from '../../../forms/CaseForm.tsx'
import { useWords } from '../../../language.tsx'
import { absencesWords } from '../../../words/absences.ts'
import { asking, choice, day, textOf } from '../moves/asking.ts'
import { enterAbsence } from '../queries.ts'

interface Props {
  officials: Absences['officials']
  colleagues: Absences['colleagues']
  onEntered: () => Promise<void>
}

/** Enters from when to when somebody is away, and who stands in. */
export const AbsenceForm = ({ officials, colleagues, onEntered }: Props) => {
  const t = useWords(absencesWords)
  const form = useMemo(() => {
    const people = (some: Absences['colleagues']) => some.map(({ id, name }) => ({ id, name: { cs: name, en: name } }))
    const whose: Record<string, Schema> =
      officials.length > 1 ? { absent: choice(absencesWords.who, people(officials)) } : {}
    return asking(
      {
        ...whose,
        from: day(absencesWords.from),
        to: day(absencesWords.to, [{ rule: 'notPast', path: '' }]),
        substitute: choice(absencesWords.substitute, people(colleagues)),
      },
      { rules: [{ rule: 'notBefore', path: '/to', other: '/from' }] },
    )
  }, [officials, colleagues])
  const initial = useMemo(() => (officials.length > 1 ? { absent: officials[0]?.id } : {}), [officials])
  return (
    <CaseForm
      form={form}
      draftKey={null}
      initial={initial}
      submitLabel={t('enterButton')}
      onSubmit={async data => {
        const absent = textOf(data, 'absent')
        await enterAbsence({
          ...(absent && { official: absent }),
          from: textOf(data, 'from'),
          to: textOf(data, 'to'),
          substitute: textOf(data, 'substitute'),
        })
        await onEntered()
        return undefined
      }}
    />
  )
}
