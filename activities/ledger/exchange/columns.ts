import { liabilityKinds } from '../../../city/schema.ts'
import { accountToIban } from '../../../forms/bank.ts'
import { worldOf } from '../port.ts'
import { among, dayIn, haleru, like, whole, Wrong } from './values.ts'

/** A debt as the accounting sends it, columns as in the database. Amounts in haléře. */
export type IncomingDebt = ReturnType<typeof debtOf>

const required = [
  'number',
  'kind',
  'year',
  'period',
  'description_cs',
  'issued',
  'due',
  'variable_symbol',
  'account',
  'principal',
  'subject',
  'subject_kind',
  'subject_name',
] as const
const optional = [
  'instalment',
  'instalments',
  'description_en',
  'legal_basis_cs',
  'legal_basis_en',
  'concerns',
  'specific_symbol',
  'late_increase',
  'costs',
  'interest',
  'paid',
  'written_off',
  'state',
  'given_name',
  'family_name',
  'birth_date',
  'birth_number',
  'company_id',
  'data_box',
  'street',
  'house_number',
  'city',
  'zip',
] as const
export const columns: readonly string[] = [...required, ...optional]
export const requiredColumns: readonly string[] = required
export type Column = (typeof required)[number] | (typeof optional)[number]

/** Reads a column of the debt at hand; what is thrown is told with the column's name. */
type Take = <T>(column: Column, read: (text: string) => T) => T
type Maybe = <T, D>(column: Column, read: (text: string) => T, otherwise: D) => T | D

/** The debt in the cells of one record; `accounts` are the IBANs of the city. Calls `wrong` for each cell that cannot be read, and gives undefined then. */
export function debtIn(
  cells: ReadonlyMap<string, string>,
  accounts: ReadonlySet<string>,
  wrong: (column: string, problem: Wrong) => void,
): IncomingDebt | undefined {
  let failed = false
  const fail = (column: string, problem: unknown) => {
    if (!(problem instanceof Wrong)) throw problem
    failed = true
    wrong(column, problem)
  }
  const maybe: Maybe = (column, read, otherwise) => {
    const text = cells.get(column) ?? ''
    if (text === '') return otherwise
    try {
      return read(text)
    } catch (problem) {
      fail(column, problem)
      return otherwise
    }
  }
  const take: Take = (column, read) => {
    const nothing = Symbol('nothing')
    const value = maybe(column, read, nothing)
    if (value !== nothing) return value
    if (!cells.get(column)) fail(column, new Wrong('hodnota chybí', 'the value is missing'))
    return undefined as never
  }
  const debt = debtOf(take, maybe, accounts)
  if (failed) return undefined
  try {
    consistent(debt)
    return debt
  } catch (problem) {
    fail('number', problem)
    return undefined
  }
}

const text = (value: string) => value.normalize('NFC').slice(0, 500)

function debtOf(take: Take, maybe: Maybe, accounts: ReadonlySet<string>) {
  const account = (value: string) => {
    const iban = accountToIban(value) ?? value.replace(/\s/g, '')
    if (accounts.has(iban)) return iban
    throw new Wrong(`účet „${value}“ město nemá`, `the city has no account “${value}”`)
  }
  const symbol = (value: string) =>
    like(value, /^\d{1,10}$/, 'symbol (nejvýše deset číslic)', 'a symbol (ten digits at most)')
  const kind = take('kind', value => among(value, liabilityKinds))
  return {
    number: take('number', value => like(value, /^\S.{0,99}$/, 'číslo předpisu', 'a number of a debt')),
    kind,
    world: worldOf[kind] ?? 'tax',
    year: take('year', value => whole(value, 1990, 2100)),
    period: take('period', value =>
      like(
        value,
        /^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$/,
        'období (2026, 2026-04, 2026-Q1)',
        'a period (2026, 2026-04, 2026-Q1)',
      ),
    ),
    instalment: maybe('instalment', value => whole(value, 1, 400), 1),
    instalments: maybe('instalments', value => whole(value, 1, 400), 1),
    description_cs: take('description_cs', text),
    description_en: maybe('description_en', text, null),
    legal_basis_cs: maybe('legal_basis_cs', text, null),
    legal_basis_en: maybe('legal_basis_en', text, null),
    concerns: maybe('concerns', text, null),
    issued: take('issued', dayIn),
    due: take('due', dayIn),
    variable_symbol: take('variable_symbol', symbol),
    specific_symbol: maybe('specific_symbol', symbol, null),
    account: take('account', account),
    principal: take('principal', haleru),
    late_increase: maybe('late_increase', haleru, 0),
    costs: maybe('costs', haleru, 0),
    interest: maybe('interest', haleru, 0),
    paid: maybe('paid', haleru, 0),
    written_off: maybe('written_off', haleru, 0),
    state: maybe('state', value => among(value, ['open', 'enforcement', 'cancelled']), 'open' as const),
    subject: take('subject', value => like(value, /^\S.{0,99}$/, 'číslo subjektu', 'a number of a subject')),
    subject_kind: take('subject_kind', value => among(value, ['person', 'business', 'company'])),
    subject_name: take('subject_name', text),
    given_name: maybe('given_name', text, null),
    family_name: maybe('family_name', text, null),
    birth_date: maybe('birth_date', dayIn, null),
    birth_number: maybe(
      'birth_number',
      value => like(value.replace('/', ''), /^\d{9,10}$/, 'rodné číslo', 'a birth number'),
      null,
    ),
    company_id: maybe(
      'company_id',
      value => like(value.padStart(8, '0'), /^\d{8}$/, 'IČO', 'a company number (IČO)'),
      null,
    ),
    data_box: maybe(
      'data_box',
      value => like(value.toLowerCase(), /^[a-z0-9]{7}$/, 'ID datové schránky', 'a data box ID'),
      null,
    ),
    address: {
      ...maybe('street', value => ({ street: text(value) }), {}),
      ...maybe('house_number', value => ({ houseNumber: text(value) }), {}),
      ...maybe('city', value => ({ city: text(value) }), {}),
      ...maybe('zip', value => ({ zip: like(value.replace(/\s/g, ''), /^\d{5}$/, 'PSČ', 'a postcode') }), {}),
    },
  }
}

/** What no single column can say. Throws Wrong. */
function consistent(debt: IncomingDebt): void {
  if (debt.instalment > debt.instalments)
    throw new Wrong('splátka má vyšší číslo, než kolik jich je', 'the instalment has a higher number than there are')
  const owed = debt.principal + debt.late_increase + debt.costs + debt.interest
  if (debt.paid + debt.written_off > owed)
    throw new Wrong(
      'zaplaceno a odepsáno je víc, než kolik se předepsalo',
      'more is paid and written off than was prescribed',
    )
}
