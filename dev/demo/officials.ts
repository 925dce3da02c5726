import type { City } from '../../city/city.ts'
import { people } from '../identity/people.ts'

export interface DemoOfficial {
  id: string
  name: string
  department: string
  /** Inboxes: the official's department; and duties. */
  roles: string[]
  /** Inboxes they head: late tasks come to them. */
  supervises: string[]
  active: boolean
  email: string | null
  titles: string
  position: { cs: string; en: string } | null
  phone: string | null
  door: string | null
  responsible: { cs: string; en: string }[]
}

/** Departments of the officials who can sign in, for a city whose configuration does not name them. */
const departmentOf: Record<string, string> = {
  'hana-vondrakova': 'finance',
  'petr-kucera': 'finance',
  'milan-riha': 'building',
  'eva-dolezalova': 'registry',
}

/** Who serves people at the desk, doors 005 and 007. */
const atDesk = ['jana-hajkova', 'petra-nemcova']

/** Officials of the city's configuration, and those who can sign in at the demo identity provider. */
export function demoOfficials(city: City): DemoOfficial[] {
  const heads = new Map(city.departments.map(({ id, head }) => [id, head]))
  const named = city.officials.map(
    ({ id, name, department, email, titles, role, phone, door, responsible }): DemoOfficial => ({
      ...{ id, name, department, email, titles, position: role, phone, door, responsible, active: true },
      roles: [department, ...(atDesk.includes(id) ? ['desk'] : [])],
      supervises: heads.get(department) === id ? [department] : [],
    }),
  )
  const missing = people.flatMap(({ official: who, givenName, familyName }) => {
    const department = who && departmentOf[who.id]
    if (!who || !department || named.some(({ id }) => id === who.id)) return []
    return [unnamed(who.id, `${givenName} ${familyName}`, department)]
  })
  return [...named, ...missing]
}

/** Somebody of whom contacts know no more than the name. */
const unnamed = (id: string, name: string, department: string): DemoOfficial => ({
  ...{ id, name, department, roles: [department], supervises: [], active: true },
  ...{ email: null, titles: '', position: null, phone: null, door: null, responsible: [] },
})
