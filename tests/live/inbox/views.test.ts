import { describe, expect, test } from 'vitest'
import { answer, decide } from '../../deciding.ts'
import { applied, inboxOf, tasksOf } from '../../office.ts'
import { ended, seen } from '../../paying.ts'
import { anOffice, claim, code, grant, verdict, viewOf } from './room.ts'

const { db, office } = anOffice()

describe('views', () => {
  test('a task goes from nobody to me, to waiting and to done; each view shows where it is', async () => {
    const { eva, petr, outsider } = office()
    const it = await applied(db(), eva.who)
    const find = { q: it.number }
    expect(it.task).toMatchObject({ state: 'open', assignee: null, mine: false, barred: false, waits: null })
    for (const view of ['team', 'unassigned']) expect(await tasksOf(petr.who, { view, ...find })).toEqual([it.task.id])
    for (const view of ['mine', 'late', 'waiting', 'done'])
      expect(await tasksOf(petr.who, { view, ...find }), view).toEqual([])
    expect(await tasksOf(outsider.who, find)).toEqual([])

    const claimed = await claim(eva.who, it.task.id)
    expect(claimed).toMatchObject({ status: 200, body: { mine: true, assignee: { id: eva.id, substitute: null } } })
    expect(await tasksOf(eva.who, { view: 'mine', ...find })).toEqual([it.task.id])
    expect(await tasksOf(eva.who, { view: 'unassigned', ...find })).toEqual([])
    expect((await inboxOf(petr.who, find)).tasks).toMatchObject([{ mine: false, assignee: { id: eva.id } }])

    expect((await verdict(eva.who, it, { verdict: 'ask', reasons: 'Chybí adresa.' })).status).toBe(200)
    expect(await tasksOf(eva.who, find)).toEqual([])
    const waiting = (await inboxOf(petr.who, { view: 'waiting', ...find })).tasks
    expect(waiting).toMatchObject([{ id: it.task.id, state: 'done', waits: { cs: expect.stringContaining('občana') } }])
    expect(await tasksOf(petr.who, { view: 'done', ...find })).toEqual([])
    const [decidedLast] = (await inboxOf(eva.who, { view: 'done' })).tasks
    expect(decidedLast).toMatchObject({ id: it.task.id, closedAt: expect.any(String) })
    expect(await viewOf(petr.who, it.task.id)).toMatchObject({
      mayDecide: false,
      why: { cs: expect.stringContaining(eva.name) },
    })

    const [supplement] = (await seen(it.who, it.id, view => view.open[0]?.step === 'supplement')).open
    await answer(it.who, it.id, supplement?.key ?? '', { note: 'Kladno' })
    expect(await tasksOf(eva.who, { view: 'waiting', ...find })).toEqual([])
    expect(await tasksOf(eva.who, { view: 'team', ...find })).toHaveLength(1)
    await decide(eva.who, it.id, grant)
    expect(await ended(it.who, it.id)).toMatchObject({ outcome: 'granted' })
    for (const view of ['team', 'waiting']) expect(await tasksOf(eva.who, { view, ...find })).toEqual([])
  })

  test('are searched by any part of a word and by its beginning, without diacritics, and narrowed by agenda and inbox', async () => {
    const { eva, outsider } = office()
    const it = await applied(db(), eva.who)
    const word = it.reader.name.split(' ').at(-1) ?? ''
    for (const q of [
      word.slice(1, 6),
      `ZKUŠEB ${word}`,
      `zkuseb obyvat ${word}`,
      `${word} prukaz KNIH`,
      `ob ${word}`,
      it.number,
      `library ${word}`,
    ])
      expect(await tasksOf(eva.who, { q }), q).toEqual([it.task.id])
    for (const q of [`${word} nikdo`, `${word} %`, `b ${word}x`, `${word} ysxq`])
      expect(await tasksOf(eva.who, { q }), q).toEqual([])
    const find = { q: word }
    expect(await tasksOf(eva.who, { ...find, agenda: '_example', role: 'registry' })).toEqual([it.task.id])
    expect(await tasksOf(eva.who, { ...find, agenda: 'account-pairing' })).toEqual([])
    expect(code(await eva.who.get('/api/inbox?role=building'))).toEqual([403, 'forbidden'])
    expect(code(await eva.who.get(`/api/inbox?assignee=${outsider.id}`))).toEqual([403, 'forbidden'])
  })

  test('count what is there, name the agendas, and show a supervisor who has what', async () => {
    const { eva, head } = office()
    const it = await applied(db(), eva.who)
    await claim(eva.who, it.task.id)
    const { roles, counts, agendas, colleagues } = await inboxOf(head.who)
    expect(roles).toMatchObject([{ role: 'registry', title: { cs: 'Oddělení matriky' }, supervised: true }])
    const open = await db()
      .selectFrom('task')
      .select('late')
      .where('role', '=', 'registry')
      .where('state', '=', 'open')
      .execute()
    expect([counts.team, roles[0]?.open, counts.late]).toEqual([
      open.length,
      open.length,
      open.filter(t => t.late).length,
    ])
    expect(agendas.map(({ id }) => id)).toContain('_example')
    expect(colleagues.find(({ id }) => id === eva.id)).toMatchObject({ name: eva.name, late: 0 })
    expect(colleagues.find(({ id }) => id === eva.id)?.open).toBe((await inboxOf(eva.who)).counts.mine)
    expect(await tasksOf(head.who, { assignee: eva.id })).toContain(it.task.id)
    expect((await inboxOf(eva.who)).colleagues).toEqual([])
  })
})

test('a mark that was tampered with begins at the top', async () => {
  const { eva } = office()
  const top = await tasksOf(eva.who, { sort: 'due' })
  for (const after of ['x', '2026-02-31|a', '2026-01-01 25:00:00+00|a', '|'])
    expect(await tasksOf(eva.who, { after, sort: 'due' }), after).toEqual(top)
})
