import type { InputHTMLAttributes, ReactNode } from 'react'
import { Icon } from './Icon.tsx'

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> {
  id: string
  label: ReactNode
  /** What to write and how, under the field. */
  hint?: ReactNode
  error?: string | undefined
  /** Stands after the field: „Kč“. */
  unit?: string
  /** A short field for a short answer. */
  short?: boolean
  /** The label is for screen readers only: the place makes it plain to the eye. */
  labelHidden?: boolean
}

/** The words under a control: its mistake first, then the hint. Ids `<id>-error`, `<id>-hint`. */
export const Under = ({ id, error, hint }: { id: string; error?: string | undefined; hint?: ReactNode }) =>
  error || hint ? (
    <div className="gov-form-control__bottom" slot="bottom">
      {error && (
        <div className="gov-form-message" data-color="error" data-size="m">
          <Icon name="warning" />
          <span className="gov-form-message__content" id={`${id}-error`}>
            {error}
          </span>
        </div>
      )}
      {hint && (
        <div className="gov-form-message" data-color="neutral" data-size="m">
          <span className="gov-form-message__content" id={`${id}-hint`}>
            {hint}
          </span>
        </div>
      )}
    </div>
  ) : null

/** Which words describe a control, for `aria-describedby`. */
export const describedBy = (id: string, error: unknown, hint: unknown): string | undefined =>
  [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined

/** A line of text with its label, hint and mistake. */
export const Field = ({ id, label, hint, error, unit, short, labelHidden, required, ...input }: Props) => (
  <div className={`gov-form-control${short ? ' short' : ''}`} data-size="m" data-invalid={Boolean(error)}>
    <div className="gov-form-control__holder">
      <div className={labelHidden ? 'sr-only' : 'gov-form-label'} data-size="m" slot="top">
        <label className="gov-form-label__label" htmlFor={id}>
          {label}
        </label>
      </div>
      <div className="gov-form-input" data-hydrated="" data-size="m" data-invalid={Boolean(error)} data-type="input">
        <span className="element">
          <input
            {...input}
            id={id}
            aria-required={required}
            aria-invalid={error ? true : undefined}
            aria-describedby={describedBy(id, error, hint)}
          />
          {unit && (
            <span className="unit" aria-hidden="true">
              {unit}
            </span>
          )}
        </span>
      </div>
      <Under id={id} error={error} hint={hint} />
    </div>
  </div>
)
