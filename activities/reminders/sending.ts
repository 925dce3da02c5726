import { sql } from 'kysely'
import { later, type OutboxDeps } from '../outbox.ts'
import { ticketOf } from '../tickets.ts'
import { reminderLetter } from './letter.ts'
import { owedOf } from './rows.ts'

/**
 * Sends the next reminder that waits. Gives false when there is none. What has been paid meanwhile is left out, and a letter of which
 * nothing is left is needless; so is one whose addressee wants no more of them. One that cannot be sent waits its turn again.
 */
export async function sendNextReminder(
  { db, city, mailer, portalUrl, caseKey }: OutboxDeps,
  failed: (error: unknown, id: string) => void,
): Promise<boolean> {
  return db.transaction().execute(async tx => {
    const due = await tx
      .selectFrom('reminder_letter as r')
      .innerJoin('person as p', 'p.id', 'r.personId')
      .leftJoin('reminder_choice as c', 'c.personId', 'r.personId')
      .select(['r.id', 'r.attempts', 'p.email', 'p.language', 'c.email as wanted'])
      .where('r.state', '=', 'pending')
      .where('r.nextAt', '<=', sql<Date>`now()`)
      .orderBy('r.nextAt')
      .limit(1)
      .forUpdate('r')
      .skipLocked()
      .executeTakeFirst()
    if (!due) return false
    const change = (set: { state?: string; sentAt?: Date; attempts?: number; nextAt?: ReturnType<typeof later> }) =>
      tx.updateTable('reminder_letter').set(set).where('id', '=', due.id).execute()
    const debts = due.wanted === true ? await owedOf(tx, due.id) : []
    if (!due.email || debts.length === 0) {
      await change({ state: debts.length === 0 ? 'needless' : 'no-address' })
      return true
    }
    try {
      const language = due.language === 'en' ? 'en' : 'cs'
      const payUrl = `${portalUrl}/${language}/reminder/${ticketOf(caseKey, 'reminder', due.id)}`
      const mail = reminderLetter(city, { debts, payUrl, stopUrl: `${payUrl}/stop` }, language)
      await mailer.send({ id: due.id, to: due.email, ...mail, attachments: [] })
      await change({ state: 'sent', sentAt: new Date() })
    } catch (error) {
      failed(error, due.id)
      await change({ attempts: due.attempts + 1, nextAt: later(due.attempts) })
    }
    return true
  })
}
