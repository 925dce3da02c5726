import type { City } from '../../city/city.ts'
import type { Week } from '../../city/schema.ts'
import type { Department, OfficialContact } from '../contract.ts'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** Opening hours as a list, 1 = Monday; a day without hours is closed. */
export const hoursView = (week: Week) =>
  weekdays.flatMap((name, at) => (week[name] ?? []).map(({ from, to }) => ({ day: at + 1, from, to })))

/** A department with its address; an unknown id falls back to the office's own switchboard. */
export function departmentView(city: City, id: string): Department {
  const department = city.departments.find(d => d.id === id)
  const address = city.addresses.find(a => a.id === department?.address) ?? city.addresses[0]
  return {
    id,
    name: department?.name ?? city.authority,
    address: address
      ? `${address.street}, ${address.postcode.slice(0, 3)} ${address.postcode.slice(3)} ${address.municipality}`
      : '',
    phone: department?.phone ?? city.phone,
    email: department?.email ?? city.email,
    hours: hoursView(department?.hours ?? address?.hours ?? {}),
  }
}

/** Who answers for a department: its head, or the first of its officials; null where the city names nobody. */
export function officialView(city: City, department: string): OfficialContact | null {
  const head = city.departments.find(d => d.id === department)?.head
  const official = city.officials.find(o => o.id === head) ?? city.officials.find(o => o.department === department)
  return official ? contactView(official) : null
}

/** An official as contacts show one. */
export const contactView = (official: City['officials'][number]): OfficialContact => ({
  id: official.id,
  name: [official.titles, official.name].filter(Boolean).join(' '),
  title: official.role,
  department: official.department,
  phone: official.phone,
  email: official.email,
  door: official.door,
  responsible: {
    cs: official.responsible.map(r => r.cs).join('; '),
    en: official.responsible.map(r => r.en).join('; '),
  },
})
