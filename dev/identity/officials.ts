import type { Bilingual, DemoAddress, DemoPerson } from './person.ts'
import { kladno } from './person.ts'

/**
 * Officials named in the city's configuration who can sign in: at least one for each department, so that every
 * application has somebody to decide it. The id is the official's id there; so is the e-mail.
 */
export const officials: DemoPerson[] = [
  official('dana-stecova', 'Dana', 'Štecová', 'female', '1972-08-19', kladno('Hřebečská', '2671', '3', '272 01', 31), {
    cs: 'Vedoucí odboru finančního.',
    en: 'Head of the Finance Department.',
  }),
  official('jana-hajkova', 'Jana', 'Hájková', 'female', '1990-04-07', kladno('Wolkerova', '2766', '5', '272 01', 32), {
    cs: 'Správkyně místních poplatků na odboru finančním; ve dveřích 005 pomáhá lidem osobně.',
    en: 'Administrator of local fees at the Finance Department; helps people in person at door 005.',
  }),
  official(
    'petra-nemcova',
    'Petra',
    'Němcová',
    'female',
    '1987-02-14',
    kladno('Pařížská', '2209', '11', '272 01', 41),
    {
      cs: 'Pracovnice pro platby a účty v portálu; ve dveřích 007 pomáhá lidem osobně.',
      en: 'Payments and portal accounts; helps people in person at door 007.',
    },
  ),
  official(
    'lenka-vankova',
    'Lenka',
    'Vaňková',
    'female',
    '1978-12-01',
    kladno('Klikorkova', '2117', '9', '272 01', 33),
    {
      cs: 'Matrikářka.',
      en: 'Registrar at the Civil Registry.',
    },
  ),
  official(
    'eva-rezacova',
    'Eva',
    'Řezáčová',
    'female',
    '1983-03-25',
    kladno('Na Vyhaslém', '3265', '7', '272 01', 34),
    {
      cs: 'Vedoucí Centra správních agend.',
      en: 'Head of the Administrative Service Centre.',
    },
  ),
  official('pavel-kolar', 'Pavel', 'Kolář', 'male', '1969-05-14', kladno('Ružinovská', '1150', '2', '272 01', 35), {
    cs: 'Vedoucí stavebního úřadu.',
    en: 'Head of the Building Authority.',
  }),
  official('martin-dusek', 'Martin', 'Dušek', 'male', '1976-10-28', kladno('Litoměřická', '2504', '6', '272 01', 36), {
    cs: 'Vedoucí odboru dopravy.',
    en: 'Head of the Transport Department.',
  }),
  official('hana-pokorna', 'Hana', 'Pokorná', 'female', '1974-01-11', kladno('Dánská', '2315', '8', '272 01', 37), {
    cs: 'Vedoucí odboru majetku.',
    en: 'Head of the City Property Department.',
  }),
  official('jiri-vlk', 'Jiří', 'Vlk', 'male', '1967-07-03', kladno('Finská', '2322', '4', '272 01', 38), {
    cs: 'Vedoucí oddělení vodního hospodářství.',
    en: 'Head of Water Management.',
  }),
  official('ivana-maskova', 'Ivana', 'Mašková', 'female', '1981-06-17', kladno('Italská', '2455', '1', '272 01', 39), {
    cs: 'Vedoucí oddělení dotací.',
    en: 'Head of the Grants Office.',
  }),
  official('alena-fialova', 'Alena', 'Fialová', 'female', '1965-09-22', kladno('Norská', '2540', '12', '272 01', 40), {
    cs: 'Vedoucí podatelny.',
    en: 'Head of the mail room.',
  }),
]

function official(
  id: string,
  givenName: string,
  familyName: string,
  sex: DemoPerson['sex'],
  birthdate: string,
  address: DemoAddress,
  story: Bilingual,
): DemoPerson {
  const code = Number(address.ruianReference) % 1000
  return {
    key: id,
    givenName,
    familyName,
    sex,
    birthdate,
    address,
    email: `${id.replace('-', '.')}@kladno.example`,
    phone: `+420312000${String(code).padStart(3, '0')}`,
    means: [],
    official: { id },
    story,
  }
}
