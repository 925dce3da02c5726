/** The means of identification a demo citizen can hold. */
export type PersonalMeans = 'bankid' | 'eobcanka' | 'mobilniklic' | 'mojeid' | 'databox'

/** A text in both languages of the portal. */
export type Bilingual = { cs: string; en: string }

/** An address in the shape the registers use: číslo popisné, číslo orientační, PSČ and the RÚIAN code of the address point. */
export type DemoAddress = {
  street: string
  /** číslo popisné */
  houseNumber: string
  /** číslo orientační, with its letter */
  orientation?: string
  city: string
  /** PSČ as written on letters, '272 01' */
  zip: string
  ruianReference: string
}

/** The data box a person opens when signing in by it. Box and user types are those of ISDS. */
export type DemoDatabox = {
  box_id: string
  box_type: 'FO' | 'PFO' | 'PO' | 'OVM'
  user_type: 'PRIMARY_USER' | 'ENTRUSTED_USER' | 'ADMINISTRATOR'
  /** whose box it is, for PO and PFO; companyId is the IČO */
  company?: { name: string; companyId: string }
}

/** A made-up person who can sign in at the demo identity provider. */
export type DemoPerson = {
  /** stable name in addresses and tests, e.g. 'sarka-durickova' */
  key: string
  givenName: string
  familyName: string
  titleBefore?: string
  /** 'YYYY-MM-DD' */
  birthdate: string
  sex: 'female' | 'male'
  address: DemoAddress
  /** rodné číslo without the slash; foreigners may have none */
  birthnumber?: string
  /** občanský průkaz; validTo 'YYYY-MM-DD' */
  idcard?: { number: string; validTo: string }
  email: string
  /** E.164 */
  phone: string
  means: PersonalMeans[]
  /** the register of inhabitants knows of the death; the means have not been blocked yet */
  deceased?: boolean
  databox?: DemoDatabox
  /** an employee of the town hall; id is the official's id in the city's configuration */
  official?: { id: string }
  /** how the same person was known before a change of surname; offered as a second choice on the page */
  formerly?: { familyName: string; idcard?: { number: string; validTo: string } }
  /** one sentence for the page: what is worth trying with this person */
  story: Bilingual
}

/** The two states of a person whose surname changed. */
export type NameState = 'now' | 'formerly'

/**
 * The person as the means would have described them in the given state.
 * A person who never changed their name is the same in both.
 */
export function inState(person: DemoPerson, state: NameState): DemoPerson {
  if (state === 'now' || !person.formerly) return person
  return { ...person, ...person.formerly }
}

/** Name with the title, as written on a letter. */
export function fullName(person: Pick<DemoPerson, 'titleBefore' | 'givenName' | 'familyName'>): string {
  return [person.titleBefore, person.givenName, person.familyName].filter(Boolean).join('\u00a0')
}

/** One line of an address: 'Vrchlického 2345/12, 272 01 Kladno'. */
export function addressLine(address: DemoAddress): string {
  return `${streetLine(address)}, ${address.zip.replace(' ', '\u00a0')}\u00a0${address.city}`
}

/** Street with both house numbers: 'Vrchlického 2345/12'. */
export function streetLine(address: DemoAddress): string {
  const number = address.orientation ? `${address.houseNumber}/${address.orientation}` : address.houseNumber
  return `${address.street}\u00a0${number}`
}

/** An address in Kladno. The RÚIAN codes are made up: eight digits from 99 000 001, a range the register does not use. */
export function kladno(
  street: string,
  houseNumber: string,
  orientation: string,
  zip: string,
  code: number,
): DemoAddress {
  return { street, houseNumber, orientation, city: 'Kladno', zip, ruianReference: String(99_000_000 + code) }
}
