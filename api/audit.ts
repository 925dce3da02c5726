import type { Db } from '../db/database.ts'
import { json } from '../db/json.ts'
import type { Owner } from './auth/session.ts'
import type { Assurance } from './contract.ts'

/** Who acts in a request: what a route's context says of its caller. */
export interface Acting {
  /** null for somebody who has not signed in. */
  who: Owner | null
  assurance: Assurance | null
  requestId: string
}

export interface Deed {
  /** What was done, e.g. `filed fee-payment`, `signed in`. */
  what: string
  caseId?: string
  /** The person it was done for, where that is somebody else. */
  forPerson?: string
  /** In whose name a citizen acted, and by which mandate (“X za Y”). */
  for?: { subject: string; name: string; mandate: string | null }
  /** Facts without the data themselves: which fields changed, by which means. */
  details?: Record<string, unknown>
}

/** Appends who did what, for whom and how identified. Pass the transaction of the deed, so that neither stands without the other. */
export async function audit(db: Db, { who, assurance, requestId }: Acting, deed: Deed): Promise<void> {
  const details = {
    ...deed.details,
    ...(deed.forPerson !== undefined && { person: deed.forPerson }),
    ...(deed.for && { for: deed.for }),
  }
  await db
    .insertInto('audit')
    .values({
      actor: who === null ? 'visitor' : who.kind === 'citizen' ? who.person.id : who.official.id,
      actorKind: who === null ? 'visitor' : who.kind === 'citizen' ? 'person' : 'official',
      assurance,
      what: deed.what,
      caseId: deed.caseId ?? null,
      requestId,
      details: Object.keys(details).length > 0 ? json(details) : null,
    })
    .execute()
}
