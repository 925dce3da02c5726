import { Icon } from './Icon.tsx'
import { describedBy, Under } from './Field.tsx'

interface Props {
  id: string
  label: string
  hint?: string
  checked: boolean
  onChange: (on: boolean) => void
}

/** One box to tick, with its words. */
export const Tick = ({ id, label, hint, checked, onChange }: Props) => (
  <div className="gov-form-control" data-size="m" data-type="checkbox">
    <div className="gov-form-control__holder">
      <div className="gov-form-checkbox" data-hydrated="" data-size="m">
        <input
          type="checkbox"
          id={id}
          checked={checked}
          aria-describedby={describedBy(id, undefined, hint)}
          onChange={event => onChange(event.target.checked)}
        />
        <span>
          <span slot="label" className="gov-form-label" data-size="m">
            <label className="gov-form-label__label" htmlFor={id}>
              {label}
            </label>
          </span>
          <Icon name="check" className="gov-form-checkbox__check" />
        </span>
      </div>
      <Under id={id} hint={hint} />
    </div>
  </div>
)
