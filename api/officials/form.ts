import type { City } from '../../city/city.ts'
import { email, list, oneOf, optional, phone, section, someOf, text } from '../../forms/fields.ts'
import { form, type Data } from '../../forms/form.ts'

/** What the keeper of contacts fills in about an official; the departments are the city's. */
export function officialForm(city: City) {
  return form(fieldsOf(city))
}
export type OfficialData = Data<ReturnType<typeof officialForm>>

/** The same for somebody new, with the id by which they sign in. */
export function newOfficialForm(city: City) {
  return form({
    id: text(
      { cs: 'Přihlašovací jméno', en: 'Sign-in name' },
      {
        max: 60,
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        help: {
          cs: 'Podle něj portál pozná zaměstnance při přihlášení, například jana-novakova. Později ho změnit nejde.',
          en: 'By it the portal knows the employee at sign-in, for example jana-novakova. It cannot be changed later.',
        },
        messages: {
          pattern: {
            cs: 'Jen malá písmena bez diakritiky, číslice a spojovníky, například jana-novakova.',
            en: 'Only lower-case letters without diacritics, digits and hyphens, for example jana-novakova.',
          },
        },
      },
    ),
    ...fieldsOf(city),
  })
}

function fieldsOf(city: City) {
  const departments = Object.fromEntries(city.departments.map(({ id, name }) => [id, name]))
  const czech = text({ cs: 'Česky', en: 'In Czech' })
  const english = text({ cs: 'Anglicky', en: 'In English' })
  return {
    titles: optional(text({ cs: 'Titul před jménem', en: 'Title before the name' }, { max: 40 })),
    name: text({ cs: 'Jméno a příjmení', en: 'Name and surname' }, { max: 100 }),
    department: oneOf({ cs: 'Odbor nebo oddělení', en: 'Department' }, departments),
    phone: phone(),
    email: email(),
    door: optional(text({ cs: 'Číslo dveří', en: 'Door' }, { max: 20 })),
    position: section({ cs: 'Funkce', en: 'Position' }, { cs: czech, en: english }),
    responsible: optional(
      list(
        { cs: 'Co má na starosti', en: 'In charge of' },
        section({ cs: 'Agenda', en: 'Matter' }, { cs: czech, en: english }),
        {
          max: 30,
          help: { cs: 'Podle těchto slov lidé hledají v kontaktech.', en: 'People search contacts by these words.' },
        },
      ),
    ),
    inboxes: optional(
      someOf({ cs: 'Schránky úkolů, které vyřizuje', en: 'Inboxes whose tasks they settle' }, departments, { min: 0 }),
    ),
    supervises: optional(
      someOf({ cs: 'Vede', en: 'Heads' }, departments, {
        min: 0,
        help: {
          cs: 'Dostává zpožděné úkoly odboru a v kontaktech je jako jeho vedoucí.',
          en: 'They get the late tasks of the department and are its head in contacts.',
        },
      }),
    ),
    duties: optional(
      someOf(
        { cs: 'Další pověření', en: 'Other duties' },
        {
          desk: { cs: 'Obsluhuje lidi u přepážky', en: 'Serves people at the desk' },
          admin: { cs: 'Spravuje kontakty', en: 'Keeps the contacts' },
          treasurer: {
            cs: 'Vede pokladnu města: výpisy z banky a závazky',
            en: 'Keeps the money: bank statements and debts',
          },
        },
        { min: 0 },
      ),
    ),
  }
}
