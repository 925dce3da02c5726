import type { CaseView, NewCase } from '../../../api/contract.ts'
import { forget, keep, recall } from '../../forms/kept.ts'
import { file } from '../../queries.ts'

const name = 'order'
interface Filing {
  content: string
  id: string
}
/** For a browser that keeps nothing. */
let last: Filing | null = null

/**
 * Sends an order of this content. Its id is kept in the tab until it has its page at the gateway, so that neither a lost answer nor
 * a reload makes two orders of one. Throws ApiProblem.
 */
export async function sendOrder(content: string, order: Omit<NewCase, 'id'>): Promise<CaseView> {
  const { id, again } = filingOf(content)
  const view = await file({ id, ...order })
  if (!again || view.state !== 'closed') return view
  // what was sent before has ended meanwhile: this is a new wish
  forgetFiling()
  return file({ id: filingOf(content).id, ...order })
}

/** The next order is another one, whatever it holds. */
export const forgetFiling = (): void => {
  last = null
  forget(name)
}

function filingOf(content: string): { id: string; again: boolean } {
  const kept = last ?? recall(name)?.data
  if (isFiling(kept) && kept.content === content) return { id: kept.id, again: true }
  last = { content, id: crypto.randomUUID() }
  keep(name, { data: last, version: 0, at: new Date().toISOString() })
  return { id: last.id, again: false }
}

const isFiling = (kept: unknown): kept is Filing =>
  typeof kept === 'object' &&
  kept !== null &&
  'content' in kept &&
  typeof kept.content === 'string' &&
  'id' in kept &&
  typeof kept.id === 'string'
