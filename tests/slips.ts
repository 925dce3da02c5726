import { createHash, randomUUID } from 'node:crypto'
import type { Puzzle, SlipPayment } from '../api/contract.ts'
import type { Db } from '../db/database.ts'
import { stranger, until } from './portal.ts'
import { resident } from './residents.ts'
import type { Answer } from './visitor.ts'

/** What stands on a slip (složenka). Amount in haléře. */
export interface Paper {
  symbol: string
  amount: number
}

/** A debt of somebody made up, and its slip. */
export async function slipOf(db: Db, amount = 78_050) {
  const debtor = await resident(db, { owes: [amount] })
  const [debt = ''] = debtor.owes
  return { debtor, debt, ...(await paperOf(db, debt)) }
}

/** What the slip of a debt of which nothing is paid says. */
export async function paperOf(db: Db, debt: string): Promise<Paper> {
  const { variableSymbol, principal } = await db
    .selectFrom('liability')
    .select(['variableSymbol', 'principal'])
    .where('id', '=', debt)
    .executeTakeFirstOrThrow()
  return { symbol: variableSymbol, amount: principal }
}

/** Fetches a puzzle and solves it, as the page does. */
export async function solvedPuzzle(who = stranger()): Promise<{ puzzle: string; solution: number }> {
  const { puzzle, bits } = (await who.get<Puzzle>('/api/slip/puzzle')).body
  for (let solution = 0; ; solution++) {
    const first = createHash('sha256').update(`${puzzle}.${solution}`).digest().readUInt32BE()
    if (Math.clz32(first) >= bits) return { puzzle, solution }
  }
}

/** Sends a slip from a browser in which nobody has signed in. */
export async function sendSlip<T = SlipPayment>(
  { symbol, amount }: Paper,
  more: Record<string, unknown> = {},
  { who = stranger(), language = 'cs' } = {},
): Promise<Answer<T>> {
  const solved = 'puzzle' in more ? {} : await solvedPuzzle(who)
  const slip = { id: randomUUID(), symbol, amount, ...solved, ...more }
  return who.post<T>('/api/slip', slip, { 'accept-language': language })
}

/** Looks at the payment of a slip until it is as asked. */
export const slipSeen = (ticket: string, as: (view: SlipPayment) => boolean, who = stranger()) =>
  until(async () => (await who.get<SlipPayment>(`/api/slip/${ticket}`)).body, as)

/** Begins to pay a slip and waits until the gateway's page is open. */
export async function openSlip(paper: Paper, more: Record<string, unknown> = {}): Promise<SlipPayment> {
  const { status, body } = await sendSlip(paper, more)
  if (status !== 201 && status !== 202) throw new Error(`The slip was not taken: ${status} ${JSON.stringify(body)}`)
  return slipSeen(body.ticket, view => view.state === 'open')
}

/** The gateway's id of the page at which a slip is to be paid. */
export const checkoutOf = ({ url }: SlipPayment): string => url?.split('/').at(-1) ?? ''
