import './answers.css'
import { useMemo } from 'react'
import type { FileInfo, FormDefinition } from '../../api/contract.ts'
import { completeLayout } from '../../forms/complete.ts'
import { Attachment } from '../kit/Attachment.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { formWords } from '../words/forms.ts'
import { type Answer, type Answers, answersOf, isAnswers } from './answers.ts'
import { definitionOf } from './definition.ts'

/** What somebody handed in with a form, to be read: names of the fields and their values in the page's language. */
export const FormAnswers = ({ form, data }: { form: FormDefinition; data: unknown }) => {
  const t = useWords(formWords)
  const l = useLanguage()
  const answers = useMemo(() => {
    const { schema, layout = completeLayout(schema) } = definitionOf(form)
    return answersOf(schema, layout, data, l)
  }, [form, data, l])
  return answers.parts.length > 0 ? <AnswerList answers={answers} /> : <p className="muted">{t('emptyAnswers')}</p>
}

/** Answers under their headings. */
export const AnswerList = ({ answers }: { answers: Answers }) => (
  <div className="answers">
    {blocksOf(answers).map((block, at) =>
      !Array.isArray(block) ? (
        <div key={at} className="answer-group">
          <p className="answer-title">{block.title}</p>
          <AnswerList answers={block} />
        </div>
      ) : (
        <dl key={at} className="answer-rows">
          {block.map(row => (
            <div key={row.path} data-long={row.long}>
              <dt>{row.name}</dt>
              <dd>{row.files ? <Attachments files={row.files} /> : row.text}</dd>
            </div>
          ))}
        </dl>
      ),
    )}
  </div>
)

const Attachments = ({ files }: { files: readonly FileInfo[] }) => (
  <ul className="plain">
    {files.map(file => (
      <li key={file.id}>
        <Attachment file={file} />
      </li>
    ))}
  </ul>
)

/** Answers that follow one another stand in one list. */
function blocksOf({ parts }: Answers): (Answer[] | Answers)[] {
  const blocks: (Answer[] | Answers)[] = []
  for (const part of parts) {
    const last = blocks.at(-1)
    if (isAnswers(part)) blocks.push(part)
    else if (Array.isArray(last)) last.push(part)
    else blocks.push([part])
  }
  return blocks
}
