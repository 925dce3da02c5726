import { words } from './words.ts'

/** Topics under which the city sorts its life situations. */
export const categories = words({
  payments: { cs: 'Poplatky a platby', en: 'Fees and payments' },
  family: { cs: 'Rodina', en: 'Family' },
  documents: { cs: 'Doklady a úřad', en: 'Documents and the office' },
  building: { cs: 'Stavby a veřejný prostor', en: 'Building and public space' },
  support: { cs: 'Podpora a dotace', en: 'Support and grants' },
  portal: { cs: 'Portál občana', en: 'Citizen Portal' },
  other: { cs: 'Ostatní', en: 'Other' },
})
