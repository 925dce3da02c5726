import type { City } from '../../city/city.ts'
import { people } from '../identity/people.ts'

export interface DemoOfficial {
  id: string
  name: string
  department: string
  /** Inboxes: the official's department; and duties. */
  roles: string[]
  active: boolean
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
  const named = city.officials.map(({ id, name, department }) => official(id, name, department))
  const missing = people.flatMap(({ official: who, givenName, familyName }) => {
    const department = who && departmentOf[who.id]
    if (!who || !department || named.some(({ id }) => id === who.id)) return []
    return [official(who.id, `${givenName} ${familyName}`, department)]
  })
  return [...named, ...missing]
}

const official = (id: string, name: string, department: string): DemoOfficial => ({
  id,
  name,
  department,
  roles: [department, ...(atDesk.includes(id) ? ['desk'] : [])],
  active: true,
})
