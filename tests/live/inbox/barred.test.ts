import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Absences, ProblemDetails } from '../../../api/contract.ts'
import { today } from '../../../forms/day.ts'
import { applied, inboxOf, member, taskPath } from '../../office.ts'
import { anOffice, claim, code, grant, verdict, viewOf } from './room.ts'

const { db, office } = anOffice()

describe('who may not decide', () => {
  test('who decided the step before: not by claiming, not for somebody absent', async () => {
    const { eva, petr, head, outsider } = office()
    const it = await applied(db(), eva.who)
    await db()
      .updateTable('task')
      .set({ not: [petr.id] })
      .where('id', '=', it.task.id)
      .execute()
    expect(code(await claim(petr.who, it.task.id))).toEqual([403, 'four-eyes'])
    expect(code(await verdict(petr.who, it, grant))).toEqual([403, 'four-eyes'])
    expect((await inboxOf(petr.who, { q: it.number })).tasks).toMatchObject([{ barred: true }])
    expect(await viewOf(petr.who, it.task.id)).toMatchObject({
      mayDecide: false,
      colleagues: expect.not.arrayContaining([expect.objectContaining({ id: petr.id })]),
    })

    await claim(eva.who, it.task.id)
    const away = { official: eva.id, substitute: petr.id, from: today(), to: today() }
    const entered = await head.who.post<Absences>('/api/absences', away)
    expect(entered.status).toBe(201)
    expect((await inboxOf(petr.who, { view: 'mine', q: it.number })).tasks).toMatchObject([
      { mine: true, barred: true },
    ])
    expect(code(await verdict(petr.who, it, grant))).toEqual([403, 'four-eyes'])
    const absence = entered.body.absences.find(({ official }) => official.id === eva.id)
    expect(code(await outsider.who.send('DELETE', `/api/absences/${absence?.id}`))).toEqual([404, 'not-yours'])
    expect((await eva.who.send('DELETE', `/api/absences/${absence?.id}`)).status).toBe(204)
    expect((await verdict(eva.who, it, grant)).status).toBe(200)
  })

  test('who is a party of the case (§ 14 správního řádu), whatever they try', async () => {
    const { eva, head } = office()
    const it = await applied(db(), eva.who)
    const party = await member(db(), 'registry', { personId: it.reader.id, supervises: ['registry'] })
    expect((await inboxOf(party.who, { q: it.number })).tasks).toMatchObject([{ barred: true }])
    for (const refused of [
      await claim(party.who, it.task.id),
      await verdict(party.who, it, grant),
      await party.who.post(taskPath(it.task.id, 'hand-over'), {
        id: randomUUID(),
        role: 'building',
        reason: 'Pryč s tím.',
      }),
    ])
      expect(code(refused)).toEqual([403, 'own-matter'])
    const assigned = await head.who.post<ProblemDetails>('/api/tasks/assign', { tasks: [it.task.id], to: party.id })
    expect([code(assigned), assigned.body.detail]).toEqual([[409, 'cannot-take'], expect.stringContaining(it.number)])
    // in the principal's name it is their matter just as well
    await db().updateTable('case').set({ subjectId: it.reader.subject }).where('id', '=', it.id).execute()
    const other = await applied(db(), eva.who)
    await db().updateTable('case').set({ subjectId: it.reader.subject }).where('id', '=', other.id).execute()
    expect(code(await claim(party.who, other.task.id))).toEqual([403, 'own-matter'])
  })
})
