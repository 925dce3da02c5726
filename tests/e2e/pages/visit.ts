import type { Page } from 'playwright-core'
import type { CaseView, Language } from '../../../api/contract.ts'
import { paths } from '../../../web/paths.ts'
import type { PaymentScene } from '../scenes.ts'
import type { Things } from './things.ts'

/** One way to see a page: the address in Czech, and whose session opens it. */
export type Visit = (
  it: Things,
  language: Language,
) => {
  path: string
  as?: string
  answers?: (view: CaseView) => CaseView
  /** Brings the page into the state that is looked at. */
  act?: (page: Page) => Promise<void>
}

export const paying = (scene: PaymentScene, path = paths.payment): Visit => {
  return ({ payments }) => ({ path: path('cs', payments[scene].view.id), as: payments[scene].cookie })
}
/** A page as an agent sees it in the principal's name. */
export const inNameOf = (path: (it: Things) => string): Visit => {
  return it => ({ path: `${path(it)}?for=${it.mandates.principal.subject}`, as: it.mandates.agent.cookie })
}
export const nowhere = '00000000-0000-4000-8000-000000000000'

/** Ways to see pages, by the page's place in the table of routes and the name of its form. */
export type Visits = Record<string, Record<string, Visit>>
