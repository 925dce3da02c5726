import type { Day } from '../../city/calendar.ts'

/** A natural person as others name them. */
export interface Named {
  givenName: string
  familyName: string
  birthDate: Day
}

const plain = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('cs')

/** Whether two namings are of one person: names agree whatever their case, diacritics decide, and so does the birth date. */
export const samePerson = (one: Named, other: Named): boolean =>
  one.birthDate === other.birthDate &&
  plain(one.givenName) === plain(other.givenName) &&
  plain(one.familyName) === plain(other.familyName)

/** The whole name. */
export const fullName = ({ givenName, familyName }: Pick<Named, 'givenName' | 'familyName'>): string =>
  [givenName, familyName].filter(Boolean).join(' ')
