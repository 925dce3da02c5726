import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../language.tsx'
import { formWords } from '../words/forms.ts'
import { ariaOf } from './frames.tsx'
import type { Field } from './state.ts'

/** What a search has found so far. */
export interface Found<T> {
  /** `idle`: too little was typed to search for. */
  state: 'idle' | 'searching' | 'found' | 'failed'
  items: readonly T[]
}

interface Props<T> {
  field: Field
  /** What the search begins with. */
  initial: string
  /** Names the list of results to a screen reader. */
  label: string
  /** A hook: what is found for the text. */
  search: (query: string) => Found<T>
  keyOf: (item: T) => string
  onChoose: (item: T) => void
  /** What the field says once an item was chosen; left out where the choice takes the field's place. */
  fill?: (item: T) => string
  /** What a screen reader is told of the search; of subjects unless given. */
  news?: (found: Found<T>) => string
  children: (item: T) => ReactNode
}

/** So many at most come from the API; a full list means there may be more. */
const full = 20
const pause = 250

/**
 * A field that searches while one types and offers what it finds: the combobox of the ARIA Authoring Practices with a
 * list. Arrows move, Enter chooses, Escape closes; the focus stays in the field.
 */
export function Combobox<T>({ field, initial, label, search, keyOf, onChoose, fill, news, children }: Props<T>) {
  const t = useWords(formWords)
  const listId = useId()
  const [typed, setTyped] = useState(initial)
  const [asked, setAsked] = useState(initial)
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const list = useRef<HTMLUListElement>(null)
  const found = search(open ? asked : '')
  const { state, items } = found
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed), pause)
    return () => clearTimeout(timer)
  }, [typed])
  useEffect(() => setAt(-1), [items])
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const choose = (item: T) => {
    if (fill) {
      setTyped(fill(item))
      setOpen(false)
    }
    onChoose(item)
  }
  const shown = open && items.length > 0
  const optionId = (index: number) => `${listId}-${index}`
  const onKeyDown = (event: React.KeyboardEvent) => {
    const item = items[at]
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move !== undefined) {
      event.preventDefault()
      if (!open) setOpen(true)
      else if (items.length > 0) setAt((Math.max(at, move < 0 ? 0 : -1) + move + items.length) % items.length)
    } else if (event.key === 'Enter') {
      // Enter here chooses; it must not send the whole form.
      event.preventDefault()
      if (shown && item) choose(item)
      else setOpen(true)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      setOpen(false)
    }
  }
  const ofSubjects = () =>
    state === 'failed'
      ? t('subjectFailed')
      : state === 'searching' && items.length === 0
        ? t('subjectSearching')
        : items.length === 0
          ? t('subjectNone')
          : items.length < full
            ? t('subjectFound', { n: items.length })
            : t('subjectMany', { n: full })
  const told = state === 'idle' || !open ? '' : news ? news(found) : ofSubjects()
  return (
    <div className="combobox">
      <div
        className="gov-form-input"
        data-hydrated=""
        data-size="m"
        data-invalid={Boolean(field.error)}
        data-type="input"
      >
        <span className="element">
          <input
            {...ariaOf(field)}
            type="text"
            role="combobox"
            aria-expanded={shown}
            aria-controls={shown ? listId : undefined}
            aria-autocomplete="list"
            aria-activedescendant={shown && at >= 0 ? optionId(at) : undefined}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={event => {
              setTyped(event.target.value)
              setOpen(true)
            }}
            onFocus={() => setOpen(true)}
            onClick={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onKeyDown={onKeyDown}
          />
        </span>
      </div>
      <p className="combobox-news" role="status">
        {told}
      </p>
      {shown && (
        <ul
          className="combobox-list"
          role="listbox"
          id={listId}
          aria-label={label}
          ref={list}
          aria-busy={state === 'searching'}
        >
          {items.map((item, index) => (
            <li
              key={keyOf(item)}
              role="option"
              id={optionId(index)}
              aria-selected={index === at}
              // The press must not take the focus from the field before the click is told.
              onMouseDown={event => event.preventDefault()}
              onMouseMove={() => setAt(index)}
              onClick={() => choose(item)}
            >
              {children(item)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
