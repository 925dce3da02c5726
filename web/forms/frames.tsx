import type { ReactNode } from 'react'
import { Icon } from '../kit/Icon.tsx'
import { describedBy, Under } from '../kit/Field.tsx'
import { useWords } from '../language.tsx'
import { formWords } from '../words/forms.ts'
import type { Field } from './state.ts'

/** Says that nothing happens if the field stays empty: most fields must be filled, so the others are marked. */
export const Optional = ({ field }: { field: Field }) => {
  const t = useWords(formWords)
  return field.required ? null : <span className="optional"> {t('optional')}</span>
}

/** What every control of one value tells assistive technology about itself. */
export const ariaOf = (field: Field) => ({
  id: field.id,
  'aria-required': field.required || undefined,
  'aria-invalid': field.error ? (true as const) : undefined,
  'aria-describedby': describedBy(field.id, field.error, field.hint),
})

interface Framed {
  field: Field
  /** How wide the control is; as its place when not given. */
  width?: string
  /** What the answer is in: the eye sees it in the control, a screen reader hears it with the label. */
  unit?: string | undefined
  children: ReactNode
}

/** A control with its label above, its mistake and its hint below. */
export const LabelFrame = ({ field, width, unit, children }: Framed) => (
  <div
    className={`gov-form-control${width ? ` width-${width}` : ''}`}
    data-size="m"
    data-invalid={Boolean(field.error)}
  >
    <div className="gov-form-control__holder">
      <div className="gov-form-label" data-size="m" slot="top">
        <label className="gov-form-label__label" htmlFor={field.id}>
          {field.label}
          {unit && <span className="sr-only"> ({unit})</span>}
          <Optional field={field} />
        </label>
      </div>
      {children}
      <Under id={field.id} error={field.error} hint={field.hint} />
    </div>
  </div>
)

/** Several controls that give one answer, under the question. The first of them bears the field's id. */
export const QuestionFrame = ({ field, children }: { field: Field; children: ReactNode }) => (
  <div className="gov-form-control" data-size="m" data-invalid={Boolean(field.error)}>
    <fieldset className="gov-form-control__holder" aria-describedby={describedBy(field.id, field.error, field.hint)}>
      <legend className="question">
        {field.label}
        <Optional field={field} />
      </legend>
      <div className="gov-form-group" data-gap="s">
        {children}
      </div>
      <Under id={field.id} error={field.error} hint={field.hint} />
    </fieldset>
  </div>
)

interface Box {
  id: string
  type: 'radio' | 'checkbox'
  name?: string
  label: ReactNode
  checked: boolean
  invalid: boolean
  describedBy?: string | undefined
  required?: boolean | undefined
  onChange: (checked: boolean) => void
  onBlur?: () => void
}

/** One radio button or one box with its label. */
export const Box = ({ id, type, name, label, checked, invalid, describedBy, required, onChange, onBlur }: Box) => (
  <div className={`gov-form-${type}`} data-hydrated="" data-size="m" data-invalid={invalid}>
    <input
      type={type}
      id={id}
      name={name}
      checked={checked}
      aria-required={required}
      aria-invalid={type === 'checkbox' && invalid ? true : undefined}
      aria-describedby={describedBy}
      onChange={event => onChange(event.target.checked)}
      onBlur={onBlur}
    />
    <span>
      <span slot="label" className="gov-form-label" data-size="m">
        <label className="gov-form-label__label" htmlFor={id}>
          {label}
        </label>
      </span>
      {type === 'checkbox' && <Icon name="check" className="gov-form-checkbox__check" />}
    </span>
  </div>
)
