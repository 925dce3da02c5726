interface Props {
  id: string
  label: string
  hint?: string
  checked: boolean
  onChange: (on: boolean) => void
}

/** One box to tick, with its words; what it means further, under them. */
export const Tick = ({ id, label, hint, checked, onChange }: Props) => (
  <div className="tick">
    <input
      type="checkbox"
      id={id}
      checked={checked}
      aria-describedby={hint && `${id}-hint`}
      onChange={event => onChange(event.target.checked)}
    />
    <div>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="fine" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  </div>
)
