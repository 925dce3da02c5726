import type { Day } from './calendar.ts'
import type { City } from './city.ts'
import { GuideError } from './guide-file.ts'
import { amountOn, termOn } from './rates.ts'
import type { Text } from './schema.ts'
import type { Ground } from './rates.ts'
import { money, typeset } from './typeset.ts'
import type { Language } from './typeset.ts'

const hint = { cs: ' (ověřte si u pracovníka)', en: ' (please check with the official)' }

/** How a guide names an official, by their id; undefined for one that the city does not know. */
export type NameOf = (official: string) => Text | undefined
/** What stands in a guide beside its words: sums and terms from the rates, and people. */
export type Source = Pick<City, 'rates'> & { nameOf: NameOf }

/** The officials as the city's folder names them. */
export const namedIn =
  ({ officials }: Pick<City, 'officials'>): NameOf =>
  id => {
    const official = officials.find(one => one.id === id)
    return official && nameAndDoor(official)
  }

/** „Jana Hájková, dveře číslo 005“ */
export const nameAndDoor = ({ name, door }: { name: string; door: string }): Text =>
  door === '' ? { cs: name, en: name } : { cs: `${name}, dveře číslo ${door}`, en: `${name}, door ${door}` }

/**
 * Fills `{{amount:id}}` and `{{term:id}}` with what the rates say on a day and `{{official:id}}` with name and door,
 * and sets the text. An unconfirmed fact is followed by a request to check it, so that no guide can state it as law.
 * Terms come in the genitive, „15 dnů“, as after „do“ and „lhůta“. Throws GuideError with file and line if the city
 * does not know the id.
 */
export function fillIn(text: string, language: Language, city: Source, day: Day, file: string, line: number): string {
  const { rates, nameOf } = city
  const filled = text.replace(/\{\{([^}]*)\}\}/g, (_, inner: string) => {
    const [kind, id = ''] = inner.split(':')
    try {
      if (kind === 'amount') {
        const { amount, ground } = amountOn(rates, id, day)
        return money(amount, language) + note(ground, language)
      }
      if (kind === 'term') {
        const { term, ground } = termOn(rates, id, day)
        return length(term.days, term.unit, language) + note(ground, language)
      }
      if (kind === 'official') {
        const named = nameOf(id)
        if (!named) throw new RangeError(`there is no official “${id}”`)
        return named[language]
      }
    } catch (error) {
      throw new GuideError(file, line, error instanceof Error ? error.message : String(error))
    }
    throw new GuideError(file, line, `“{{${inner}}}” is not known; write {{amount:id}}, {{term:id}} or {{official:id}}`)
  })
  return typeset(filled, language)
}

function note(ground: Ground, language: Language): string {
  return ground.asLaw ? '' : hint[language]
}

function length(days: number, unit: 'days' | 'working-days', language: Language): string {
  const one = days === 1
  if (language === 'cs')
    return `${days} ${unit === 'days' ? '' : one ? 'pracovního ' : 'pracovních '}${one ? 'dne' : 'dnů'}`
  return `${days} ${unit === 'days' ? '' : 'working '}${one ? 'day' : 'days'}`
}
