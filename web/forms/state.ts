import type { ControlProps } from '@jsonforms/core'
import { createContext, useContext } from 'react'
import type { Schema } from '../../forms/schema.ts'
import { schemaOf } from './definition.ts'
import { idOf, pointerOfPath } from './place.ts'

/** What the controls of one form share: which mistakes are shown by now, and what the server has said of the data. */
export interface FormState {
  /** Places (JSON pointers) whose mistakes are shown: left by the person, or found when the form was to go on. */
  touched: ReadonlySet<string>
  touch(pointer: string): void
  /** Forgets what was shown at a place and under it: its items have moved. */
  untouch(pointer: string): void
  /** The server's words, by place; they hold until the value at the place or around it changes. */
  refused: ReadonlyMap<string, string>
  changed(pointer: string): void
  /** The form cannot go on from a place yet (a file is on its way there), with the reason; undefined once it can. */
  hold(pointer: string, why: string | undefined): void
  /** What a look-up in a register may begin with. */
  suggest: string
}

export const FormContext = createContext<FormState>({
  touched: new Set(),
  touch: () => {},
  untouch: () => {},
  refused: new Map(),
  changed: () => {},
  hold: () => {},
  suggest: '',
})

/** One field, as its control needs it. */
export interface Field {
  id: string
  pointer: string
  schema: Schema
  options: Record<string, unknown>
  label: string
  hint: string | undefined
  required: boolean
  error: string | undefined
  /** Stores a value; undefined for none. */
  set(value: unknown): void
  /** Stores the same value in the form in which it was understood: no new answer, so the server's words still hold. */
  settle(value: unknown): void
  /** The person has left the field: its mistakes may be shown, unless they have not answered at all yet. */
  left(value: unknown): void
}

/** The field behind the props that JSON Forms gives to a control. */
export function useField(props: ControlProps): Field {
  const form = useContext(FormContext)
  const pointer = pointerOfPath(props.path)
  const [own] = props.errors.split('\n')
  return {
    id: idOf(pointer),
    pointer,
    schema: schemaOf(props.schema),
    options: props.uischema.options ?? {},
    label: props.label,
    hint: props.description || undefined,
    required: props.required ?? false,
    error: form.refused.get(pointer) ?? (form.touched.has(pointer) && own ? own : undefined),
    set: value => {
      form.changed(pointer)
      props.handleChange(props.path, value)
    },
    settle: value => props.handleChange(props.path, value),
    left: value => {
      if (value !== undefined && value !== '') form.touch(pointer)
    },
  }
}
