import type { ControlProps } from '@jsonforms/core'
import { JsonFormsDispatch } from '@jsonforms/react'
import { useContext, useEffect, useRef, useState } from 'react'
import type { Layout } from '../../../forms/layout.ts'
import type { Schema } from '../../../forms/schema.ts'
import { under } from '../../../forms/pointer.ts'
import { Button } from '../../kit/Button.tsx'
import { describedBy, Under } from '../../kit/Field.tsx'
import { useWords } from '../../language.tsx'
import { formWords } from '../../words/forms.ts'
import { jsonSchema, uiSchema } from '../definition.ts'
import { Optional } from '../frames.tsx'
import { titleOf } from '../kind.ts'
import { controlAt, idOf } from '../place.ts'
import { FormContext, useField } from '../state.ts'

const itself: Layout = { type: 'Control', scope: '#' }
const isLayout = (value: unknown): value is Layout => typeof value === 'object' && value !== null && 'type' in value
const blank = (item: Schema | undefined): unknown => (item?.type === 'object' ? {} : '')
const limit = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise)

/**
 * A list of like things, each with its own fields. A new one gets the focus; after one is taken away, the button that
 * adds another has it, and a screen reader hears what happened.
 */
export const ListControl = (props: ControlProps) => {
  const t = useWords(formWords)
  const field = useField(props)
  const { untouch } = useContext(FormContext)
  const [news, setNews] = useState('')
  const focusNext = useRef<string | null>(null)
  const list: unknown[] = Array.isArray(props.data) ? props.data : []
  const item = field.schema.items
  const least = limit(field.schema['minItems'], 0)
  const most = limit(field.schema['maxItems'], Infinity)

  useEffect(() => {
    // One that must be there need not be asked for.
    if (props.visible && list.length === 0 && least > 0 && field.required) field.set([blank(item)])
  }, [props.visible, list.length, least, field, item])
  useEffect(() => {
    if (focusNext.current === null) return
    controlAt(focusNext.current)?.focus()
    focusNext.current = null
  }, [list.length])
  if (!props.visible) return null

  const nameOf = (at: number) => `${(item && titleOf(item)) ?? t('item')} ${at + 1}`
  const add = () => {
    focusNext.current = under(field.pointer, list.length)
    setNews(t('added', { what: nameOf(list.length) }))
    field.set([...list, blank(item)])
  }
  const remove = (at: number) => {
    focusNext.current = field.pointer
    setNews(t('removed', { what: nameOf(at) }))
    untouch(field.pointer)
    const rest = list.filter((_, other) => other !== at)
    field.set(rest.length > 0 ? rest : undefined)
  }
  const detail = field.options['detail']
  return (
    <fieldset className="list" aria-describedby={describedBy(field.id, field.error, field.hint)}>
      <legend>
        {field.label}
        <Optional field={field} />
      </legend>
      {list.length === 0 && <p className="muted list-none">{t('none')}</p>}
      {list.map((_, at) => (
        <fieldset key={at} className="list-item" id={idOf(under(field.pointer, at))}>
          <legend>{nameOf(at)}</legend>
          <div className="form-fields">
            <JsonFormsDispatch
              schema={jsonSchema(item ?? {})}
              uischema={uiSchema(isLayout(detail) ? detail : itself)}
              path={`${props.path}.${at}`}
            />
          </div>
          {list.length > Math.max(field.required ? least : 0, 0) && (
            <p className="list-remove">
              <Button kind="plain" size="s" icon="cross" onClick={() => remove(at)}>
                {t('remove')}
                <span className="sr-only"> {nameOf(at)}</span>
              </Button>
            </p>
          )}
        </fieldset>
      ))}
      <div className="list-add">
        {list.length < most ? (
          <Button
            kind="secondary"
            icon="plus"
            id={field.id}
            aria-describedby={describedBy(field.id, field.error, field.hint)}
            onClick={add}
          >
            {t(list.length === 0 ? 'addFirst' : 'add')}
            <span className="sr-only"> – {field.label}</span>
          </Button>
        ) : (
          <p className="fine">{t('full', { n: most })}</p>
        )}
      </div>
      <Under id={field.id} error={field.error} hint={field.hint} />
      <p role="status" className="sr-only">
        {news}
      </p>
    </fieldset>
  )
}
