import type { InboxFilter, InboxSort, InboxView } from '../../../api/contract.ts'
import type { InboxAddress } from '../../paths.ts'

/** The views of the inbox, in the order of its tabs. */
export const views = ['mine', 'team', 'unassigned', 'waiting', 'late', 'done'] as const satisfies readonly InboxView[]
export const sorts = ['newest', 'oldest', 'due'] as const satisfies readonly InboxSort[]

/** Which part of the inbox is looked at. */
export interface InboxPlace extends InboxFilter {
  view: InboxView
  sort: InboxSort
}

const usual: InboxPlace = { view: 'team', sort: 'newest' }
const filters = ['role', 'agenda', 'assignee', 'q'] as const

/** The part of the inbox that an address names; what it does not name, or names wrongly, is as usual. */
export function placeOf(query: URLSearchParams): InboxPlace {
  const named = filters.flatMap(key => {
    const value = query.get(key)?.slice(0, 100)
    return value ? [[key, value]] : []
  })
  return {
    view: views.find(view => view === query.get('view')) ?? usual.view,
    sort: sorts.find(sort => sort === query.get('sort')) ?? usual.sort,
    ...Object.fromEntries(named),
  }
}

/** The address of a part of the inbox; what is as usual does not stand in it. */
export const addressOf = ({ view, sort, ...rest }: InboxPlace): InboxAddress => ({
  ...(view !== usual.view && { view }),
  ...rest,
  ...(sort !== usual.sort && { sort }),
})

/** What the API is asked for: a page of this part of the inbox. */
export const asked = (place: InboxPlace, after = ''): string =>
  `?${new URLSearchParams({ ...place, ...(after && { after }) })}`

/** Whether something narrows the view, so that an empty list does not mean that nothing is to be done. */
export const isNarrowed = (place: InboxPlace): boolean => filters.some(key => key !== 'role' && place[key])
