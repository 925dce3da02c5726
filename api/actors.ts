import type { Actor } from '../db/tables/cases.ts'

/** The house itself: the gateway's webhook, a return from the card page, late money. */
export const houseActor: Actor = { kind: 'system', id: 'portal', name: 'Portál občana' }
