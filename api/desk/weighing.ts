import { sql } from 'kysely'
import { fold } from '../../city/fold.ts'
import type { Db } from '../../db/database.ts'
import { audit, type Acting } from '../audit.ts'
import type { Deps } from '../deps.ts'
import { Refusal, type Code } from '../errors.ts'
import { sameSeal, sealer } from './codes.ts'

/** So many wrong tries end a code. */
export const mostWrong = 5
/** So many wrong tries an hour are taken from one address, behind which a whole household or library may sit. */
export const mostFromAddress = 10
const hour = 3_600_000

interface Typed {
  code: string
  birthDate: string
  ip: string
  /** Who types it, where a means of identification vouches for them. */
  person?: { id: string; givenName: string; familyName: string }
}

/** A code that is right and good: whose it is, and who printed it. */
export interface GoodCode {
  id: string
  personId: string
}

/**
 * Weighs a code against the birth date it was typed with. Whoever is wrong, for whatever reason, hears the same words after the same
 * work. A wrong try counts against the address and the account it came from, and ends a code only where it came from whoever may have
 * that code: somebody who presents it with a wrong birth date (a paper that was found), or its own person, whom a means of
 * identification vouches for. So a stranger who knows a birth date alone ends nobody's code, and guessing one of sixty bits at ten
 * tries an hour stays out of reach. What became of a code (expired, used, replaced, tried wrongly too often) is told to those alone
 * who hold it.
 * @throws {Refusal} `desk-code-…`, or `too-many` with the seconds to wait
 */
export async function weigh(deps: Deps, acting: Acting, typed: Typed): Promise<GoodCode> {
  const { db, settings, now } = deps
  const seal = sealer(settings.caseKey)
  for (const source of sourcesOf(typed)) await notTooMany(db, seal.address(source), now())
  const hash = seal.code(typed.code)
  const row = await db
    .selectFrom('desk_code as c')
    .innerJoin('person as p', 'p.id', 'c.personId')
    .select(['c.id', 'c.hash', 'c.personId', 'c.expiresAt', 'c.usedAt', 'c.voidAt', 'c.wrong', 'p.birthDate'])
    .where('c.hash', '=', hash)
    .executeTakeFirst()
  const right = sameSeal(row?.hash ?? seal.code('nobody has this code'), hash) && row?.birthDate === typed.birthDate
  if (!row || !right) {
    await countWrong(deps, acting, typed)
    throw new Refusal('desk-code-wrong')
  }
  const spent = spentBecause(row, now())
  if (spent === null) return { id: row.id, personId: row.personId }
  await audit(db, acting, { what: spent, forPerson: row.personId })
  throw new Refusal(spent)
}

/** Why a code that was right once is good no more; null if it is good. */
export function spentBecause(
  code: { usedAt: Date | null; voidAt: Date | null; wrong: number; expiresAt: Date },
  now: Date,
): Extract<Code, `desk-code-${string}`> | null {
  if (code.usedAt !== null) return 'desk-code-used'
  if (code.voidAt !== null) return code.wrong >= mostWrong ? 'desk-code-locked' : 'desk-code-replaced'
  return code.expiresAt <= now ? 'desk-code-expired' : null
}

/**
 * Uses a code up, in the transaction of what it is used for. Of two at once one wins.
 * @throws {Refusal} `desk-code-used`
 */
export async function useUp(tx: Db, code: string, usedFor: 'identity' | 'passkey', now: Date): Promise<void> {
  const used = await tx
    .updateTable('desk_code')
    .set({ usedAt: now, usedFor })
    .where('id', '=', code)
    .where('usedAt', 'is', null)
    .where('voidAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  if (used.numUpdatedRows !== 1n) throw new Refusal('desk-code-used')
}

/** Where a try comes from: an address, behind which a whole household may sit, and the account of whoever is signed in. */
const sourcesOf = ({ ip, person }: Pick<Typed, 'ip' | 'person'>): string[] => [
  ip,
  ...(person ? [`account ${person.id}`] : []),
]

/**
 * Counts a wrong try: against where it came from, and against the living code that was presented or that is of the person who is
 * signed in; the fifth ends it. The statements are the same whether there is such a code or not.
 */
export async function countWrong({ db, settings, now }: Deps, acting: Acting, typed: Typed): Promise<void> {
  const seal = sealer(settings.caseKey)
  await db.transaction().execute(async tx => {
    await tx
      .insertInto('desk_try')
      .values(sourcesOf(typed).map(source => ({ address: seal.address(source), at: now() })))
      .execute()
    const { birthDate, person } = typed
    const { rows: born } = await sql<{ id: string; givenName: string; familyName: string }>`
      select id, given_name as "givenName", family_name as "familyName" from person
      where birth_date = nullif(${birthDate}, '')::date`.execute(tx)
    const own = born.filter(one => person !== undefined && nameOf(one) === nameOf(person)).map(({ id }) => id)
    const { rows } = await sql<{ person: string; ended: boolean }>`
      update desk_code set wrong = wrong + 1, void_at = case when wrong + 1 >= ${mostWrong} then ${now()}::timestamptz end
      where (hash = ${seal.code(typed.code)} or person_id = any(${sql.val(own)}::uuid[]))
        and used_at is null and void_at is null and expires_at > ${now()}
      returning person_id as person, void_at is not null as ended`.execute(tx)
    await audit(tx, acting, { what: 'wrong desk code', details: { counted: rows.length } })
    for (const { person } of rows.filter(({ ended }) => ended))
      await audit(tx, acting, { what: 'desk code locked', forPerson: person })
  })
}

/** Accents aside, as documents of other countries write none. */
export const nameOf = (one: { givenName: string; familyName: string }): string =>
  fold(`${one.givenName} ${one.familyName}`)

async function notTooMany(db: Db, address: string, now: Date): Promise<void> {
  const tries = await db
    .selectFrom('desk_try')
    .select('at')
    .where('address', '=', address)
    .where('at', '>', new Date(now.getTime() - hour))
    .orderBy('at', 'desc')
    .limit(mostFromAddress)
    .execute()
  const first = tries[mostFromAddress - 1]
  if (first === undefined) return
  const seconds = Math.max(1, Math.ceil((first.at.getTime() + hour - now.getTime()) / 1000))
  throw new Refusal('desk-code-too-many', { values: { seconds, minutes: Math.ceil(seconds / 60) } })
}
