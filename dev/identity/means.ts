import type { Bilingual, DemoPerson, PersonalMeans } from './person.ts'

/** Levels of assurance, eIDAS 910/2014 article 8. */
export type Level = 'low' | 'substantial' | 'high'

/** What a visitor can pick on the page. mojeID by password alone is the same account as mojeID, less surely known. */
export type MeansId = PersonalMeans | 'mojeid-password' | 'employee'

/** A piece of identity a means can hand over. */
export type Attribute =
  'name' | 'birthdate' | 'address' | 'idcard' | 'birthnumber' | 'email' | 'phone' | 'databox' | 'official'

export type Means = {
  id: MeansId
  /** value of the claim `idp`, and what the pseudonym is bound to */
  idp: PersonalMeans | 'employee'
  level: Level
  /** authentication methods, RFC 8176 */
  amr: string[]
  attributes: Attribute[]
  name: Bilingual
}

const personal: Attribute[] = ['name', 'birthdate', 'address', 'idcard', 'email', 'phone']

/**
 * The means on offer, in the order of the page: about three quarters of logins are by bank identity, so it is first.
 * Birth numbers come from bank identity alone: the national point (NIA) hands over none.
 *
 * @param databoxLevel the level at which the data box is trusted; no rule assigns one, so the city decides
 */
export function meansOnOffer(databoxLevel: Level): Means[] {
  return [
    {
      id: 'bankid',
      idp: 'bankid',
      level: 'substantial',
      amr: ['mfa', 'swk', 'pin'],
      attributes: [...personal, 'birthnumber'],
      name: { cs: 'Bankovní identita', en: 'Bank identity' },
    },
    {
      id: 'eobcanka',
      idp: 'eobcanka',
      level: 'high',
      amr: ['mfa', 'sc', 'pin'],
      attributes: personal,
      name: { cs: 'eObčanka', en: 'eObčanka (ID card with a chip)' },
    },
    {
      id: 'mobilniklic',
      idp: 'mobilniklic',
      level: 'substantial',
      amr: ['mfa', 'swk', 'pin'],
      attributes: personal,
      name: { cs: 'Mobilní klíč eGovernmentu', en: 'eGovernment Mobile Key' },
    },
    {
      id: 'mojeid',
      idp: 'mojeid',
      level: 'substantial',
      amr: ['mfa', 'hwk', 'pwd'],
      attributes: personal,
      name: { cs: 'mojeID', en: 'mojeID' },
    },
    {
      id: 'mojeid-password',
      idp: 'mojeid',
      level: 'low',
      amr: ['pwd'],
      attributes: personal,
      name: { cs: 'mojeID heslem', en: 'mojeID by password' },
    },
    {
      id: 'databox',
      idp: 'databox',
      level: databoxLevel,
      amr: ['mfa', 'pwd', 'otp'],
      attributes: ['name', 'birthdate', 'databox'],
      name: { cs: 'Datová schránka', en: 'Data box' },
    },
    {
      id: 'employee',
      idp: 'employee',
      level: 'substantial',
      amr: ['mfa', 'pwd', 'otp'],
      attributes: ['name', 'email', 'official'],
      name: { cs: 'Zaměstnanec magistrátu', en: 'Town hall employee' },
    },
  ]
}

/** Whether the person can sign in by the means. */
export function holds(person: DemoPerson, means: Means): boolean {
  if (means.idp === 'employee') return person.official !== undefined
  return person.means.includes(means.idp)
}

/** The claim `acr` for a level: the eIDAS URI that the national point uses too. */
export function acrOf(level: Level): string {
  return `http://eidas.europa.eu/LoA/${level}`
}

const order: Level[] = ['low', 'substantial', 'high']

/** All values of `acr`, the lowest first. */
export const acrValues = order.map(acrOf)

/** Whether a level is at least as high as the one asked for. */
export function reaches(level: Level, required: Level): boolean {
  return order.indexOf(level) >= order.indexOf(required)
}

/**
 * The level a request asks for: the lowest of its `acr_values`, as any one of them satisfies the client
 * (OpenID Connect Core § 3.1.2.1). Nothing asked, or nothing known, means any level.
 */
export function requiredLevel(requested: unknown): Level {
  if (typeof requested !== 'string') return 'low'
  const asked = requested.split(' ')
  return order.find(level => asked.includes(acrOf(level))) ?? 'low'
}
