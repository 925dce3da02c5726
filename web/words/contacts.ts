import { words } from './words.ts'

export const contactsWords = words({
  title: { cs: 'Kontakty', en: 'Contacts' },
  lead: {
    cs: 'Najděte člověka, který má vaši věc na starosti. Stačí napsat, co řešíte.',
    en: 'Find the person in charge of your matter. Just write what it is about.',
  },
  search: { cs: 'Jméno, odbor nebo věc', en: 'Name, department or matter' },
  searchHint: { cs: 'Například: odpad, matrika, splátky', en: 'For example: waste, civil registry, instalments' },
  found: {
    cs: { one: 'Nalezen {n} člověk', few: 'Nalezeni {n} lidé', other: 'Nalezeno {n} lidí' },
    en: { one: '{n} person found', other: '{n} people found' },
  },
  none: {
    cs: 'Nikoho jsme nenašli. Zkuste jiné slovo, nebo zavolejte na ústřednu.',
    en: 'We found nobody. Try another word, or call the switchboard.',
  },
  departments: { cs: 'Odbory a oddělení', en: 'Departments' },
  responsibleFor: { cs: 'Má na starosti', en: 'In charge of' },
  door: { cs: 'dveře č. {door}', en: 'door {door}' },
  hours: { cs: 'Úřední hodiny', en: 'Office hours' },
  people: { cs: 'Lidé', en: 'People' },
})
