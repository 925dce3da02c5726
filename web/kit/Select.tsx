import '../styles/select.css'
import type { SelectHTMLAttributes } from 'react'
import { Icon } from './Icon.tsx'

interface Props extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id'> {
  id: string
  label: string
  options: readonly { value: string; label: string }[]
  /** The label is for screen readers only: the choices make it plain to the eye. */
  labelHidden?: boolean
}

/** One of several, in the system's own list. */
export const Select = ({ id, label, options, labelHidden, ...select }: Props) => (
  <div className="gov-form-control" data-size="m">
    <div className="gov-form-control__holder">
      <div className={labelHidden ? 'sr-only' : 'gov-form-label'} data-size="m" slot="top">
        <label className="gov-form-label__label" htmlFor={id}>
          {label}
        </label>
      </div>
      <div className="gov-form-select" data-hydrated="" data-size="m">
        <span className="element">
          <select {...select} id={id}>
            {options.map(option => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="down" className="arrow-icon" />
        </span>
      </div>
    </div>
  </div>
)
