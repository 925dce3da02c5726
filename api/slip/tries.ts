import { createHmac, hkdfSync } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'

/** So many tries an hour that find nothing are taken for one symbol, whether there is such a symbol or not. */
export const mostOfSymbol = 5
/** And so many from one address, behind which a whole household, office or library may sit. */
export const mostFromAddress = 30
const hour = 3_600_000

/**
 * Counts a try before it is known how it ends, and stops those who try too often. Each try is written before it counts the others, so
 * that of many at once no more go on than one after another would.
 * @throws {Refusal} `slip-puzzle` when the puzzle was used before, `slip-too-many` with the minutes to wait
 */
export async function countTry(
  { db, settings, now }: Pick<Deps, 'db' | 'settings' | 'now'>,
  { puzzle, symbol, ip }: { puzzle: string; symbol: string; ip: string },
): Promise<void> {
  const seal = sealer(settings.caseKey)
  const [ofSymbol, fromAddress] = [seal('symbol', symbol), seal('address', networkOf(ip))]
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('slip_try')
    .values({ puzzle, symbol: ofSymbol, address: fromAddress, found: false, at: now() })
    .onConflict(oc => oc.column('puzzle').doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) throw new Refusal('slip-puzzle')
  const since = new Date(now().getTime() - hour)
  const { rows } = await sql<{ ofSymbol: number; fromAddress: number }>`
    select (select count(*) from slip_try where symbol = ${ofSymbol} and not found and at > ${since}) as "ofSymbol",
           (select count(*) from slip_try where address = ${fromAddress} and not found and at > ${since}) as "fromAddress"`.execute(
    db,
  )
  const [counted] = rows
  if (counted && counted.ofSymbol <= mostOfSymbol && counted.fromAddress <= mostFromAddress) return
  throw new Refusal('slip-too-many', { values: { seconds: hour / 1000 } })
}

/** The try has found its debt: it is no guess, and does not count against anybody. */
export const noGuess = (tx: Db, puzzle: string) =>
  tx.updateTable('slip_try').set({ found: true }).where('puzzle', '=', puzzle).execute()

/** Tries of more than a day ago say nothing any more. */
export async function sweepSlipTries(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('slip_try')
    .where('at', '<', new Date(now.getTime() - 24 * hour))
    .execute()
}

/** An address as far as it names somebody's connection: of IPv6 the first 64 bits, since the rest is anybody's to choose. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (mapped !== undefined || !isIPv6(ip)) return mapped ?? ip
  const [head = '', tail] = ip.split('::')
  const groups = (part: string | undefined) => (part ?? '').split(':').filter(Boolean)
  const left = groups(head)
  const between = tail === undefined ? 0 : 8 - left.length - groups(tail).length
  const all = [...left, ...Array.from({ length: between }, () => '0'), ...groups(tail)]
  return all
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')
}

const sealer = (caseKey: Buffer) => {
  const key = Buffer.from(hkdfSync('sha256', caseKey, '', 'slip tries', 32))
  return (what: string, text: string) => createHmac('sha256', key).update(`${what}\n${text}`).digest('base64url')
}
