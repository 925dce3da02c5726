import type { City } from '../../city/city.ts'
import { nameAndDoor, type NameOf } from '../../city/fill-in.ts'
import type { OfficialContact } from '../contract.ts'
import { departmentView } from '../views/city.ts'
import type { OfficialRow } from './rows.ts'

/** Who is at the town hall now, and who has taken over from those who left. */
export interface Directory {
  /** Those who stand in contacts: department by department, its head first, then by family name. */
  contacts: readonly OfficialContact[]
  /** An official, or whoever has taken over from them; null when nobody has. */
  contact(id: string): OfficialContact | null
  /** Who answers for a department: its head, or the first of its officials; null where there is nobody. */
  headOf(department: string): OfficialContact | null
  /** How a guide names an official: whoever has taken over, else the head of the department, else the department. */
  nameOf: NameOf
}

const czech = new Intl.Collator('cs')
const familyName = (name: string) => name.split(' ').at(-1) ?? name

/** Reads the directory out of all rows. Somebody without a position is not shown to the public. */
export function directoryOf(city: City, rows: readonly OfficialRow[]): Directory {
  const byId = new Map(rows.map(row => [row.id, row]))
  const place = new Map(city.departments.map(({ id }, at) => [id, at]))
  const heads = (row: OfficialRow) => row.supervises.includes(row.department)
  const shown = rows
    .filter(row => row.active && row.position !== null)
    .toSorted(
      (a, b) =>
        (place.get(a.department) ?? Infinity) - (place.get(b.department) ?? Infinity) ||
        Number(heads(b)) - Number(heads(a)) ||
        czech.compare(familyName(a.name), familyName(b.name)),
    )
  const contacts = new Map(shown.map(row => [row.id, contactView(city, row)]))

  const contact = (id: string): OfficialContact | null => {
    const seen = new Set<string>()
    let row = byId.get(id)
    while (row && !row.active && row.successorId !== null && !seen.has(row.id)) {
      seen.add(row.id)
      row = byId.get(row.successorId)
    }
    return (row && contacts.get(row.id)) ?? null
  }
  const headOf = (department: string): OfficialContact | null => {
    const own = shown.filter(row => row.department === department)
    const head = own.find(heads) ?? shown.find(row => row.supervises.includes(department)) ?? own[0]
    return (head && contacts.get(head.id)) ?? null
  }
  return {
    contacts: [...contacts.values()],
    contact,
    headOf,
    nameOf(id) {
      const row = byId.get(id)
      if (!row) return undefined
      const now = byId.get((contact(id) ?? headOf(row.department))?.id ?? '')
      return now ? nameAndDoor({ name: now.name, door: now.door ?? '' }) : departmentView(city, row.department).name
    },
  }
}

/** An official as contacts show one; what is missing is their department's. */
function contactView(city: City, row: OfficialRow): OfficialContact {
  const { phone, email } = departmentView(city, row.department)
  return {
    id: row.id,
    name: [row.titles, row.name].filter(Boolean).join(' '),
    title: row.position ?? { cs: '', en: '' },
    department: row.department,
    phone: row.phone ?? phone,
    email: row.email ?? email,
    door: row.door ?? '',
    responsible: {
      cs: row.responsible.map(({ cs }) => cs).join('; '),
      en: row.responsible.map(({ en }) => en).join('; '),
    },
    photo: photoAddress(row),
  }
}

/** Where an official's picture is; a new picture has a new address. */
export const photoAddress = ({ id, hasPhoto, changedAt }: OfficialRow): string | null =>
  hasPhoto ? `/api/officials/${encodeURIComponent(id)}/photo?of=${changedAt.getTime()}` : null
