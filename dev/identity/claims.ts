import type { AccountClaims } from 'oidc-provider'
import type { Level, Means } from './means.ts'
import { acrOf } from './means.ts'
import type { DemoPerson } from './person.ts'
import { fullName, streetLine } from './person.ts'

/** What a visitor decided while signing in; kept with the grant, so that every token of the login tells the same story. */
export type Login = {
  personKey: string
  state: 'now' | 'formerly'
  means: Means['id']
  level: Level
  /** false when the visitor refused to hand over the address */
  address: boolean
  /** seconds since 1970 */
  authTime: number
  fault: string
}

/** Which claims a scope opens. `openid` alone says who signed in and how; the rest follows OpenID Connect Core § 5.4. */
export const claimsByScope = {
  openid: ['sub', 'idp', 'acr', 'amr', 'auth_time', 'ds', 'official'],
  profile: ['name', 'given_name', 'family_name', 'title_before', 'gender', 'birthdate', 'idcard', 'birthnumber'],
  address: ['address'],
  email: ['email', 'email_verified'],
  phone: ['phone_number', 'phone_number_verified'],
}

/**
 * The claims of one login, whatever scope was asked for; the provider picks from them by scope.
 * A means hands over its own attributes only, and no address when that was refused.
 * @param person in the state of the login, see `inState`
 */
export function claimsOf(sub: string, person: DemoPerson, means: Means, login: Login): AccountClaims {
  const claims: AccountClaims = {
    sub,
    idp: means.idp,
    acr: acrOf(login.level),
    amr: login.level === means.level ? means.amr : ['pwd'],
    auth_time: login.authTime,
  }
  for (const attribute of means.attributes) {
    if (attribute === 'address' && !login.address) continue
    Object.assign(claims, attributeClaims[attribute](person))
  }
  return claims
}

const attributeClaims: Record<Means['attributes'][number], (person: DemoPerson) => object> = {
  name: person => ({
    name: fullName(person).replaceAll('\u00a0', ' '),
    given_name: person.givenName,
    family_name: person.familyName,
    ...(person.titleBefore && { title_before: person.titleBefore }),
    gender: person.sex,
  }),
  birthdate: person => ({ birthdate: person.birthdate }),
  birthnumber: person => (person.birthnumber ? { birthnumber: person.birthnumber } : {}),
  idcard: person =>
    person.idcard ? { idcard: { type: 'ID', number: person.idcard.number, valid_to: person.idcard.validTo } } : {},
  address: ({ address }) => {
    const street = streetLine(address).replaceAll('\u00a0', ' ')
    return {
      address: {
        formatted: `${street}\n${address.zip} ${address.city}`,
        street_address: street,
        locality: address.city,
        postal_code: address.zip,
        country: 'CZ',
        street: address.street,
        house_number: address.houseNumber,
        ...(address.orientation && { orientation_number: address.orientation }),
        ruian_reference: address.ruianReference,
      },
    }
  },
  email: person => ({ email: person.email, email_verified: true }),
  phone: person => ({ phone_number: person.phone, phone_number_verified: true }),
  databox: ({ databox }) => {
    if (!databox) return {}
    const { box_id, box_type, user_type, company } = databox
    return {
      ds: {
        box_id,
        box_type,
        user_type,
        ...(company && { company: { name: company.name, company_id: company.companyId } }),
      },
    }
  },
  official: person => (person.official ? { official: { id: person.official.id } } : {}),
}
