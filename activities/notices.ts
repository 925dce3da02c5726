import { sql } from 'kysely'
import { dayText } from '../city/typeset.ts'
import { lateNotice } from './notifications/late-notice.ts'
import { later, type OutboxDeps } from './outbox.ts'

/**
 * Sends the next mail to an official that waits. Gives false when there is none. One that cannot be sent waits its turn again; what
 * has been decided meanwhile need not be told any more.
 */
export async function sendNextNotice(
  { db, city, mailer, portalUrl }: OutboxDeps,
  failed: (error: unknown, id: string) => void,
): Promise<boolean> {
  return db.transaction().execute(async tx => {
    const due = await tx
      .selectFrom('official_notice as n')
      .innerJoin('official as o', 'o.id', 'n.officialId')
      .innerJoin('task as t', 't.id', 'n.taskId')
      .innerJoin('case as c', 'c.id', 't.caseId')
      .innerJoin('definition as f', 'f.hash', 'c.definition')
      .leftJoin('official as a', 'a.id', 't.assignee')
      .select(['n.taskId', 'n.officialId', 'n.attempts', 'o.email', 'o.active', 'a.name as assignee'])
      .select(['t.due', 't.step', 't.state as taskState', 'c.number', 'f.content'])
      .where('n.state', '=', 'pending')
      .where('n.nextAt', '<=', sql<Date>`now()`)
      .orderBy('n.nextAt')
      .limit(1)
      .forUpdate('n')
      .skipLocked()
      .executeTakeFirst()
    if (!due) return false
    const change = (set: { state?: string; sentAt?: Date; attempts?: number; nextAt?: ReturnType<typeof later> }) =>
      tx
        .updateTable('official_notice')
        .set(set)
        .where('taskId', '=', due.taskId)
        .where('officialId', '=', due.officialId)
        .execute()
    if (!due.email || !due.active || due.taskState !== 'open') {
      await change({ state: due.taskState === 'open' ? 'no-address' : 'needless' })
      return true
    }
    const id = `late-${due.taskId.replace(/[^\w-]+/g, '.')}-${due.officialId}`
    try {
      const notice = lateNotice(city, {
        number: due.number,
        title: due.content.title.cs,
        step: due.content.steps[due.step]?.cs ?? due.step,
        due: dayText(due.due, 'cs'),
        assignee: due.assignee,
        url: `${portalUrl}/cs/office/tasks/${encodeURIComponent(due.taskId)}`,
      })
      await mailer.send({ id, to: due.email, ...notice, attachments: [] })
      await change({ state: 'sent', sentAt: new Date() })
    } catch (error) {
      failed(error, id)
      await change({ attempts: due.attempts + 1, nextAt: later(due.attempts) })
    }
    return true
  })
}
