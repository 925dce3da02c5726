import { isDay } from './calendar.ts'
import { ibanOf } from './iban.ts'
import { overlap } from './rates.ts'
import { liabilityKinds } from './schema.ts'
import type { CityFile, Dated, Department, Official, Rates } from './schema.ts'
import type { Static } from 'typebox'

/** A contradiction within a city folder: the file it lies in and a sentence that says what and where. */
export interface Misfit {
  file: string
  text: string
}

type Folder = Static<typeof CityFile> & { departments: Department[]; officials: Official[]; rates: Rates }

/** What no schema can say: references that lead nowhere, ids given twice, wrong account numbers, overlapping dates. */
export function misfits(city: Folder): Misfit[] {
  return [...accounts(city), ...people(city), ...dates(city.rates)]
}

function accounts(city: Folder): Misfit[] {
  const file = 'city.json'
  const own = liabilityKinds.map(kind => ({ at: `/accounts/${kind}`, ...city.accounts[kind] }))
  const others = city.cardPayouts.map((one, at) => ({ at: `/cardPayouts/${at}`, ...one }))
  const wrong = [...own, ...others].flatMap(({ at, account, iban }) => {
    const right = ibanOf(account)
    if (right === null) return [`at ${at}: ${account} is not a valid Czech account number`]
    return right === iban ? [] : [`at ${at}: the IBAN of ${account} is ${right}, not ${iban}`]
  })
  if (!isCompanyId(city.companyId.value)) wrong.push(`at /companyId: ${city.companyId.value} is not a valid IČO`)
  return wrong.map(text => ({ file, text }))
}

/** IČO: eight digits, the last one a check modulo 11. */
function isCompanyId(id: string): boolean {
  if (!/^\d{8}$/.test(id)) return false
  const rest = [8, 7, 6, 5, 4, 3, 2].reduce((sum, weight, at) => sum + weight * Number(id[at]), 0) % 11
  return Number(id[7]) === (11 - rest) % 10
}

function people(city: Folder): Misfit[] {
  const [departments, officials] = [city.departments.map(d => d.id), city.officials.map(o => o.id)]
  const addresses = city.addresses.map(a => a.id)
  const found: Misfit[] = [
    ...twice('departments.json', departments),
    ...twice('officials.json', officials),
    ...twice('city.json', addresses),
    ...twice(
      'city.json',
      city.categories.map(c => c.id),
    ),
  ]
  const missing = (file: string, who: string, what: string, id: string) =>
    found.push({ file, text: `${who}: there is no ${what} “${id}”` })
  for (const department of city.departments) {
    const { id, address, head } = department
    if (!addresses.includes(address)) missing('departments.json', id, 'address', address)
    if (head !== null && !officials.includes(head)) missing('departments.json', id, 'official', head)
  }
  for (const { id, department } of city.officials) {
    if (!departments.includes(department)) missing('officials.json', id, 'department', department)
  }
  const { department } = city.signInHelp
  if (!departments.includes(department)) missing('city.json', 'at /signInHelp', 'department', department)
  return found
}

function twice(file: string, ids: string[]): Misfit[] {
  return ids.filter((id, at) => ids.indexOf(id) !== at).map(id => ({ file, text: `the id “${id}” stands there twice` }))
}

function dates(rates: Rates): Misfit[] {
  const file = 'rates.json'
  return series(rates, '').flatMap(([place, facts]) => {
    const bad = facts.flatMap(fact => [fact.validFrom, fact.validTo ?? fact.validFrom]).find(day => !isDay(day))
    if (bad !== undefined) return [{ file, text: `at ${place}: “${bad}” is not a day of the calendar` }]
    const text = overlap(facts)
    return text === null ? [] : [{ file, text: `at ${place}: one entry ${text}` }]
  })
}

/** Every series of dated facts in the rates with its place, however deep it lies. */
function series(value: unknown, place: string): [string, Dated[]][] {
  if (Array.isArray(value)) {
    const facts = value.filter(isDated)
    return facts.length > 0 ? [[place, facts]] : []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => series(inner, `${place}/${key}`))
}

function isDated(value: unknown): value is Dated {
  return typeof value === 'object' && value !== null && 'validFrom' in value && 'legalBasis' in value
}
