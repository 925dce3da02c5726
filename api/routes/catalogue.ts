import Type from 'typebox'
import type { Guide as CityGuide } from '../../city/guides.ts'
import { Catalogue, Contacts, Guide } from '../contract.ts'
import type { CityInfo, GuideSummary } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { route } from '../route.ts'
import { contactView, departmentView, hoursView } from '../views/city.ts'

/** The same for everybody, and changed at most once a day. */
const headers = { 'Cache-Control': 'public, max-age=300' }

export const catalogue = [
  route({
    method: 'get',
    path: '/api/catalogue',
    summary: 'The city and its life situations, also those that have only a guide yet.',
    who: 'anyone',
    quiet: true,
    answers: { 200: Catalogue },
    async handle(_, { city, library, now }) {
      return { status: 200, headers, body: { city: cityInfo(city), guides: library.guides(now()).map(summaryOf) } }
    },
  }),
  route({
    method: 'get',
    path: '/api/guides/:slug',
    summary: 'The guide to one life situation, with who is responsible for it.',
    who: 'anyone',
    quiet: true,
    params: { slug: Type.String({ pattern: '^[a-z0-9-]{1,100}$' }) },
    answers: { 200: Guide },
    refuses: ['not-yours'],
    async handle({ params }, { city, library, now }) {
      const guide = library.guides(now()).find(({ slug }) => slug === params.slug)
      if (!guide) throw new Refusal('not-yours')
      return { status: 200, headers, body: { ...summaryOf(guide), ...detailsOf(guide, city) } }
    },
  }),
  route({
    method: 'get',
    path: '/api/contacts',
    summary: 'Departments and officials of the town hall.',
    who: 'anyone',
    quiet: true,
    answers: { 200: Contacts },
    async handle(_, { city }) {
      const departments = city.departments.map(({ id }) => departmentView(city, id))
      return { status: 200, headers, body: { departments, officials: city.officials.map(contactView) } }
    },
  }),
]

function cityInfo(city: Deps['city']): CityInfo {
  const [seat] = city.addresses
  return {
    name: city.name,
    officeName: city.authority,
    companyId: city.companyId ?? '',
    address: departmentView(city, '').address,
    phone: city.phone,
    email: city.email,
    web: city.web,
    hours: hoursView(seat?.hours ?? {}),
    help: city.signInHelp.note,
  }
}

const summaryOf = ({ slug, title, summary, category, keywords, online }: CityGuide): GuideSummary => ({
  slug,
  title,
  summary,
  category,
  keywords,
  online,
})

function detailsOf(guide: CityGuide, city: Deps['city']) {
  const official = city.officials.find(({ id }) => id === guide.official)
  return {
    html: guide.html,
    cost: guide.cost,
    duration: guide.duration,
    // both languages cite the same laws in the same order
    law: guide.law.cs.map((cs, at) => ({ cs, en: guide.law.en[at] ?? cs })),
    updated: guide.updated,
    department: departmentView(city, guide.department),
    official: official ? contactView(official) : null,
  }
}
