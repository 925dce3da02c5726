import { mandatesToPay } from '../activities/payments/payable-for.ts'
import type { Db } from '../db/database.ts'
import { audit, type Acting } from './audit.ts'
import type { CitizenCaller } from './auth/session.ts'
import { Refusal } from './errors.ts'

/**
 * Notes in the audit for whom a basket pays, a line a principal (“X za Y”), in the transaction that files it; the mandates are held
 * until it ends. Throws Refusal `mandate-ended` when one has ended since the basket was judged.
 */
export async function auditBasket(
  tx: Db,
  ctx: Acting & { who: CitizenCaller },
  caseId: string,
  data: unknown,
): Promise<void> {
  const items = itemsOf(data)
  if (items.length === 0) return
  const debts = await tx
    .selectFrom('liability as l')
    .innerJoin('subject as s', 's.id', 'l.subjectId')
    .select(['l.id', 'l.subjectId', 's.name'])
    .where(
      'l.id',
      'in',
      items.map(({ liability }) => liability),
    )
    .where('l.subjectId', 'is distinct from', ctx.who.person.subjectId)
    .execute()
  if (debts.length === 0) return
  const sums = new Map<string, number>()
  for (const { id, subjectId } of debts)
    sums.set(subjectId, (sums.get(subjectId) ?? 0) + (items.find(item => item.liability === id)?.amount ?? 0))
  const mandates = await mandatesToPay(tx, ctx.who.person.id, sums)
  if (!mandates) throw new Refusal('mandate-ended')
  for (const [subject, amount] of sums) {
    const name = debts.find(debt => debt.subjectId === subject)?.name ?? ''
    const details = { amount, liabilities: debts.filter(debt => debt.subjectId === subject).map(({ id }) => id) }
    await audit(tx, ctx, {
      what: 'pays',
      caseId,
      for: { subject, name, mandate: mandates.get(subject) ?? null },
      details,
    })
  }
}

/** Lines of a basket that has been judged; none where the data are no basket. */
function itemsOf(data: unknown): { liability: string; amount: number }[] {
  const items = typeof data === 'object' && data !== null && 'items' in data ? data.items : undefined
  return Array.isArray(items) ? (items as { liability: string; amount: number }[]) : []
}
