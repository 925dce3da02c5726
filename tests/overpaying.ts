import type { Db } from '../db/database.ts'
import { payAtDesk } from './debts.ts'
import { opened, payByCard, seen, type Opened } from './paying.ts'

/** A debt that is paid by card and, before the money comes, at the cash desk: all of it is too much. */
export async function overpaid(db: Db, amount: number, card?: string): Promise<Opened & { subject: string }> {
  const paying = await opened(db, amount)
  await payAtDesk(db, paying.liability, amount)
  await payByCard(paying.view, card)
  await seen(paying.who, paying.id, view => view.payment?.state === 'review')
  const { subjectId } = await db
    .selectFrom('liability')
    .select('subjectId')
    .where('id', '=', paying.liability)
    .executeTakeFirstOrThrow()
  return { ...paying, subject: subjectId }
}
