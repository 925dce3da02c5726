import { Integer } from 'typebox'
import type { Words } from '../language.ts'
import { type Ask, optional, section, unless, when } from './about.ts'
import { country, postcode } from './numbers.ts'
import { longText, oneOf, text, tick } from './plain.ts'

/** `own`: people write about themselves, so the browser may fill in what it knows (WCAG 1.3.5). */
export type Own = { own?: boolean; help?: Words }
export const fills = (own: boolean | undefined, purpose: string): Pick<Ask, 'autocomplete'> =>
  own ? { autocomplete: purpose } : {}

/**
 * An address in the Czech Republic by its parts, or lines of free text abroad. `ruianCode` is the code of the address
 * in the register RÚIAN, set by the control when the address was chosen from it; the text is kept beside it.
 */
export function address({ title = { cs: 'Adresa', en: 'Address' }, own, ...ask }: Own & { title?: Words } = {}) {
  const digits = {
    pattern: { cs: 'Číslo domu má jednu až čtyři číslice.', en: 'A house number has one to four digits.' },
  }
  const orientation = {
    pattern: {
      cs: 'Napište číslo a případně písmeno, například 12 nebo 12a.',
      en: 'Write a number and a letter if there is one, for example 12 or 12a.',
    },
  }
  return section(
    title,
    {
      ruianCode: optional(
        Integer({
          minimum: 1,
          maximum: 999_999_999,
          'x-title': { cs: 'Kód adresního místa', en: 'Address code' },
          'x-control': false,
        }),
      ),
      abroad: tick({ cs: 'Adresa je v zahraničí', en: 'The address is abroad' }),
      street: unless(
        'abroad',
        true,
        optional(
          text(
            { cs: 'Ulice', en: 'Street' },
            {
              help: { cs: 'Nemá-li obec ulice, nechte prázdné.', en: 'Leave it empty if the village has no streets.' },
            },
          ),
        ),
      ),
      houseNumber: unless(
        'abroad',
        true,
        text({ cs: 'Číslo popisné nebo evidenční', en: 'House number' }, { pattern: '^\\d{1,4}$', messages: digits }),
      ),
      houseNumberType: unless(
        'abroad',
        true,
        optional(
          oneOf(
            { cs: 'Druh čísla', en: 'Kind of number' },
            {
              cp: { cs: 'Popisné', en: 'Descriptive (č. p.)' },
              ce: { cs: 'Evidenční (rekreační objekt)', en: 'Registration (č. ev.)' },
            },
          ),
        ),
      ),
      orientationNumber: unless(
        'abroad',
        true,
        optional(
          text(
            { cs: 'Číslo orientační', en: 'Orientation number' },
            { pattern: '^\\d{1,3}[a-zA-Z]?$', messages: orientation },
          ),
        ),
      ),
      municipalityPart: unless('abroad', true, optional(text({ cs: 'Část obce', en: 'Part of the municipality' }))),
      municipality: unless('abroad', true, text({ cs: 'Obec', en: 'Municipality' }, fills(own, 'address-level2'))),
      zip: unless('abroad', true, postcode(fills(own, 'postal-code'))),
      country: when('abroad', true, country(fills(own, 'country'))),
      lines: when(
        'abroad',
        true,
        longText(
          { cs: 'Adresa, jak se píše na obálku', en: 'The address as written on an envelope' },
          { max: 500, ...fills(own, 'street-address') },
        ),
      ),
    },
    { ...ask, control: { suggest: 'address' } },
  )
}
