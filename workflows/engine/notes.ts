import type { HouseText } from '../../activities/notifications/house.ts'
import type { CaseMessage } from '../protocol.ts'
import { derived } from './derive.ts'
import type { Journal } from './journal.ts'

const letter: HouseText = 'house/note'

/** Words between citizen and clerk: a happening of the case that moves no step. What the office writes goes by letter to everybody who takes part. */
export function takeNote(m: CaseMessage, journal: Journal): void {
  const text = wordsIn(m.data)
  journal.log({ what: 'noted', actor: m.actor, messageId: m.id, values: { text } })
  if (m.actor.kind === 'official') {
    // nobody named: an older release stored it, or nobody with an account takes part; then it goes to the addressee of the case
    const readers = readersIn(m.data)
    const values = { from: m.actor.name, text }
    // ids come from the message, so that they take no number from what the agenda makes
    if (readers.length === 0) journal.send({ id: derived(m.id, 1), text: letter, values, documents: [] })
    readers.forEach((to, n) => journal.send({ id: derived(m.id, n + 1), text: letter, values, documents: [], to }))
  }
  journal.answered(m.id)
}

const wordsIn = (data: unknown): string =>
  typeof data === 'object' && data !== null && 'text' in data && typeof data.text === 'string' ? data.text : ''

const readersIn = (data: unknown): string[] =>
  typeof data === 'object' && data !== null && 'tell' in data && Array.isArray(data.tell)
    ? data.tell.filter((id): id is string => typeof id === 'string')
    : []
