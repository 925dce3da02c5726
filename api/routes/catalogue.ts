import Type from 'typebox'
import type { Guide as CityGuide } from '../../city/guides.ts'
import { Catalogue, Contacts, Guide } from '../contract.ts'
import type { CityInfo, GuideSummary } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import type { Directory } from '../officials/directory.ts'
import { route } from '../route.ts'
import { departmentView, hoursView } from '../views/city.ts'

/** The same for everybody, and changed at most once a day. */
const headers = { 'Cache-Control': 'public, max-age=300' }
/** Names people: who has left the office must not be shown to anybody an hour later. */
const fresh = { 'Cache-Control': 'no-cache' }

export const catalogue = [
  route({
    method: 'get',
    path: '/api/catalogue',
    summary: 'The city and its life situations, also those that have only a guide yet.',
    who: 'anyone',
    quiet: true,
    answers: { 200: Catalogue },
    async handle(_, { city, library, officials, now }) {
      const guides = library.guides(now(), await officials.now())
      return { status: 200, headers, body: { city: cityInfo(city), guides: guides.map(summaryOf) } }
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
    async handle({ params }, { city, library, officials, now }) {
      const directory = await officials.now()
      const guide = library.guides(now(), directory).find(({ slug }) => slug === params.slug)
      if (!guide) throw new Refusal('not-yours')
      return { status: 200, headers: fresh, body: { ...summaryOf(guide), ...detailsOf(guide, city, directory) } }
    },
  }),
  route({
    method: 'get',
    path: '/api/contacts',
    summary: 'Departments and officials of the town hall.',
    who: 'anyone',
    quiet: true,
    answers: { 200: Contacts },
    async handle(_, { city, officials }) {
      const departments = city.departments.map(({ id }) => departmentView(city, id))
      const { contacts } = await officials.now()
      return { status: 200, headers: fresh, body: { departments, officials: [...contacts] } }
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

function detailsOf(guide: CityGuide, city: Deps['city'], officials: Directory) {
  return {
    html: guide.html,
    cost: guide.cost,
    duration: guide.duration,
    // both languages cite the same laws in the same order
    law: guide.law.cs.map((cs, at) => ({ cs, en: guide.law.en[at] ?? cs })),
    updated: guide.updated,
    department: departmentView(city, guide.department),
    official: officials.contact(guide.official) ?? officials.headOf(guide.department),
  }
}
