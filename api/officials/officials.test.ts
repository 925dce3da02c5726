import { expect, test } from 'vitest'
import { loadCity } from '../../city/city.ts'
import { guides } from '../../city/guides.ts'
import { directoryOf } from './directory.ts'
import { officialOf } from './keep.ts'
import { photoTypeOf } from './photo.ts'
import type { OfficialRow } from './rows.ts'

const city = loadCity()
const rows = city.officials.map((official): OfficialRow => {
  const { photo: _, responsible, ...row } = officialOf(city, official)
  return {
    ...row,
    responsible: [...responsible],
    ...{ active: true, leftOn: null, successorId: null, hasPhoto: false, changedAt: new Date(0) },
  }
})
const gone = (id: string, successorId: string | null) => (row: OfficialRow) =>
  row.id === id ? { ...row, active: false, leftOn: '2026-06-01', successorId } : row

test('the city’s folder gives the directory it describes', () => {
  const directory = directoryOf(city, rows)
  expect(directory.contacts.map(({ id }) => id).toSorted()).toEqual(city.officials.map(({ id }) => id).toSorted())
  for (const { id, head } of city.departments) expect(directory.headOf(id)?.id).toBe(head)
  expect(directory.contacts[0]).toMatchObject({ id: 'dana-stecova', department: 'finance', photo: null })
  expect(directory.contacts.slice(1, 4).map(({ name }) => name)).toEqual([
    'Ing. Tomáš Březina',
    'Bc. Jana Hájková',
    'Petra Němcová',
  ])
})

test('whoever left is replaced through any number of successors, and a ring of them ends', () => {
  const once = rows.map(gone('jana-hajkova', 'petra-nemcova'))
  expect(directoryOf(city, once).contact('jana-hajkova')?.id).toBe('petra-nemcova')
  const twice = once.map(gone('petra-nemcova', 'tomas-brezina'))
  expect(directoryOf(city, twice).contact('jana-hajkova')?.id).toBe('tomas-brezina')
  const ring = twice.map(gone('tomas-brezina', 'jana-hajkova'))
  expect(directoryOf(city, ring).contact('jana-hajkova')).toBeNull()
  expect(directoryOf(city, ring).contacts.some(({ id }) => id === 'jana-hajkova')).toBe(false)
})

test('guides follow: the successor, else the head of the department, else the department', () => {
  const named = (some: OfficialRow[]) =>
    guides(city, '2026-04-15', directoryOf(city, some).nameOf).find(({ slug }) => slug === 'rents')?.html.cs ?? ''
  expect(named(rows)).toContain('Ondřej Černý, dveře číslo 207')
  expect(named(rows.map(gone('ondrej-cerny', 'hana-pokorna')))).toContain('Hana Pokorná, dveře číslo 205')
  const without = rows.map(gone('ondrej-cerny', null))
  expect(named(without)).toContain('Hana Pokorná')
  const empty = without.map(gone('hana-pokorna', null))
  expect(named(empty)).toMatch(/stará Odbor (správy )?majetku/)
})

test('somebody without a position is not shown, and what a contact lacks is the department’s', () => {
  const some = rows.map(row =>
    row.id === 'jana-hajkova' ? { ...row, position: null } : row.id === 'petra-nemcova' ? { ...row, phone: null } : row,
  )
  const { contact, contacts } = directoryOf(city, some)
  expect(contacts.some(({ id }) => id === 'jana-hajkova')).toBe(false)
  expect(contact('petra-nemcova')?.phone).toBe(city.departments.find(({ id }) => id === 'finance')?.phone)
})

test('a photograph is a JPEG or PNG of a size that can be shown', async () => {
  const png = (width: number, height: number) => {
    const bytes = Buffer.alloc(64)
    bytes.set(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
    bytes.writeUInt32BE(width, 16)
    bytes.writeUInt32BE(height, 20)
    bytes.write('IDAT', 37)
    return bytes
  }
  // a comment before the frame header
  const jpeg = (width: number, height: number) => {
    const bytes = Buffer.from('ffd8fffe0006aabbccddffc0001108000000000301', 'hex')
    bytes.writeUInt16BE(height, 15)
    bytes.writeUInt16BE(width, 17)
    return bytes
  }
  expect(await photoTypeOf(png(300, 400))).toBe('image/png')
  expect(await photoTypeOf(jpeg(2000, 200))).toBe('image/jpeg')
  await expect(photoTypeOf(png(199, 400))).rejects.toMatchObject({ code: 'photo-size', values: { width: 199 } })
  await expect(photoTypeOf(jpeg(2001, 400))).rejects.toMatchObject({ code: 'photo-size', values: { width: 2001 } })
  for (const bytes of [Buffer.from('%PDF-1.7'), Buffer.from('GIF89a'), Buffer.alloc(0), jpeg(300, 300).subarray(0, 12)])
    await expect(photoTypeOf(bytes)).rejects.toMatchObject({ code: 'photo-kind' })
})
