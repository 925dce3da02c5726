import type { City } from '../../city/city.ts'
import type { Week } from '../../city/schema.ts'
import type { Department } from '../contract.ts'

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
