import type { ControlProps } from '@jsonforms/core'
import { describedBy, Under } from '../../kit/Field.tsx'
import { Box } from '../frames.tsx'
import { useField } from '../state.ts'

/** One box alone: a fact that may be left unsaid, or a declaration that must be made. */
export const TickControl = (props: ControlProps) => {
  const field = useField(props)
  if (!props.visible) return null
  return (
    <div className="gov-form-control" data-size="m" data-type="checkbox" data-invalid={Boolean(field.error)}>
      <div className="gov-form-control__holder">
        <Box
          type="checkbox"
          id={field.id}
          label={field.label}
          checked={props.data === true}
          invalid={Boolean(field.error)}
          required={field.required || undefined}
          describedBy={describedBy(field.id, field.error, field.hint)}
          onChange={on => field.set(on || undefined)}
        />
        <Under id={field.id} error={field.error} hint={field.hint} />
      </div>
    </div>
  )
}
