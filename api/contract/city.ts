import Type from 'typebox'
import type { Static } from 'typebox'
import { day, orNull } from './pieces.ts'
import { Words } from './wire.ts'

export const Hours = Type.Object(
  { day: Type.Integer({ minimum: 1, maximum: 7 }), from: Type.String(), to: Type.String() },
  { description: 'Opening hours of one day; 1 is Monday.' },
)
export type Hours = Static<typeof Hours>
export const CityInfo = Type.Object({
  name: Words,
  officeName: Words,
  companyId: Type.String(),
  address: Type.String(),
  phone: Type.String(),
  email: Type.String(),
  web: Type.String(),
  hours: Type.Array(Hours),
  help: Words,
})
export type CityInfo = Static<typeof CityInfo>
export const GuideSummary = Type.Object({
  slug: Type.String(),
  title: Words,
  summary: Words,
  category: Type.String(),
  keywords: Type.Object({ cs: Type.Array(Type.String()), en: Type.Array(Type.String()) }),
  online: orNull(Type.String({ description: 'The agenda that settles it online.' })),
})
export type GuideSummary = Static<typeof GuideSummary>
/** GET /api/catalogue */
export const Catalogue = Type.Object({ city: CityInfo, guides: Type.Array(GuideSummary) })
export type Catalogue = Static<typeof Catalogue>
export const Department = Type.Object({
  id: Type.String(),
  name: Words,
  address: Type.String(),
  phone: Type.String(),
  email: Type.String(),
  hours: Type.Array(Hours),
})
export type Department = Static<typeof Department>
export const OfficialContact = Type.Object({
  id: Type.String(),
  name: Type.String(),
  title: Words,
  department: Type.String(),
  phone: Type.String(),
  email: Type.String(),
  door: Type.String(),
  responsible: Words,
  photo: orNull(Type.String({ description: 'Address of the picture.' })),
})
export type OfficialContact = Static<typeof OfficialContact>
/** GET /api/guides/:slug */
export const Guide = Type.Object({
  ...GuideSummary.properties,
  html: Words,
  cost: Words,
  duration: Words,
  law: Type.Array(Words),
  updated: day,
  department: Department,
  official: orNull(OfficialContact),
})
export type Guide = Static<typeof Guide>
/** GET /api/contacts */
export const Contacts = Type.Object({ departments: Type.Array(Department), officials: Type.Array(OfficialContact) })
export type Contacts = Static<typeof Contacts>
