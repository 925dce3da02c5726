import './form.css'
import { JsonFormsStateProvider } from '@jsonforms/react'
import { useMemo } from 'react'
import type { FieldProblem, FormDefinition } from '../../api/contract.ts'
import { FormAjv } from '../../forms/ajv.ts'
import { completeLayout } from '../../forms/complete.ts'
import { localise } from '../../forms/localise.ts'
import { Spinner } from '../kit/Spinner.tsx'
import { useLanguage } from '../language.tsx'
import { definitionOf, jsonSchema, uiSchema } from './definition.ts'
import type { DraftKeeper } from './draft.ts'
import { Conflict, Restored, Saved } from './DraftNotes.tsx'
import { FormBody } from './FormBody.tsx'
import { renderers } from './renderers.ts'
import { useDraft } from './useDraft.ts'
import { suggested } from './suggested.ts'

export interface CaseFormProps {
  form: FormDefinition
  /** The name of the draft at the portal, `<agenda>:<step>`; null when the portal keeps none. */
  draftKey: string | null
  /** The name in this tab's own storage, as `draftKey` when not given; null when nothing is to be kept. */
  keepAs?: string | null
  submitLabel: string
  /** A second way to send, beside the first: `onSubmit` is told which was taken. */
  otherLabel?: string
  /** Offers, beside the ways to send, to see first what sending would do: `show` is given data that could be sent, and throws as `onSubmit`. */
  preview?: { label: string; show: (data: unknown) => Promise<void> }
  /** Further buttons beside those that send. */
  beside?: React.ReactNode
  /** What the form begins with when nobody has begun it yet; by default what its fields suggest. */
  initial?: unknown
  /** What a look-up in a register begins with. */
  suggest?: string
  /** Hears of every change that the person makes. */
  onChange?: (data: unknown) => void
  /**
   * Sends the data, normalised and without hidden fields. Gives undefined once they are taken, else the problems that
   * the server found. An `ApiProblem` that it throws is told to the person. Either way what they typed stays.
   */
  onSubmit: (data: unknown, by: 'main' | 'other') => Promise<readonly FieldProblem[] | undefined>
}

const nothing = {}
const i18n = {
  translate: (_key: string, usual?: string) => usual,
  // The judge's errors come with their sentence.
  translateError: (error: { message?: string }) => error.message ?? '',
}

/**
 * A form of a case, to be filled: its fields, its pages, its mistakes and its draft. The same judge as the server's
 * tells what is wrong while one types; it is shown once a field is left, or when the form is to be sent.
 */
export const CaseForm = ({
  form,
  draftKey,
  keepAs = draftKey,
  initial: given,
  suggest = '',
  onChange,
  ...sending
}: CaseFormProps) => {
  const initial = useMemo(() => given ?? suggested(form), [given, form])
  const { draft, state } = useDraft(draftKey, keepAs, initial)
  if (state.phase === 'loading') return <Spinner rows={6} />
  return (
    <div className="case-form">
      <Restored draft={draft} state={state} initial={initial} />
      <Conflict draft={draft} state={state} />
      <Fields
        key={state.generation}
        form={form}
        draft={draft}
        suggest={suggest}
        onChange={data => {
          draft.change(data)
          onChange?.(data)
        }}
        onSent={() => void draft.close()}
        status={draftKey === null ? null : <Saved state={state} />}
        {...sending}
      />
    </div>
  )
}

type FieldsProps = Omit<CaseFormProps, 'draftKey' | 'keepAs' | 'initial' | 'suggest' | 'onChange'> & {
  draft: DraftKeeper
  suggest: string
  onChange: (data: unknown) => void
  onSent: () => void
  status: React.ReactNode
}

/**
 * JSON Forms around the body of the form. Its data are its own: it is given them when it begins and when the language
 * changes, never back while somebody types, for then it would lose letters.
 */
const Fields = ({ form, draft, ...body }: FieldsProps) => {
  const l = useLanguage()
  const definition = useMemo(() => {
    const { schema, layout } = definitionOf(form)
    return { schema, layout: layout ?? completeLayout(schema) }
  }, [form])
  const core = useMemo(() => {
    const { schema, layout } = localise(definition, l)
    const ajv = new FormAjv(definition, l)
    return { data: draft.current() ?? nothing, schema: jsonSchema(schema), uischema: uiSchema(layout), ajv, layout }
  }, [definition, draft, l])
  return (
    <JsonFormsStateProvider initState={{ core, renderers, cells: [], i18n }}>
      <FormBody form={definition} layout={core.layout} first={core.data} {...body} />
    </JsonFormsStateProvider>
  )
}
