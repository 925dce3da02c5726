import type { ControlProps } from '@jsonforms/core'
import { Icon } from '../../kit/Icon.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { formWords } from '../../words/forms.ts'
import { countries } from '../countries.ts'
import { ariaOf, Box, LabelFrame, QuestionFrame } from '../frames.tsx'
import { choicesOf } from '../kind.ts'
import { type Field, useField } from '../state.ts'

interface Choice<V> {
  value: V
  label: string
}

/** One of a few answers that the form itself does not name. */
export function Radios<V extends string | boolean>({
  field,
  value,
  choices,
}: {
  field: Field
  value: unknown
  choices: Choice<V>[]
}) {
  return (
    <QuestionFrame field={field}>
      {choices.map((choice, at) => (
        <Box
          key={String(choice.value)}
          type="radio"
          id={at === 0 ? field.id : `${field.id}-${String(choice.value)}`}
          name={field.id}
          label={choice.label}
          checked={value === choice.value}
          invalid={Boolean(field.error)}
          onChange={() => field.set(choice.value)}
        />
      ))}
    </QuestionFrame>
  )
}

/** One of a few answers. */
export const RadiosControl = (props: ControlProps) => {
  const field = useField(props)
  return props.visible ? <Radios field={field} value={props.data} choices={choicesOf(field.schema)} /> : null
}

/** Yes or no, neither chosen beforehand. */
export const YesNoControl = (props: ControlProps) => {
  const t = useWords(formWords)
  const field = useField(props)
  const choices = [
    { value: true, label: t('yes') },
    { value: false, label: t('no') },
  ]
  return props.visible ? <Radios field={field} value={props.data} choices={choices} /> : null
}

/** A choice in the system's own list. */
export const Options = ({ field, value, choices }: { field: Field; value: unknown; choices: Choice<string>[] }) => {
  const t = useWords(formWords)
  const purpose = field.options['autocomplete']
  return (
    <LabelFrame field={field} width="medium">
      <div className="gov-form-select" data-hydrated="" data-size="m" data-invalid={Boolean(field.error)}>
        <span className="element">
          <select
            {...ariaOf(field)}
            value={typeof value === 'string' ? value : ''}
            autoComplete={typeof purpose === 'string' ? purpose : 'off'}
            onChange={event => field.set(event.target.value || undefined)}
            onBlur={() => field.left(value)}
          >
            <option value="">{t('choose')}</option>
            {choices.map(choice => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
          <Icon name="down" className="arrow-icon" />
        </span>
      </div>
    </LabelFrame>
  )
}

/** One of many answers, in the system's own list. */
export const SelectControl = (props: ControlProps) => {
  const field = useField(props)
  return props.visible ? <Options field={field} value={props.data} choices={choicesOf(field.schema)} /> : null
}

/** A country by its name. */
export const CountryControl = (props: ControlProps) => {
  const l = useLanguage()
  const field = useField(props)
  return props.visible ? <Options field={field} value={props.data} choices={countries(l)} /> : null
}

/** Any number of answers; they keep the order in which they are offered. */
export const ChecksControl = (props: ControlProps) => {
  const field = useField(props)
  if (!props.visible) return null
  const chosen: unknown[] = Array.isArray(props.data) ? props.data : []
  const choices = choicesOf(field.schema.items ?? {})
  const put = (value: string, on: boolean) => {
    const now = choices.map(choice => choice.value).filter(one => (one === value ? on : chosen.includes(one)))
    field.set(now.length > 0 ? now : undefined)
  }
  return (
    <QuestionFrame field={field}>
      {choices.map((choice, at) => (
        <Box
          key={choice.value}
          type="checkbox"
          id={at === 0 ? field.id : `${field.id}-${choice.value}`}
          label={choice.label}
          checked={chosen.includes(choice.value)}
          invalid={Boolean(field.error)}
          onChange={on => put(choice.value, on)}
        />
      ))}
    </QuestionFrame>
  )
}
