import type { HouseText } from '../../activities/notifications/house.ts'
import type { CaseMessage } from '../protocol.ts'
import { derived } from './derive.ts'
import type { Journal } from './journal.ts'

const letter: HouseText = 'house/note'

/** Words between citizen and clerk: a happening of the case that moves no step. What the office writes goes to the citizen by letter. */
export function takeNote(m: CaseMessage, journal: Journal): void {
  const text = wordsIn(m.data)
  journal.log({ what: 'noted', actor: m.actor, messageId: m.id, values: { text } })
  // its id comes from the message, so that it takes no number from what the agenda makes
  if (m.actor.kind === 'official')
    journal.send({ id: derived(m.id, 1), text: letter, values: { from: m.actor.name, text }, documents: [] })
  journal.answered(m.id)
}

const wordsIn = (data: unknown): string =>
  typeof data === 'object' && data !== null && 'text' in data && typeof data.text === 'string' ? data.text : ''
