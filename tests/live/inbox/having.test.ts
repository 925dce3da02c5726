import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Assigned, NextTask, ProblemDetails } from '../../../api/contract.ts'
import { keepHistory } from '../../histories.ts'
import { applied, inboxOf, taskPath, tasksOf } from '../../office.ts'
import { ended } from '../../paying.ts'
import type { Visitor } from '../../visitor.ts'
import { anOffice, claim, code, grant, verdict, viewOf } from './room.ts'

const { db, office } = anOffice()

describe('who has a task', () => {
  test('the second of two is told who was faster, whether claiming or deciding; what they wrote changes nothing', async () => {
    const { eva, petr } = office()
    const it = await applied(db(), eva.who)
    await claim(eva.who, it.task.id)
    const late = await claim(petr.who, it.task.id)
    expect([code(late), late.body.detail]).toEqual([[409, 'taken'], expect.stringContaining(eva.name)])
    expect(code(await verdict(petr.who, it, grant))).toEqual([409, 'taken'])
    expect(await viewOf(petr.who, it.task.id)).toMatchObject({
      mayDecide: false,
      mayAssign: false,
      why: { cs: expect.stringContaining(eva.name) },
    })
    expect((await claim(eva.who, it.task.id)).status).toBe(200)
    expect((await verdict(eva.who, it, grant)).status).toBe(200)
  })

  test('of two who decide an unclaimed task at once one does, and has claimed it by that', async () => {
    const { eva, petr } = office()
    const it = await applied(db(), eva.who)
    const both = await Promise.all([eva, petr].map(({ who }) => verdict(who, it, grant)))
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const { moves } = await viewOf(eva.who, it.task.id)
    expect(moves).toMatchObject([{ what: 'claimed' }])
    const winner = both[0]?.status === 200 ? eva : petr
    expect(moves[0]?.by).toBe(winner.name)
    expect(await ended(it.who, it.id)).toMatchObject({ outcome: 'granted' })
  })

  test('is given back with a reason, which colleagues read; a supervisor takes over', async () => {
    const { eva, petr, head } = office()
    const it = await applied(db(), eva.who)
    await claim(eva.who, it.task.id)
    const release = (who: Visitor, reason: string) => who.post(taskPath(it.task.id, 'release'), { reason })
    expect(code(await release(eva.who, ''))).toEqual([422, 'invalid'])
    expect(code(await release(petr.who, 'Udělám to.'))).toEqual([409, 'taken'])
    expect((await release(eva.who, 'Odcházím k lékaři.')).status).toBe(200)
    await claim(petr.who, it.task.id)
    expect((await verdict(head.who, it, grant)).status).toBe(200)
    const { moves } = await viewOf(petr.who, it.task.id)
    expect(moves.map(({ what, by, reason }) => [what, by, reason])).toEqual([
      ['claimed', eva.name, null],
      ['released', eva.name, 'Odcházím k lékaři.'],
      ['claimed', petr.name, null],
      ['claimed', head.name, null],
    ])
  })

  test('is assigned in bulk by the supervisor, all or none, and passed on by who has it', async () => {
    const { eva, petr, head, outsider } = office()
    const [one, two] = [await applied(db(), eva.who), await applied(db(), eva.who)]
    const tasks = [one.task.id, two.task.id]
    const assign = (who: Visitor, to: string | null, ids = tasks) =>
      who.post<Assigned>('/api/tasks/assign', { tasks: ids, to })
    expect(code(await assign(eva.who, petr.id))).toEqual([403, 'forbidden'])
    expect(code(await assign(outsider.who, outsider.id))).toEqual([404, 'not-yours'])
    expect(code(await assign(head.who, outsider.id))).toEqual([409, 'cannot-take'])
    expect(code(await assign(head.who, petr.id, [...tasks, 'nothing']))).toEqual([404, 'not-yours'])
    expect(await tasksOf(petr.who, { view: 'mine', q: one.number })).toEqual([])
    expect(await assign(head.who, petr.id)).toMatchObject({ status: 200, body: { assigned: 2, to: { id: petr.id } } })
    expect(await tasksOf(petr.who, { view: 'mine', q: two.number })).toEqual([two.task.id])
    expect((await assign(petr.who, eva.id, [one.task.id])).status).toBe(200)
    await verdict(eva.who, one, grant)
    expect(code(await assign(head.who, eva.id))).toEqual([409, 'step-closed'])
    expect((await viewOf(head.who, two.task.id)).assignee?.id).toBe(petr.id)
    expect((await assign(head.who, null, [two.task.id])).body).toMatchObject({ assigned: 1, to: null })
    expect((await viewOf(eva.who, two.task.id)).moves.at(-1)).toMatchObject({
      what: 'assigned',
      by: head.name,
      to: null,
    })
  })

  test('goes to the inbox of another department, through the case: its timeline tells, its day stays', async () => {
    const { eva, head, outsider } = office()
    const it = await applied(db(), eva.who)
    const handOver = (body: unknown) => eva.who.post<NextTask & ProblemDetails>(taskPath(it.task.id, 'hand-over'), body)
    const wrong = await handOver({ id: randomUUID(), role: 'registry', reason: 'Sami sobě.' })
    expect([code(wrong), wrong.body.problems?.[0]?.path]).toEqual([[422, 'invalid'], '/role'])
    const body = { id: randomUUID(), role: 'building', reason: 'Jde o stavbu.' }
    expect((await handOver(body)).status).toBe(200)
    // sent again after a cut line
    expect((await handOver(body)).status).toBe(200)
    expect(await tasksOf(eva.who, { q: it.number })).toEqual([])
    expect((await eva.who.get(taskPath(it.task.id))).status).toBe(404)
    const [there] = (await inboxOf(outsider.who, { view: 'unassigned', q: it.number })).tasks
    expect(there).toMatchObject({ role: 'building', due: it.task.due, assignee: null })
    const { moves, caseView, departments } = await viewOf(outsider.who, it.task.id)
    expect(moves.at(-1)).toMatchObject({
      ...{ what: 'handed-over', by: eva.name, reason: 'Jde o stavbu.' },
      to: { cs: expect.stringContaining('Stavební') },
    })
    expect(departments.map(({ id }) => id)).toContain('registry')
    expect(caseView.open).toMatchObject([{ mine: true }])
    const told = (await it.who.get<{ timeline: { what: string; title: { cs: string } }[] }>(`/api/cases/${it.id}`)).body
    expect(told.timeline.at(-1)?.title.cs).toContain('Předáno jinému útvaru')
    expect(JSON.stringify(told)).not.toContain('Jde o stavbu.')
    expect(code(await verdict(head.who, it, grant))).toEqual([404, 'not-yours'])
    expect((await verdict(outsider.who, it, grant)).status).toBe(200)
    expect(await ended(it.who, it.id)).toMatchObject({ outcome: 'granted' })
    await keepHistory(it.id, 'handed-over')
  })
})
