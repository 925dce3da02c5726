import type { TProperties } from 'typebox'
import type { Words } from '../language.ts'
import { object, optional, section, unless, when } from './about.ts'
import { address, fills, type Own } from './address.ts'
import { anyAccount, companyId, country, dataBoxId, email, phone } from './numbers.ts'
import { day, list, oneOf, text, tick } from './plain.ts'

/** What people are called: any number of given names, and none for those who have only one name. */
const names = (own: boolean | undefined) => ({
  titleBefore: optional(
    text({ cs: 'Titul před jménem', en: 'Title before the name' }, { max: 50, ...fills(own, 'honorific-prefix') }),
  ),
  singleName: tick({ cs: 'Mám jen jedno jméno', en: 'I have only one name' }),
  givenNames: unless(
    'singleName',
    true,
    text({ cs: 'Jméno, případně jména', en: 'Given name or names' }, { max: 100, ...fills(own, 'given-name') }),
  ),
  surname: text({ cs: 'Příjmení', en: 'Surname' }, { max: 100, ...fills(own, 'family-name') }),
  titleAfter: optional(
    text({ cs: 'Titul za jménem', en: 'Title after the name' }, { max: 50, ...fills(own, 'honorific-suffix') }),
  ),
  birthDate: day(
    { cs: 'Datum narození', en: 'Date of birth' },
    { notFuture: true, help: { cs: 'Například 5. 3. 1985.', en: 'For example 5. 3. 1985.' }, ...fills(own, 'bday') },
  ),
})

const bornOn = (more: TProperties) =>
  'birthNumber' in more ? [{ rule: 'bornOn' as const, path: '/birthNumber', other: '/birthDate' }] : []

/**
 * A person (fyzická osoba): names, date of birth, residence; `more` adds fields that the agenda has a reason to ask for.
 * A field called `birthNumber` must agree with the date of birth.
 */
export function personFO<M extends TProperties = {}>(title: Words, more?: M, { own, ...ask }: Own = {}) {
  const fields = {
    ...names(own),
    residence: address({ title: { cs: 'Trvalý pobyt', en: 'Permanent residence' }, ...(own && { own }) }),
    ...(more ?? ({} as M)),
  }
  return section(title, fields, { ...ask, rules: bornOn(fields) })
}

/** A person in business (podnikající fyzická osoba): the person, the company number, the name and the seat of the business. */
export function personPFO<M extends TProperties = {}>(title: Words, more?: M, { own, ...ask }: Own = {}) {
  const fields = {
    ...names(own),
    companyId: companyId(),
    businessName: optional(
      text(
        { cs: 'Název podnikatele', en: 'Business name' },
        { help: { cs: 'Liší-li se od jména.', en: 'If it differs from the name.' }, ...fills(own, 'organization') },
      ),
    ),
    seat: address({ title: { cs: 'Sídlo', en: 'Seat' } }),
    ...(more ?? ({} as M)),
  }
  return section(title, fields, { ...ask, rules: bornOn(fields) })
}

/** A legal entity (právnická osoba), Czech by its company number or foreign by its own register, and who acts for it. */
export function personPO<M extends TProperties = {}>(title: Words, more?: M, { own, ...ask }: Own = {}) {
  const acting = object(
    {
      givenNames: text({ cs: 'Jméno, případně jména', en: 'Given name or names' }, { max: 100 }),
      surname: text({ cs: 'Příjmení', en: 'Surname' }, { max: 100 }),
      function: text(
        { cs: 'Funkce', en: 'Function' },
        {
          help: { cs: 'Například jednatelka nebo předseda výboru.', en: 'For example director or chair of the board.' },
        },
      ),
    },
    { 'x-title': { cs: 'Kdo jedná za právnickou osobu', en: 'Who acts for the legal entity' } },
  )
  return section(
    title,
    {
      name: text({ cs: 'Název', en: 'Name' }, fills(own, 'organization')),
      foreign: tick({
        cs: 'Zahraniční právnická osoba bez IČO',
        en: 'A foreign legal entity without a Czech company number',
      }),
      companyId: unless('foreign', true, companyId()),
      registerNumber: when(
        'foreign',
        true,
        text({ cs: 'Číslo v zahraničním rejstříku', en: 'Number in the foreign register' }, { max: 50 }),
      ),
      registerCountry: when(
        'foreign',
        true,
        country({ title: { cs: 'Stát rejstříku', en: 'Country of the register' } }),
      ),
      legalForm: optional(text({ cs: 'Právní forma', en: 'Legal form' }, { max: 100 })),
      seat: address({ title: { cs: 'Sídlo', en: 'Seat' } }),
      dataBoxId: optional(dataBoxId()),
      acting: list({ cs: 'Jednající osoby', en: 'Acting persons' }, acting, { max: 10 }),
      ...(more ?? ({} as M)),
    },
    ask,
  )
}

/** How to reach somebody: e-mail, telephone if they like, and in which language. */
export function contact({ title = { cs: 'Kontakt', en: 'Contact' }, own, ...ask }: Own & { title?: Words } = {}) {
  return section(
    title,
    {
      email: email(fills(own, 'email')),
      phone: optional(phone(fills(own, 'tel'))),
      language: optional(
        oneOf(
          { cs: 'Jazyk zpráv', en: 'Language of messages' },
          { cs: { cs: 'Čeština', en: 'Czech' }, en: { cs: 'Angličtina', en: 'English' } },
        ),
      ),
    },
    ask,
  )
}

/** Where to send money to: an account of a Czech bank or an IBAN, and whose it is. */
export function payee({
  title = { cs: 'Účet, na který peníze pošleme', en: 'The account we will send the money to' },
  ...ask
}: { title?: Words; help?: Words } = {}) {
  return section(title, { account: anyAccount(), holder: text({ cs: 'Majitel účtu', en: 'Account holder' }) }, ask)
}
