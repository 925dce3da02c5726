import { describe, expect, test } from 'vitest'
import type { Absences, Assigned, ProblemDetails } from '../../../api/contract.ts'
import { addDays } from '../../../city/calendar.ts'
import { today } from '../../../forms/day.ts'
import { applied, inboxOf, member, taskPath, tasksOf } from '../../office.ts'
import type { Visitor } from '../../visitor.ts'
import { anOffice, claim, code, grant, verdict } from './room.ts'

const { db, office } = anOffice()

describe('while somebody is away', () => {
  test('the substitute sees and decides their tasks, though of another inbox, and new ones go to the substitute', async () => {
    const { head, outsider } = office()
    const away = await member(db(), 'registry')
    const [one, two, later] = [
      await applied(db(), away.who),
      await applied(db(), away.who),
      await applied(db(), away.who),
    ]
    for (const it of [one, later]) await claim(away.who, it.task.id)
    expect((await outsider.who.get(taskPath(one.task.id))).status).toBe(404)
    const days = { from: today(), to: addDays(today(), 10) }
    const enter = (who: Visitor, body: unknown) => who.post<Absences & ProblemDetails>('/api/absences', body)
    expect(code(await enter(outsider.who, { official: away.id, substitute: outsider.id, ...days }))).toEqual([
      403,
      'forbidden',
    ])
    expect((await enter(away.who, { substitute: outsider.id, ...days })).status).toBe(201)
    const again = await enter(head.who, {
      official: away.id,
      substitute: head.id,
      from: days.to,
      to: addDays(days.to, 3),
    })
    expect([code(again), again.body.detail]).toEqual([[409, 'absence-overlaps'], expect.stringContaining(away.name)])
    for (const [body, path] of [
      [{ substitute: away.id, ...days }, '/substitute'],
      [{ substitute: head.id, from: days.to, to: days.from }, '/to'],
      [{ substitute: head.id, from: '2020-01-01', to: '2020-01-02' }, '/to'],
    ] as const)
      expect((await enter(away.who, body)).body.problems?.map(problem => problem.path)).toEqual([path])

    expect(await tasksOf(outsider.who, { view: 'mine' })).toEqual(expect.arrayContaining([one.task.id, later.task.id]))
    expect(await tasksOf(outsider.who, { view: 'team', q: two.number })).toEqual([])
    expect((await inboxOf(head.who, { q: one.number })).tasks[0]?.assignee).toMatchObject({
      id: away.id,
      substitute: { id: outsider.id, until: days.to },
    })
    const assigned = await head.who.post<Assigned>('/api/tasks/assign', { tasks: [two.task.id], to: away.id })
    expect(assigned.body).toMatchObject({ assigned: 1, to: { id: outsider.id } })
    for (const it of [one, two]) expect((await verdict(outsider.who, it, grant)).status).toBe(200)
    // what they decided stays theirs to see, the rest goes back with the absence
    const { body } = await away.who.get<Absences>('/api/absences')
    const mine = body.absences.find(({ official }) => official.id === away.id)
    expect(mine).toMatchObject({ current: true, mayCancel: true, from: days.from, to: days.to })
    await away.who.send('DELETE', `/api/absences/${mine?.id}`)
    expect((await outsider.who.get(taskPath(one.task.id))).status).toBe(200)
    expect((await outsider.who.get(taskPath(later.task.id))).status).toBe(404)
  })
})
