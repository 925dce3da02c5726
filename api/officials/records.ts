import type { OfficialRecord } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { departmentView } from '../views/city.ts'
import { dataOf } from './changing.ts'
import { photoAddress } from './directory.ts'
import { officialRows, type OfficialRow } from './rows.ts'

const czech = new Intl.Collator('cs')

/** All officials as the keeper of contacts sees them, those in office first, by family name. */
export async function recordsOf({ db, city }: Pick<Deps, 'db' | 'city'>): Promise<OfficialRecord[]> {
  const rows = await officialRows(db).execute()
  const family = ({ name }: OfficialRow) => name.split(' ').at(-1) ?? name
  return rows
    .toSorted((a, b) => Number(b.active) - Number(a.active) || czech.compare(family(a), family(b)))
    .map(row => viewOf(city, row, rows))
}

/** One official. Throws Refusal `not-yours`. */
export async function recordOf({ db, city }: Pick<Deps, 'db' | 'city'>, id: string): Promise<OfficialRecord> {
  const rows = await officialRows(db).execute()
  const row = rows.find(one => one.id === id)
  if (!row) throw new Refusal('not-yours')
  return viewOf(city, row, rows)
}

function viewOf(city: Deps['city'], row: OfficialRow, rows: readonly OfficialRow[]): OfficialRecord {
  const successor = rows.find(({ id }) => id === row.successorId)
  return {
    id: row.id,
    name: [row.titles, row.name].filter(Boolean).join(' '),
    department: departmentView(city, row.department).name,
    position: row.position,
    active: row.active,
    leftOn: row.leftOn,
    successor: successor ? { id: successor.id, name: successor.name } : null,
    photo: photoAddress(row),
    data: dataOf(row),
    version: row.changedAt.toISOString(),
  }
}
