import { isMinor } from '../activities/mandates/granting.ts'
import { everHeldBy, heldBy, lockMandates, type KnownMandate } from '../activities/mandates/rows.ts'
import { hasEnded, permitted, type Act, type Action, type Denial } from '../activities/mandates/rules.ts'
import { denialWords } from '../activities/mandates/words.ts'
import type { Day } from '../city/calendar.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../db/tables/cases.ts'
import type { Agenda } from '../workflows/agenda.ts'
import { dayAt } from '../workflows/deadline.ts'
import type { CitizenCaller } from './auth/session.ts'
import type { Language } from './contract.ts'
import { askAfter } from './asking-after.ts'
import type { Deps } from './deps.ts'
import { Refusal, type Code } from './errors.ts'

/** Somebody in whose name the caller acts, and by what right; the mandate is null for the principal’s own account. */
export type ActingFor = NonNullable<Actor['for']>

/** What the caller may see and do of others: their own subject and the mandates they hold on that day. */
export interface Reach {
  person: string
  subject: string | null
  day: Day
  held: KnownMandate[]
}

export const todayOf = ({ now }: Pick<Deps, 'now'>): Day => dayAt(now().toISOString())

/** The caller's reach now: one query for all their mandates. */
export async function reachOf(deps: Pick<Deps, 'db' | 'now'>, { person }: CitizenCaller): Promise<Reach> {
  const day = todayOf(deps)
  return { person: person.id, subject: person.subjectId, day, held: await heldBy(deps.db, person.id, day) }
}

/** Whether the caller may do this for the principal now; themselves they may always. */
export const mayFor = (reach: Reach, principal: string, agenda: string, action: Action, signing = 1): boolean =>
  reach.subject === principal ||
  'mandate' in permitted(reach.held, { person: reach.person, principal, agenda, action, signing, day: reach.day })

export interface Wish {
  principal: string
  agenda: string
  action: Action
  amount?: number
  signing?: number
}

/**
 * By what right the caller acts for a principal. Throws Refusal `not-yours` when they never could, else the one that says why not
 * now: `mandate-ended`, `mandate-suspended`, `mandate-scope`, `mandate-limit`, `mandate-joint`, `mandate-not-valid`.
 */
export async function actingFor(
  deps: Pick<Deps, 'db' | 'now' | 'registers' | 'teller' | 'log'>,
  { person }: CitizenCaller,
  wish: Wish,
  language: Language,
): Promise<ActingFor> {
  const { db } = deps
  if (person.subjectId === wish.principal) {
    const own = await db.selectFrom('subject').select('name').where('id', '=', wish.principal).executeTakeFirstOrThrow()
    return { subject: wish.principal, name: own.name, mandate: null }
  }
  const act: Act = { ...wish, person: person.id, day: todayOf(deps) }
  const may = permitted(await everHeldBy(db, person.id, wish.principal), act)
  if ('denied' in may) throw new Refusal(codes[may.denied], { values: { reason: denialWords[may.denied][language] } })
  await askAfter(deps, may.mandate.id)
  return { subject: wish.principal, name: may.mandate.principalName, mandate: may.mandate.id }
}

const codes: Readonly<Record<Denial, Code>> = {
  'not-yours': 'not-yours',
  'not-accepted': 'mandate-not-valid',
  'not-verified': 'mandate-not-valid',
  suspended: 'mandate-suspended',
  'not-yet': 'mandate-not-valid',
  ended: 'mandate-ended',
  'out-of-scope': 'mandate-scope',
  'joint-signature': 'mandate-joint',
  'over-limit': 'mandate-limit',
}

/**
 * Holds the mandate of an act until the transaction of that act ends: whoever ends the mandate waits, and what is done here was
 * done before. Throws Refusal `mandate-ended` or `mandate-suspended` when that happened a moment ago.
 */
export async function holdMandate(tx: Db, { mandate }: { mandate: string | null }, day: Day): Promise<void> {
  if (mandate === null) return
  await lockMandates(tx, [mandate], 'share')
  const row = await tx.selectFrom('mandate').select(['state', 'validTo']).where('id', '=', mandate).executeTakeFirst()
  if (row?.state === 'suspended') throw new Refusal('mandate-suspended')
  if (row?.state !== 'active' || hasEnded({ state: row.state, validTo: row.validTo }, day))
    throw new Refusal('mandate-ended')
}

/**
 * What somebody hears who does not see a principal's things: that their mandate is suspended or has ended, if they held one; else that
 * there is nothing here.
 */
export async function unseenBecause(
  db: Db,
  person: string,
  principal: string,
  day: Day,
): Promise<'mandate-suspended' | 'mandate-ended' | 'not-yours'> {
  const once = (await everHeldBy(db, person, principal)).filter(
    mandate => mandate.verified && mandate.agents.some(a => a.person === person && a.accepted),
  )
  if (once.some(mandate => mandate.state === 'suspended' && !hasEnded(mandate, day))) return 'mandate-suspended'
  return once.some(mandate => hasEnded(mandate, day)) ? 'mandate-ended' : 'not-yours'
}

/** What a mandate must allow for an agenda to be filed in somebody's name. Throws Refusal `for-oneself-only` for personal matters. */
export function actionOf(agenda: Pick<Agenda, 'forOthers'>): Action {
  if (agenda.forOthers === null) throw new Refusal('for-oneself-only')
  return agenda.forOthers ?? 'file'
}

/** A minor with their own sign-in reads, and asks in personal matters alone. Throws Refusal `minor`. */
export function refuseMinor(deps: Pick<Deps, 'now'>, { person }: CitizenCaller, agenda: Pick<Agenda, 'minors'>): void {
  if (agenda.minors !== true && isMinorCaller(deps, person)) throw new Refusal('minor')
}

export const isMinorCaller = (deps: Pick<Deps, 'now'>, person: CitizenCaller['person']): boolean =>
  person.birthDate !== null && isMinor(person.birthDate, todayOf(deps))
