import Type from 'typebox'
import type { Static } from 'typebox'
import { isDay } from '../../city/calendar.ts'
import type { Address } from '../../db/tables/people.ts'
import { fits } from '../judge.ts'
import type { Assurance } from '../contract.ts'
import { levelOf } from './level.ts'
import type { Claims } from './provider.ts'

/** A citizen as a means of identification vouches for them. `birthDate` is a day; e-mail and phone are contacts, never proof. */
export interface VerifiedCitizen {
  kind: 'citizen'
  sub: string
  means: string
  assurance: Assurance
  givenName: string
  familyName: string
  birthDate: string
  birthNumber: string | undefined
  address: Address | undefined
  email: string | undefined
  phone: string | undefined
}

/** A town-hall employee: the provider says which official it is. */
export interface VerifiedOfficial {
  kind: 'official'
  officialId: string
  means: string
  assurance: Assurance
}

const text = Type.String({ minLength: 1, maxLength: 200 })
const Who = Type.Object({ sub: text, given_name: text, family_name: text, birthdate: text })
const Official = Type.Object({ official: Type.Object({ id: text }) })
const AddressClaim = Type.Object({
  locality: text,
  street_address: Type.Optional(text),
  street: Type.Optional(text),
  house_number: Type.Optional(text),
  orientation_number: Type.Optional(text),
  postal_code: Type.Optional(text),
  country: Type.Optional(text),
  ruian_reference: Type.Optional(Type.Union([text, Type.Integer()])),
})

/**
 * Reads the claims of a sign-in; null when what we need was not handed over: an official's id, or the names and the birth date.
 * A missing address is fine, though pairing with the city's ledger may then need a clerk's help.
 */
export function verified(claims: Claims): VerifiedCitizen | VerifiedOfficial | null {
  const { birthnumber, address, email, phone_number: phone } = claims
  const assurance = levelOf(claims['acr'])
  const means = textOf(claims['idp']) ?? 'oidc'
  if (fits(Official, claims)) return { kind: 'official', officialId: claims.official.id, means, assurance }
  // a birth date without its year begins with 0000 (OpenID Connect Core § 5.1)
  if (!fits(Who, claims) || !isDay(claims.birthdate) || claims.birthdate < '1800') return null
  return {
    kind: 'citizen',
    sub: claims.sub,
    means,
    assurance,
    givenName: claims.given_name.trim().normalize('NFC'),
    familyName: claims.family_name.trim().normalize('NFC'),
    birthDate: claims.birthdate,
    birthNumber: textOf(birthnumber)?.replace('/', ''),
    address: fits(AddressClaim, address) ? addressOf(address) : undefined,
    email: textOf(email),
    phone: textOf(phone)?.replace(/\s/g, ''),
  }
}

const textOf = (value: unknown) => (fits(text, value) ? value : undefined)

function addressOf(claim: Static<typeof AddressClaim>): Address {
  const street = claim.street ?? claim.street_address
  return {
    city: claim.locality,
    ...(street !== undefined && { street }),
    ...(claim.house_number !== undefined && { houseNumber: claim.house_number }),
    ...(claim.orientation_number !== undefined && { orientationNumber: claim.orientation_number }),
    ...(claim.postal_code !== undefined && { zip: claim.postal_code }),
    ...(claim.country !== undefined && { country: claim.country }),
    ...(claim.ruian_reference !== undefined && { ruianCode: String(claim.ruian_reference) }),
  }
}
