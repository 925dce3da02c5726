/** The shelf an author takes fields from. Each has its name in both languages, and what it may be is in the schema. */
export { optional, section, unless, when } from './fields/about.ts'
export { address } from './fields/address.ts'
export { files, openDebts, payableItems } from './fields/lists.ts'
export {
  account,
  anyAccount,
  birthNumber,
  companyId,
  country,
  dataBoxId,
  email,
  iban,
  phone,
  plate,
  postcode,
  taxId,
  variableSymbol,
} from './fields/numbers.ts'
export { contact, payee, personFO, personPFO, personPO } from './fields/people.ts'
export { consent, count, day, list, longText, money, number, oneOf, someOf, text, tick, yes } from './fields/plain.ts'
export { debt, identifier, overpayment, sentRefund, subject } from './fields/references.ts'
