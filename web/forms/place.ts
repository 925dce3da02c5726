import { keysOf, under } from '../../forms/pointer.ts'

/** The JSON pointer of a value, from a path as JSON Forms writes it: `people.0.name` → `/people/0/name`. */
export const pointerOfPath = (path: string): string => (path === '' ? '' : path.split('.').reduce(under, ''))

/** The id in the page of the control that asks for a value, from the value's JSON pointer. */
export const idOf = (pointer: string): string => ['field', ...keysOf(pointer)].join('-')

/** What in the page can be focused for a value: its control, else the first one inside or the nearest one around it. */
export const controlAt = (pointer: string): HTMLElement | null => {
  const found = document.getElementById(idOf(pointer))
  if (found?.matches(focusable)) return found
  const inside = found?.querySelector<HTMLElement>(focusable)
  if (inside) return inside
  const [, ...around] = keysOf(pointer).reverse()
  return around.length === 0 ? null : controlAt(around.reverse().reduce(under, ''))
}

const focusable = 'input, select, textarea, button'
