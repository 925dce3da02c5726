import type { Address } from '../../db/tables/people.ts'

/** One line: „Vrchlického 2345/12, 272 01 Kladno“. */
export function addressLine({ street, houseNumber, orientationNumber, zip, city }: Address): string {
  const number = [houseNumber, orientationNumber].filter(Boolean).join('/')
  const post = zip?.replace(/^(\d{3})\s?(\d{2})$/, '$1\u00a0$2')
  return [[street, number].filter(Boolean).join(' '), [post, city].filter(Boolean).join(' ')].filter(Boolean).join(', ')
}
