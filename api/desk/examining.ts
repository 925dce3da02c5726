import { ageOn } from '../../city/fees.ts'
import { inForce } from '../../city/rates.ts'
import type { DeskRule } from '../../city/schema.ts'
import { RegisterAway, type PersonQuery, type RegisteredPerson } from '../../activities/registers/port.ts'
import { today } from '../../forms/day.ts'
import type { DeskDocument, Language, RegisterFinding, Words } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'

/** The city's rules of the desk as they are today. */
export const deskRule = ({ city, now }: Pick<Deps, 'city' | 'now'>): DeskRule =>
  inForce(city.rates.desk, today(now()), 'desk')

/**
 * Holds the document and the birth date against the rules before anybody is found or founded.
 * @throws {Refusal} `invalid` for a document that is no longer valid or a birth date to come, `too-young`
 */
export function examine(
  deps: Pick<Deps, 'city' | 'now'>,
  { document, birthDate }: { document: DeskDocument; birthDate: string | null },
  language: Language,
): void {
  const day = today(deps.now())
  const problem = (path: string, rule: string, words: Words) => {
    throw new Refusal('invalid', { problems: [{ path, rule, message: words[language] }] })
  }
  if (document.validTo < day) problem('/document/validTo', 'notPast', expired)
  if (birthDate === null) return
  if (birthDate > day || birthDate < '1880') problem('/birthDate', 'notFuture', unborn)
  const { fromAge } = deskRule(deps)
  if (ageOn(birthDate, day) < fromAge) throw new Refusal('too-young', { values: { age: fromAge } })
}

const expired: Words = {
  cs: 'Platnost dokladu skončila. Totožnost ověřte podle jiného platného dokladu.',
  en: 'The document is no longer valid. Check the identity by another valid document.',
}
const unborn: Words = {
  cs: 'Zkontrolujte datum narození podle dokladu.',
  en: 'Check the date of birth against the document.',
}

/**
 * Asks the register of inhabitants for the person. A register that is away does not stop the desk: the check is marked, and may be
 * asked again. `matter` is the id of the check, under which the register logs the question.
 * @throws {Refusal} `person-dead`
 */
export async function askRegister(
  { registers, log }: Pick<Deps, 'registers' | 'log'>,
  query: PersonQuery,
  matter: string,
): Promise<{ finding: RegisterFinding; person: RegisteredPerson | null }> {
  const found = await registers.person(query, matter).catch((error: unknown) => {
    if (!(error instanceof RegisterAway)) throw error
    log.warn({ err: error }, 'the register of inhabitants is away')
    return 'away' as const
  })
  if (found === 'away' || found === 'several') return { finding: found, person: null }
  if (found === null) return { finding: 'not-found', person: null }
  if (found.died !== null) throw new Refusal('person-dead')
  return { finding: 'confirmed', person: found }
}
