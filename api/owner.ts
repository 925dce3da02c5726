import type { Caller } from './route.ts'

/** Under whose id drafts and files of a caller are kept. */
export const ownerOf = (who: Caller): string => (who.kind === 'citizen' ? who.person.id : who.official.id)
