import type { ReactNode, Ref, TextareaHTMLAttributes } from 'react'
import { describedBy, Under } from './Field.tsx'

interface Props extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'> {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  ref?: Ref<HTMLTextAreaElement>
}

/** Text of several lines with its label, hint and mistake; it grows with what is written. */
export const TextArea = ({ id, label, hint, error, required, ref, ...area }: Props) => (
  <div className="gov-form-control" data-size="m" data-invalid={Boolean(error)}>
    <div className="gov-form-control__holder">
      <div className="gov-form-label" data-size="m" slot="top">
        <label className="gov-form-label__label" htmlFor={id}>
          {label}
        </label>
      </div>
      <div className="gov-form-input" data-hydrated="" data-size="m" data-invalid={Boolean(error)} data-type="textarea">
        <span className="element">
          <textarea
            {...area}
            {...(ref && { ref })}
            id={id}
            aria-required={required}
            aria-invalid={error ? true : undefined}
            aria-describedby={describedBy(id, error, hint)}
          />
        </span>
      </div>
      <Under id={id} error={error} hint={hint} />
    </div>
  </div>
)
