import type { Db } from '../../db/database.ts'
import { houseAccount } from '../../db/house.ts'
import { today } from '../../forms/day.ts'
import { heldBy, lockMandates } from '../mandates/rows.ts'
import { permitted } from '../mandates/rules.ts'

/** The agenda in whose matter debts are seen and paid. */
export const payingAgenda = 'fee-payment'

/**
 * By which mandate each debtor's debts are paid: null for the payer's own, otherwise a mandate that allows paying so much for them in
 * one payment, locked until the transaction ends. Undefined when for some debtor there is none. `sums`: haléře by debtor.
 */
export async function mandatesToPay(
  tx: Db,
  person: string,
  sums: ReadonlyMap<string, number>,
): Promise<Map<string, string | null> | undefined> {
  // a slip is paid by whoever holds it: nobody has signed in for it
  if (person === houseAccount) return new Map([...sums.keys()].map(debtor => [debtor, null]))
  const { subjectId } = await tx
    .selectFrom('person')
    .select('subjectId')
    .where('id', '=', person)
    .executeTakeFirstOrThrow()
  const others = [...sums.keys()].filter(debtor => debtor !== subjectId)
  const found = new Map<string, string | null>(subjectId === null ? [] : [[subjectId, null]])
  if (others.length === 0) return found
  const day = today()
  const held = await heldBy(tx, person, day)
  await lockMandates(
    tx,
    held.map(({ id }) => id),
    'share',
  )
  // read again under the lock: what ended meanwhile is no longer among them
  const still = await heldBy(tx, person, day)
  for (const principal of others) {
    const amount = sums.get(principal) ?? 0
    const may = permitted(still, { person, principal, agenda: payingAgenda, action: 'pay', amount, day })
    if ('denied' in may) return undefined
    found.set(principal, may.mandate.id)
  }
  return found
}
