import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'

/** A debt as its reminder shows it. `amount` is what is left, in haléře. */
export interface RemindedDebt {
  liability: string
  kind: 'before' | 'after'
  description: { cs: string; en: string }
  debtor: string
  /** Whether the debtor is the one who is reminded. */
  own: boolean
  due: string
  amount: number
  symbol: string
  specified: boolean
}

/** What of a letter's debts is still owed, the earliest due first. */
export async function owedOf(db: Db, letter: string): Promise<RemindedDebt[]> {
  const rows = await db
    .selectFrom('reminder as r')
    .innerJoin('liability as l', 'l.id', 'r.liabilityId')
    .innerJoin('subject as s', 's.id', 'l.subjectId')
    .innerJoin('person as p', 'p.id', 'r.personId')
    .select(['l.id as liability', 'r.kind', 'l.description', 's.name as debtor', 'l.due', 'l.kind as what'])
    .select(['l.variableSymbol as symbol', 'l.subjectId', 'p.subjectId as ownSubject'])
    .select(sql<number>`l.principal + l.accessories - l.paid - l.written_off`.as('amount'))
    .where('r.letterId', '=', letter)
    .where('l.state', '=', 'open')
    .where(sql<number>`l.principal + l.accessories - l.paid - l.written_off`, '>', 0)
    .orderBy('l.due')
    .orderBy('l.number')
    .execute()
  return rows.map(({ what, subjectId, ownSubject, amount, kind, ...row }) => ({
    ...row,
    kind: kind === 'after' ? 'after' : 'before',
    amount: Number(amount),
    own: subjectId === ownSubject,
    specified: what === 'specified-amount',
  }))
}

/** Nobody is reminded by e-mail any more; true when they were until now. */
export async function stopMail(db: Db, person: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('reminder_choice')
    .values({ personId: person, email: false, portal: true })
    .onConflict(oc =>
      oc
        .column('personId')
        .doUpdateSet({ email: false, changedAt: sql<Date>`now()` })
        .where('reminder_choice.email', '=', true),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
