import type { Words } from '../../../forms/language.ts'

/** Why money on a statement needs a person, for the clerk who gets it. */
export const whys = {
  'no-symbol': { cs: 'Platba nemá variabilní symbol', en: 'The payment has no variable symbol' },
  'unknown-symbol': {
    cs: 'Takový variabilní symbol na tomto účtu žádný závazek nemá',
    en: 'No debt on this account has such a variable symbol',
  },
  'other-specific-symbol': {
    cs: 'Variabilní symbol známe, ale specifický symbol nesouhlasí',
    en: 'The variable symbol is known, but the specific symbol does not agree',
  },
  'several-debtors': { cs: 'Pod symbolem dluží víc lidí', en: 'Several people owe under the symbol' },
  'nothing-owed': { cs: 'Pod symbolem už se nic nedluží', en: 'Nothing is owed under the symbol any more' },
  'more-than-owed': {
    cs: 'Přišlo víc, než kolik se pod symbolem dluží',
    en: 'More has come than is owed under the symbol',
  },
  'not-exact': { cs: 'Určená částka nepřišla přesně', en: 'A specified amount has not come exactly' },
  'too-late': { cs: 'Určená částka přišla po lhůtě', en: 'A specified amount has come too late' },
  'several-specified': {
    cs: 'Pod symbolem je určená částka a další závazek',
    en: 'Under the symbol there is a specified amount and another debt',
  },
  'seen-before': {
    cs: 'Stejná platba už byla v jiném výpisu',
    en: 'The same payment was in another statement already',
  },
  'unknown-outgoing': {
    cs: 'Z účtu odešly peníze, o kterých portál neví',
    en: 'Money has left the account of which the portal does not know',
  },
  reversal: { cs: 'Banka opravila (stornovala) dřívější pohyb', en: 'The bank has reversed an earlier movement' },
} as const satisfies Record<string, Words>
