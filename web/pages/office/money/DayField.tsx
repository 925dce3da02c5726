import { today } from '../../../../forms/day.ts'
import { Field } from '../../../kit/Field.tsx'

/** Choosing a day up to today. `onDay` gets what was typed, which may be no day yet. */
export const DayField = ({
  onDay,
  ...field
}: {
  id: string
  label: string
  value: string
  error?: string | undefined
  onDay(day: string): void
}) => <Field {...field} type="date" short max={today()} onChange={({ target }) => onDay(target.value)} />
