import { isVisible } from '@jsonforms/core'
import { useJsonForms } from '@jsonforms/react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { FieldProblem } from '../../api/contract.ts'
import type { Definition } from '../../forms/definition.ts'
import { accept, problemOf } from '../../forms/judge.ts'
import type { Layout } from '../../forms/layout.ts'
import { say } from '../../forms/words.ts'
import { type ApiProblem, asProblem } from '../api.ts'
import { Button } from '../kit/Button.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { formWords } from '../words/forms.ts'
import { Check } from './Check.tsx'
import { uiSchema } from './definition.ts'
import { Elements } from './layouts.tsx'
import { Mistakes } from './Mistakes.tsx'
import { completed, found, type Found, labelOf, pagesOf } from './pages.ts'
import { controlAt } from './place.ts'
import { Refused } from './Refused.tsx'
import { FormContext } from './state.ts'
import { StepHeading } from './StepHeading.tsx'
import { Steps } from './Steps.tsx'
import { usePageNumber } from './usePageNumber.ts'
import { useShown } from './useShown.ts'

type By = 'main' | 'other'
type Wish = By | 'preview'

interface Props {
  form: Definition
  /** The form's layout in the page's language. */
  layout: Layout
  first: unknown
  suggest: string
  submitLabel: string
  otherLabel?: string
  preview?: { label: string; show: (data: unknown) => Promise<void> }
  beside?: ReactNode
  onChange: (data: unknown) => void
  onSubmit: (data: unknown, by: By) => Promise<readonly FieldProblem[] | undefined>
  onSent: () => void
  status: ReactNode
}

/** The form itself, within JSON Forms: one page, or several with a check at the end, and the buttons. */
export const FormBody = ({ form, layout, first, suggest, onChange, onSubmit, onSent, ...looks }: Props) => {
  const t = useWords(formWords)
  const l = useLanguage()
  const { core } = useJsonForms()
  const used = useRef(false)
  const told = useRef(first)
  const { context, show, refuse, waits } = useShown(suggest)
  const [mistakes, setMistakes] = useState<readonly Found[]>([])
  const [failure, setFailure] = useState<ApiProblem | null>(null)
  const [busy, setBusy] = useState<Wish | null>(null)

  const data: unknown = core?.data
  const ajv = core?.ajv
  const pages = pagesOf(layout).filter(page => !ajv || isVisible(uiSchema(page), data, '', ajv, undefined))
  const several = pages.length > 1
  const [at, setPage] = usePageNumber(several ? pages.length + 1 : 1)
  const furthest = useRef(at)
  furthest.current = Math.max(furthest.current, at)
  const page = pages[at]
  const last = !several || at === pages.length

  useEffect(() => {
    // What a form fills in by itself nobody has typed yet.
    if (!used.current || data === told.current) return
    told.current = data
    onChange(data)
  }, [data, onChange])

  // The summary speaks the language in which it was made.
  useEffect(() => setMistakes([]), [l])

  const go = (next: number) => {
    setMistakes([])
    setPage(next)
  }
  const tell = (problems: readonly FieldProblem[], only = -1) => {
    const all = found(problems, pages, form, l).filter(problem => only === -1 || problem.page === only)
    setMistakes(all)
    show(all.map(problem => problem.path))
    return all.length > 0
  }
  const send = async (clean: unknown, by: Wish) => {
    setBusy(by)
    setFailure(null)
    try {
      if (by === 'preview') return await looks.preview?.show(clean)
      const problems = await onSubmit(clean, by)
      if (!problems) return onSent()
      refuse(problems)
      tell(problems)
    } catch (cause) {
      const problem = asProblem(cause)
      refuse(problem.details.problems ?? [])
      if (!tell(problem.details.problems ?? [])) setFailure(problem)
    } finally {
      setBusy(null)
    }
  }
  const submit = (by: Wish) => {
    if (busy) return
    const judged = accept(form, data)
    const problems = judged.problems.map(problem => ({ ...problem, message: say(problem, form, l) }))
    const held = waits()
    if (held.length > 0) refuse(held)
    if (tell([...held, ...problems.filter(({ path }) => held.every(wait => wait.path !== path))], last ? -1 : at))
      return
    if (last) void send(judged.data, by)
    else setPage(at + 1)
  }
  const toMistake = (mistake: Found) => {
    const focus = () => controlAt(mistake.path)?.focus()
    if (!several || mistake.page === at) return focus()
    setPage(mistake.page)
    // The fields of another page are there once it has been drawn.
    window.setTimeout(focus, 50)
  }
  return (
    <FormContext value={context}>
      {several && (
        <Steps
          titles={[...pages.map(labelOf), t('check')]}
          current={at}
          done={Math.min(completed(pages, wrongIn(core?.errors)), furthest.current)}
          onGo={go}
        />
      )}
      <form
        noValidate
        onInputCapture={() => (used.current = true)}
        onClickCapture={() => (used.current = true)}
        onSubmit={event => {
          event.preventDefault()
          submit(submitter(event.nativeEvent))
        }}
      >
        {several && <StepHeading key={at} title={page ? labelOf(page) : t('checkTitle')} focus={used.current} />}
        {mistakes.length > 0 && <Mistakes mistakes={mistakes} onGo={toMistake} />}
        <div className="form-sheet">
          {page && core ? (
            <div className="form-fields" key={at}>
              <Elements elements={page.elements} schema={core.schema} path="" />
            </div>
          ) : (
            <Check form={form} pages={pages} data={data} onGo={go} />
          )}
        </div>
        {failure && <Refused cause={failure} />}
        <div className="actions">
          <Button type="submit" busy={busy === 'main'}>
            {last ? looks.submitLabel : t('next')}
          </Button>
          {last && looks.otherLabel && (
            <Button type="submit" kind="secondary" value="other" busy={busy === 'other'}>
              {looks.otherLabel}
            </Button>
          )}
          {last && looks.preview && (
            <Button type="submit" kind="plain" value="preview" busy={busy === 'preview'}>
              {looks.preview.label}
            </Button>
          )}
          {at > 0 && (
            <Button kind="secondary" onClick={() => go(at - 1)}>
              {t('back')}
            </Button>
          )}
          {looks.beside}
        </div>
        {looks.status}
      </form>
    </FormContext>
  )
}

/** Which button sends the form; Enter in a field counts as the first. */
const submitter = (event: Event): Wish => {
  const button = event instanceof SubmitEvent && event.submitter instanceof HTMLButtonElement && event.submitter
  return button && (button.value === 'other' || button.value === 'preview') ? button.value : 'main'
}

/** Places in the data where something is wrong, from the errors as JSON Forms keeps them. */
const wrongIn = (errors: readonly { instancePath: string; keyword: string; params: Record<string, unknown> }[] = []) =>
  errors.map(({ instancePath, keyword, params }) => problemOf({ path: instancePath, keyword, params }).path)
