import type { ControlProps } from '@jsonforms/core'
import { useContext } from 'react'
import { under } from '../../../forms/pointer.ts'
import { filesOf } from '../../attachments.ts'
import { describedBy, Under } from '../../kit/Field.tsx'
import { FilePicker, kindsIn, type Readiness } from '../../kit/FilePicker.tsx'
import { useWords } from '../../language.tsx'
import { filesWords } from '../../words/files.ts'
import { Optional } from '../frames.tsx'
import { idOf } from '../place.ts'
import { FormContext, useField } from '../state.ts'

const megabyte = 1024 * 1024
const limit = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise)

/** Attachments: uploaded as they are chosen, so that the form, and its draft, holds only what the portal has. */
export const FileControl = (props: ControlProps) => {
  const t = useWords(filesWords)
  const field = useField(props)
  const { hold, refused, changed } = useContext(FormContext)
  const { pointer } = field
  if (!props.visible) return null

  const files = filesOf(props.data)
  const accept = Array.isArray(field.options['accept']) ? field.options['accept'].map(String) : []
  const maxSize = limit(field.options['maxSize'], 10 * megabyte)
  const most = limit(field.schema['maxItems'], Infinity)
  const rules = t('rules', { kinds: kindsIn(accept), size: Math.floor(maxSize / megabyte) })
  const hint = [field.hint, rules, Number.isFinite(most) && t('most', { n: most })].filter(Boolean).join(' ')
  const ready = (state: Readiness) => {
    hold(pointer, state === 'ready' ? undefined : t(state))
    if (state === 'ready') changed(pointer)
  }
  return (
    <div className="gov-form-control" data-size="m" data-invalid={Boolean(field.error)}>
      <fieldset className="gov-form-control__holder">
        <legend className="question" id={`${field.id}-label`}>
          {field.label}
          <Optional field={field} />
        </legend>
        <FilePicker
          id={field.id}
          labelledBy={`${field.id}-label`}
          describedBy={describedBy(field.id, field.error, hint)}
          invalid={Boolean(field.error)}
          required={field.required}
          files={files}
          onChange={next => field.set(next.length > 0 ? next : undefined)}
          onReady={ready}
          accept={accept}
          maxSize={maxSize}
          most={most}
          problems={files.map((_, at) => refused.get(under(pointer, at)))}
          idOf={at => idOf(under(pointer, at))}
        />
        <Under id={field.id} error={field.error} hint={hint} />
      </fieldset>
    </div>
  )
}
