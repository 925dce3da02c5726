import type { ControlProps } from '@jsonforms/core'
import { useContext, useEffect } from 'react'
import type { SubjectList } from '../../../api/contract.ts'
import { Button } from '../../kit/Button.tsx'
import { Tag } from '../../kit/Tag.tsx'
import { day } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { client } from '../../queries.ts'
import { formWords } from '../../words/forms.ts'
import { Combobox } from '../Combobox.tsx'
import { LabelFrame } from '../frames.tsx'
import { controlAt } from '../place.ts'
import { FormContext, useField } from '../state.ts'
import { useSubjects } from '../subjects.ts'

type Subject = SubjectList['subjects'][number]
const known = (id: string) => ['subjects', 'one', id]

/** A person or a company of the city's records, looked up by a clerk; the data hold the id alone. */
export const SubjectControl = (props: ControlProps) => {
  const t = useWords(formWords)
  const field = useField(props)
  const { suggest } = useContext(FormContext)
  const id: unknown = props.data
  const chosen = typeof id === 'string' ? client.getQueryData<Subject>(known(id)) : undefined
  useEffect(() => {
    // An id whose owner this page does not know cannot be shown, and nobody may decide about a stranger unseen.
    if (props.visible && id !== undefined && !chosen) field.set(undefined)
  }, [props.visible, id, chosen, field])
  if (!props.visible) return null

  const choose = (subject: Subject) => {
    client.setQueryData(known(subject.id), subject)
    field.set(subject.id)
    window.setTimeout(() => controlAt(field.pointer)?.focus())
  }
  const again = () => {
    field.set(undefined)
    window.setTimeout(() => controlAt(field.pointer)?.focus())
  }
  if (chosen)
    return (
      <div className="gov-form-control" role="group" aria-labelledby={`${field.id}-label`}>
        <p className="question" id={`${field.id}-label`}>
          {field.label}
        </p>
        <div className="chosen">
          <SubjectLine subject={chosen} />
          {chosen.pairedWith && <p className="chosen-warning">{t('subjectTaken')}</p>}
          <Button kind="secondary" size="s" id={field.id} onClick={again}>
            {t('subjectChange')}
          </Button>
        </div>
      </div>
    )
  return (
    <LabelFrame field={{ ...field, hint: field.hint ?? t('subjectHint') }}>
      <Combobox
        field={{ ...field, hint: field.hint ?? t('subjectHint') }}
        initial={suggest}
        label={t('subjectResults')}
        search={useSubjects}
        keyOf={subject => subject.id}
        onChoose={choose}
      >
        {subject => <SubjectLine subject={subject} />}
      </Combobox>
    </LabelFrame>
  )
}

/** Who it is: name, date of birth or company number, address, and whether an account already leads there. */
const SubjectLine = ({ subject }: { subject: Subject }) => {
  const t = useWords(formWords)
  const l = useLanguage()
  const details = [
    subject.birthDate && t('subjectBorn', { day: day(subject.birthDate, l) }),
    subject.companyId && t('subjectCompany', { id: subject.companyId }),
    subject.address,
  ]
  return (
    <span className="subject">
      <span className="subject-name">
        {subject.name} {subject.pairedWith && <Tag tone="warning">{t('subjectPaired')}</Tag>}
      </span>
      <span className="subject-details">{details.filter(Boolean).join(' · ')}</span>
    </span>
  )
}
