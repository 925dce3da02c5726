import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'

/** A debt, or an instalment of it, as its reminder shows it. `amount` is what is left, in haléře. */
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

/** What is left of the instalments up to and with `i` of plan `p` over debt `l`: haléře, at most 0 when it is paid. */
const leftThrough = sql<number>`((select sum(amount) from instalment where plan_id = i.plan_id and n <= i.n)
  - p.amount + (l.principal + l.accessories - l.paid - l.written_off))`

/** Whether something of instalment `i` of plan `p` over debt `l` is still to be paid: money goes to the earliest first. */
export const isOpen = sql<boolean>`${leftThrough} > 0`

interface Row extends Omit<RemindedDebt, 'own'> {
  subject: string
  ownSubject: string | null
  n: number | null
  count: number
}

/** What of a letter's debts and instalments is still owed, the earliest due first. */
export async function owedOf(db: Db, letter: string): Promise<RemindedDebt[]> {
  const { rows } = await sql<Row>`
    select l.id as liability, r.kind, l.description, s.name as debtor, coalesce(i.due, l.due)::text as due, l.kind = 'specified-amount' as specified,
      l.variable_symbol as symbol, l.subject_id as subject, a.subject_id as "ownSubject", i.n,
      (select count(*) from instalment where plan_id = p.id)::int as count,
      case when i.n is null then l.principal + l.accessories - l.paid - l.written_off else least(i.amount, ${leftThrough}) end::int8 as amount
    from reminder r join liability l on l.id = r.liability_id join subject s on s.id = l.subject_id join person a on a.id = r.person_id
    left join instalment_plan p on p.id = r.plan_id left join instalment i on i.plan_id = r.plan_id and i.n = r.instalment
    where r.letter_id = ${letter} and l.state = 'open' and case when i.n is null then l.principal + l.accessories - l.paid - l.written_off > 0
      else p.state = 'running' and ${isOpen} end
    order by coalesce(i.due, l.due), l.number`.execute(db)
  return rows.map(({ subject, ownSubject, n, count, description, amount, ...row }) => ({
    ...row,
    description: n === null ? description : instalmentOf(description, n, count),
    amount: Number(amount),
    own: subject === ownSubject,
  }))
}

const instalmentOf = ({ cs, en }: RemindedDebt['description'], n: number, count: number) => ({
  cs: `${cs} – splátka ${n} z ${count}`,
  en: `${en} – instalment ${n} of ${count}`,
})

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
