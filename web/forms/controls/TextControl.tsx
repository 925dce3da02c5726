import type { ControlProps } from '@jsonforms/core'
import { useState } from 'react'
import { normalise } from '../../../forms/normalise.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { formWords } from '../../words/forms.ts'
import { typedText } from '../display.ts'
import { ariaOf, LabelFrame } from '../frames.tsx'
import { mannerOf } from '../input.ts'
import { type Field, useField } from '../state.ts'

/**
 * What a field of text does: while somebody types, it shows what they type; once they leave it, the value as it was
 * understood. The form holds the typed text until then, and the judge understands it all the same.
 */
function useTyping(field: Field, data: unknown) {
  const l = useLanguage()
  const [typed, setTyped] = useState<string | null>(null)
  return {
    value: typed ?? typedText(field.schema, data, l),
    onChange: (event: { target: { value: string } }) => {
      const { value } = event.target
      setTyped(value)
      field.set(value === '' ? undefined : value)
    },
    onBlur: () => {
      if (typed !== null) {
        const clean = normalise({ schema: field.schema }, typed)
        field.settle(typeof clean === 'string' && clean.trim() === '' ? undefined : clean)
        setTyped(null)
      }
      field.left(data)
    },
  }
}

const autoComplete = (field: Field): string => {
  const purpose = field.options['autocomplete']
  return typeof purpose === 'string' ? purpose : 'off'
}

/** One line: text, numbers, amounts, days. */
export const TextControl = (props: ControlProps) => {
  const t = useWords(formWords)
  const asked = useField(props)
  const field = asked.schema.format === 'date' ? { ...asked, hint: asked.hint ?? t('dayHint') } : asked
  const typing = useTyping(field, props.data)
  if (!props.visible) return null
  const { input, width, unit: kind } = mannerOf(field.schema)
  const unit = kind && t(kind)
  return (
    <LabelFrame field={field} width={width} unit={unit}>
      <div
        className="gov-form-input"
        data-hydrated=""
        data-size="m"
        data-invalid={Boolean(field.error)}
        data-type="input"
      >
        <span className="element">
          <input {...ariaOf(field)} type="text" {...input} {...typing} autoComplete={autoComplete(field)} />
          {unit && (
            <span className="unit" aria-hidden="true">
              {unit}
            </span>
          )}
        </span>
      </div>
    </LabelFrame>
  )
}

/** Text of several lines; it grows with what is written, and says when that is too much. */
export const AreaControl = (props: ControlProps) => {
  const t = useWords(formWords)
  const field = useField(props)
  const typing = useTyping(field, props.data)
  if (!props.visible) return null
  const longest = typeof field.schema['maxLength'] === 'number' ? field.schema['maxLength'] : Infinity
  const over = [...typing.value].length - longest
  const limit = Number.isFinite(longest) ? t('characters', { n: longest }) : undefined
  const hint = [field.hint, limit].filter(Boolean).join(' ') || undefined
  return (
    <LabelFrame field={{ ...field, hint, error: over > 0 ? t('over', { n: over }) : field.error }}>
      <div
        className="gov-form-input"
        data-hydrated=""
        data-size="m"
        data-invalid={Boolean(field.error)}
        data-type="textarea"
      >
        <span className="element">
          <textarea {...ariaOf({ ...field, hint })} rows={4} {...typing} autoComplete={autoComplete(field)} />
        </span>
      </div>
    </LabelFrame>
  )
}
