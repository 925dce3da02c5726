import { useMemo } from 'react'
import type { Definition } from '../../forms/definition.ts'
import { accept } from '../../forms/judge.ts'
import type { Container } from '../../forms/layout.ts'
import { Button } from '../kit/Button.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { formWords } from '../words/forms.ts'
import { answersOf } from './answers.ts'
import { AnswerList } from './FormAnswers.tsx'
import { labelOf } from './pages.ts'

interface Props {
  form: Definition
  pages: readonly Container[]
  data: unknown
  onGo: (page: number) => void
}

/** The last page of a form that has several: everything that will be sent, each page with a way back to it. */
export const Check = ({ form, pages, data, onGo }: Props) => {
  const t = useWords(formWords)
  const l = useLanguage()
  const clean = useMemo(() => accept(form, data).data, [form, data])
  return pages.map((page, at) => {
    const answers = answersOf(form.schema, page, clean, l)
    return (
      <section key={at} className="check-page" aria-labelledby={`check-${at}`}>
        <div className="section-head">
          <h3 id={`check-${at}`}>{labelOf(page)}</h3>
          <Button kind="plain" size="s" onClick={() => onGo(at)}>
            {t('change')}
            <span className="sr-only"> – {labelOf(page)}</span>
          </Button>
        </div>
        {answers.parts.length > 0 ? <AnswerList answers={answers} /> : <p className="muted">{t('notAsked')}</p>}
      </section>
    )
  })
}
