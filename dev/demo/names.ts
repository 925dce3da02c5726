// Made-up names of the demo city. None is meant to be anybody's.

export const women = [
  'Adéla',
  'Barbora',
  'Dagmar',
  'Gabriela',
  'Iveta',
  'Kateřina',
  'Ludmila',
  'Radka',
  'Soňa',
  'Zdeňka',
]
export const men = ['Aleš', 'Bohumil', 'Dušan', 'František', 'Jiří', 'Luboš', 'Oldřich', 'Radek', 'Štěpán', 'Zdeněk']
export const families = [
  ['Bartošová', 'Bartoš'],
  ['Čechová', 'Čech'],
  ['Dlouhá', 'Dlouhý'],
  ['Hrdličková', 'Hrdlička'],
  ['Jelínková', 'Jelínek'],
  ['Kučerová', 'Kučera'],
  ['Navrátilová', 'Navrátil'],
  ['Růžičková', 'Růžička'],
  ['Šimková', 'Šimek'],
  ['Urbanová', 'Urban'],
  ['Vaňková', 'Vaněk'],
  ['Žáková', 'Žák'],
] as const
export const streets = [
  'Americká',
  'Čs. armády',
  'Dukelských hrdinů',
  'Huťská',
  'Moskevská',
  'Pařížská',
  'Ukrajinská',
  'Vašatova',
]
export const companies = [
  { key: 'warehouses', name: 'Sklady Na Kopci, a.s.' },
  { key: 'bakery', name: 'Pekařství U Dvou koláčů s.r.o.' },
  { key: 'car-repair', name: 'Autoservis Pod Haldou s.r.o.' },
  { key: 'gallery', name: 'Galerie Stará šachta, z.s.' },
  { key: 'dental', name: 'Zubní ordinace Úsměv s.r.o.' },
  { key: 'cafe', name: 'Kavárna Tichá pošta s.r.o.' },
]
export const businesses = [
  { key: 'florist', trade: 'Květiny', given: 'Milada', family: 'Lípová' },
  { key: 'cobbler', trade: 'Opravy obuvi', given: 'Vratislav', family: 'Švec' },
  { key: 'tailor', trade: 'Krejčovství', given: 'Božena', family: 'Nitková' },
]
