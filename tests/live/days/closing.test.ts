import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { today } from '../../../forms/day.ts'
import { holding } from '../../portal.ts'
import { clerk } from '../../residents.ts'
import { inTurn, said, treasury } from './room.ts'

const { confirm, db, one, other, paid, propose, viewOf } = treasury()

describe('closing a day', () => {
  test('one proposes, another confirms; the totals stay as they were, and what changed since is said', async () => {
    const day = '2019-09-01'
    await paid(day, { gateway: 780_00, ordered: 780_00, ledger: 780_00 })
    const { seal } = await viewOf(day)
    expect(said(await propose(day, seal))).toEqual([204, undefined])
    expect(said(await confirm(day, seal, one()))).toEqual([403, 'four-eyes'])
    expect(said(await confirm(day, seal))).toEqual([204, undefined])
    expect((await viewOf(day)).closing).toMatchObject({ state: 'confirmed', changed: false })
    await paid(day, { gateway: 1_00, ordered: 1_00, ledger: 1_00 })
    const { closing, totals } = await viewOf(day)
    expect(closing).toMatchObject({
      state: 'confirmed',
      changed: true,
      totals: { kinds: [{ ledger: { sum: 780_00 } }, {}] },
    })
    expect(totals.kinds[0]?.ledger?.sum).toBe(781_00)
    expect((await one().send('DELETE', `/api/money/days/${day}/closing`)).status).toBe(409)
    await expect(sql`update day_closing set note = 'x' where day = ${day}`.execute(db())).rejects.toThrow('is decided')
    await expect(sql`delete from day_closing where day = ${day}`.execute(db())).rejects.toThrow('append-only')
  })

  test('of two at once one wins and the other is told', async () => {
    const day = '2019-09-02'
    await paid(day, { gateway: 5_00, ordered: 5_00, ledger: 5_00 })
    const { seal } = await viewOf(day)
    const proposals = await Promise.all([propose(day, seal, one()), propose(day, seal, other())])
    expect(inTurn(proposals)).toEqual([
      [204, undefined],
      [409, 'day-taken'],
    ])
    const [third, fourth] = await Promise.all([clerk(db(), 'treasurer'), clerk(db(), 'treasurer')])
    const both = await Promise.all([
      confirm(day, seal, holding(third.cookie)),
      confirm(day, seal, holding(fourth.cookie)),
    ])
    expect(inTurn(both)).toEqual([
      [204, undefined],
      [409, 'day-taken'],
    ])
    // Postgres itself
    const row = await db().selectFrom('day_closing').selectAll().where('day', '=', day).executeTakeFirstOrThrow()
    await expect(
      sql`insert into day_closing (id, day, state, totals, proposed_by) values (gen_random_uuid(), ${day}, 'proposed', '{}', ${row.proposedBy})`.execute(
        db(),
      ),
    ).rejects.toThrow('day_closing_once')
    await expect(
      sql`insert into day_closing (id, day, state, totals, proposed_by, decided_by, decided_at)
        values (gen_random_uuid(), '2020-01-01', 'confirmed', '{}', ${row.proposedBy}, ${row.proposedBy}, now())`.execute(
        db(),
      ),
    ).rejects.toThrow('check')
  })

  test('not with totals that nobody saw, not unexplained, and not before the day is over', async () => {
    const day = '2019-09-03'
    await paid(day, { gateway: 9_00, ordered: 9_00, ledger: 8_99 })
    const { seal } = await viewOf(day)
    expect(said(await propose(day, '0'.repeat(64)))).toEqual([409, 'day-changed'])
    expect(said(await propose(day, seal))).toEqual([422, 'day-unexplained'])
    expect(said(await propose(day, seal, one(), 'Chybí haléř, řeší brána.'))).toEqual([204, undefined])
    await paid(day, { gateway: 1_00, ordered: 1_00, ledger: 1_00 })
    const now = await viewOf(day)
    expect(now.closing).toMatchObject({ state: 'proposed', changed: true, note: 'Chybí haléř, řeší brána.' })
    for (const shown of [seal, now.seal]) expect(said(await confirm(day, shown))).toEqual([409, 'day-changed'])
    expect((await other().send('DELETE', `/api/money/days/${day}/closing`)).status).toBe(204)
    expect(said(await propose(day, now.seal, other(), 'Znovu.'))).toEqual([204, undefined])
    const { seal: ofToday, over } = await viewOf(today())
    expect(over).toBe(false)
    expect(said(await propose(today(), ofToday))).toEqual([409, 'day-not-over'])
    expect((await one().get('/api/money/days/2019-02-30')).status).toBe(404)
  })
})
