import type { Definition, Problem } from '../../forms/definition.ts'
import { controlsOf } from '../../forms/hidden.ts'
import type { Language } from '../../forms/language.ts'
import type { Container, Layout } from '../../forms/layout.ts'
import { placeOf } from '../../forms/localise.ts'
import { pointerOf } from '../../forms/pointer.ts'

/** A mistake with its words, and the page of the form where it can be put right. */
export interface Found {
  path: string
  message: string
  /** -1 when no page asks for it. */
  page: number
}

/** The pages of a form, in order; a form without them is one page. */
export const pagesOf = (layout: Layout): Container[] => {
  if (layout.type === 'Categorization') return layout.elements.filter(isContainer)
  return isContainer(layout) ? [layout] : [{ type: 'VerticalLayout', elements: [layout] }]
}

/** The label of a page whose form is in one language. */
export const labelOf = (page: Container): string => (typeof page.label === 'string' ? page.label : '')

/** How many first pages have nothing wrong on them. */
export function completed(pages: readonly Layout[], wrong: readonly string[]): number {
  const first = pages.findIndex(page => wrong.some(path => asks(page, path)))
  return first === -1 ? pages.length : first
}

const isContainer = (layout: Layout): layout is Container => 'elements' in layout

/** Whether a page asks for the value at `path`, or for one inside it or around it. */
export const asks = (page: Layout, path: string): boolean =>
  controlsOf(page).some(({ control }) => {
    const pointer = pointerOf(control.scope)
    return `${path}/`.startsWith(`${pointer}/`) || pointer.startsWith(`${path}/`)
  })

/** On which page a problem is: the first one that asks for it; -1 for one of the form as a whole. */
export const pageOf = (pages: readonly Layout[], path: string): number =>
  path === '' ? -1 : pages.findIndex(page => asks(page, path))

/** Problems in the order in which a person meets their fields, with words that say where they are. */
export function found(
  problems: readonly (Problem & { message: string })[],
  pages: readonly Layout[],
  form: Definition,
  lang: Language,
): Found[] {
  const order = pages.flatMap(page => controlsOf(page).map(({ control }) => pointerOf(control.scope)))
  const rank = (path: string) => {
    const at = order.findIndex(pointer => `${path}/`.startsWith(`${pointer}/`) || pointer.startsWith(`${path}/`))
    return at === -1 ? order.length : at
  }
  return problems
    .map(({ path, message }) => ({ path, message: placed(path, message, form, lang), page: pageOf(pages, path) }))
    .toSorted((a, b) => rank(a.path) - rank(b.path))
}

/** A field within a group or a list is told from its namesakes: `Sídlo – PSČ má pět číslic…`. */
function placed(path: string, message: string, form: Definition, lang: Language): string {
  const around = placeOf(path, form.schema, lang).slice(0, -1)
  return around.length === 0 ? message : `${around.join(' › ')} – ${message}`
}
