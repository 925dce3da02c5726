import './answers.css'
import { useMemo } from 'react'
import type { FormDefinition } from '../../api/contract.ts'
import { completeLayout } from '../../forms/complete.ts'
import { useLanguage, useWords } from '../language.tsx'
import { formWords } from '../words/forms.ts'
import { type Answers, answersOf, isFilled } from './answers.ts'
import { definitionOf } from './definition.ts'

/** What somebody handed in with a form, to be read: names of the fields and their values in the page's language. */
export const FormAnswers = ({ form, data }: { form: FormDefinition; data: unknown }) => {
  const t = useWords(formWords)
  const l = useLanguage()
  const answers = useMemo(() => {
    const { schema, layout = completeLayout(schema) } = definitionOf(form)
    return answersOf(schema, layout, data, l)
  }, [form, data, l])
  return isFilled(answers) ? <AnswerList answers={answers} /> : <p className="muted">{t('emptyAnswers')}</p>
}

/** Answers under their headings. */
export const AnswerList = ({ answers }: { answers: Answers }) => (
  <div className="answers">
    {answers.rows.length > 0 && (
      <dl className="answer-rows">
        {answers.rows.map(row => (
          <div key={row.path} data-long={row.long}>
            <dt>{row.name}</dt>
            <dd>{row.text}</dd>
          </div>
        ))}
      </dl>
    )}
    {answers.inside.map((inside, at) => (
      <section key={at} className="answer-group">
        {inside.title !== answers.title && <p className="answer-title">{inside.title}</p>}
        <AnswerList answers={inside} />
      </section>
    ))}
  </div>
)
