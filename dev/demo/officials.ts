import { officialOf, type NewOfficialRow } from '../../api/officials/keep.ts'
import type { City } from '../../city/city.ts'
import { people } from '../identity/people.ts'

/** Departments of the officials who can sign in, for a city whose configuration does not name them. */
const departmentOf: Record<string, string> = {
  'hana-vondrakova': 'finance',
  'petr-kucera': 'finance',
  'milan-riha': 'building',
  'eva-dolezalova': 'registry',
}

/** Officials of the city's configuration, and those who can sign in at the demo identity provider. */
export function demoOfficials(city: City): NewOfficialRow[] {
  const named = city.officials.map(official => officialOf(city, official))
  const missing = people.flatMap(({ official: who, givenName, familyName }) => {
    const department = who && departmentOf[who.id]
    if (!who || !department || named.some(({ id }) => id === who.id)) return []
    return [unlisted(who.id, `${givenName} ${familyName}`, department)]
  })
  return [...named, ...missing]
}

/** Somebody who decides but stands in no contacts. */
const unlisted = (id: string, name: string, department: string): NewOfficialRow => ({
  ...{ id, name, department, roles: [department], supervises: [] },
  ...{ email: null, titles: '', position: null, phone: null, door: null, responsible: [], photo: null },
})
