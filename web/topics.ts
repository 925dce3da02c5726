import type { GuideSummary } from '../api/contract.ts'
import type { IconName } from './kit/Icon.tsx'
import type { categories } from './words/categories.ts'

export type TopicId = keyof typeof categories
export interface Topic {
  id: TopicId
  icon: IconName
  guides: GuideSummary[]
}

const icons: Record<TopicId, IconName> = {
  payments: 'coins',
  family: 'family',
  documents: 'document',
  building: 'house',
  support: 'star',
  portal: 'key',
  other: 'info',
}
export const topicIds = Object.keys(icons) as TopicId[]
/** The topic of a guide; an unknown one is among the others, so that no guide is ever lost. */
export const topicOf = (guide: GuideSummary): TopicId => topicIds.find(id => id === guide.category) ?? 'other'

/** Guides sorted under their topics; topics without any are left out. */
export const topics = (guides: readonly GuideSummary[]): Topic[] =>
  topicIds
    .map(id => ({ id, icon: icons[id], guides: guides.filter(guide => topicOf(guide) === id) }))
    .filter(topic => topic.guides.length > 0)
