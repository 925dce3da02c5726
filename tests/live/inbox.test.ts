import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  Absences,
  Answered,
  Assigned,
  NextTask,
  Preview,
  ProblemDetails,
  TaskSummary,
  TaskView,
} from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { addDays } from '../../city/calendar.ts'
import { today } from '../../forms/day.ts'
import { answer, answerTo, decide, stepOf } from '../deciding.ts'
import { keepHistory } from '../histories.ts'
import { freshAddress, mailsCome, mailsTo } from '../mail.ts'
import { applied, hear, inboxOf, member, taskPath, tasksOf, type Applied, type Member } from '../office.ts'
import { ended, seen } from '../paying.ts'
import { until } from '../portal.ts'
import { fingerprints, quiet } from '../rows.ts'
import { stack } from '../stack.ts'
import { skipTime } from '../temporal.ts'
import type { Visitor } from '../visitor.ts'

let database: Database
let db: Database['db']
let [eva, petr, head, outsider]: Member[] = []
beforeAll(async () => {
  database = openDatabase(stack.databaseUrl, 4)
  db = database.db
  const made = [member(db, 'registry'), member(db, 'registry'), member(db, 'registry', { supervises: ['registry'] })]
  ;[eva, petr, head, outsider] = await Promise.all([...made, member(db, 'building')])
})
afterAll(() => database.close())

/** The officials of this file: a clerk, another, their supervisor, and one of another department. */
const office = () => {
  if (!eva || !petr || !head || !outsider) throw new Error('The office is empty.')
  return { eva, petr, head, outsider }
}
const claim = (who: Visitor, task: string) => who.post<TaskSummary & ProblemDetails>(taskPath(task, 'claim'), undefined)
const verdict = (who: Visitor, { id, task }: Applied, data: unknown) => answer(who, id, task.stepKey, data)
const grant = { verdict: 'grant' }
const viewOf = async (who: Visitor, id: string) => (await who.get<TaskView>(taskPath(id))).body
const code = ({ status, body }: { status: number; body: unknown }) => [status, (body as ProblemDetails).code]

describe('views', () => {
  test('a task goes from nobody to me, to waiting and to done; each view shows where it is', async () => {
    const { eva, petr, outsider } = office()
    const it = await applied(db, eva.who)
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
    const it = await applied(db, eva.who)
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
    const it = await applied(db, eva.who)
    await claim(eva.who, it.task.id)
    const { roles, counts, agendas, colleagues } = await inboxOf(head.who)
    expect(roles).toMatchObject([{ role: 'registry', title: { cs: 'Oddělení matriky' }, supervised: true }])
    const open = await db
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

describe('who has a task', () => {
  test('the second of two is told who was faster, whether claiming or deciding; what they wrote changes nothing', async () => {
    const { eva, petr } = office()
    const it = await applied(db, eva.who)
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
    const it = await applied(db, eva.who)
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
    const it = await applied(db, eva.who)
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
    const [one, two] = [await applied(db, eva.who), await applied(db, eva.who)]
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
    const it = await applied(db, eva.who)
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

describe('who may not decide', () => {
  test('who decided the step before: not by claiming, not for somebody absent', async () => {
    const { eva, petr, head, outsider } = office()
    const it = await applied(db, eva.who)
    await db
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
    const it = await applied(db, eva.who)
    const party = await member(db, 'registry', { personId: it.reader.id, supervises: ['registry'] })
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
    await db.updateTable('case').set({ subjectId: it.reader.subject }).where('id', '=', it.id).execute()
    const other = await applied(db, eva.who)
    await db.updateTable('case').set({ subjectId: it.reader.subject }).where('id', '=', other.id).execute()
    expect(code(await claim(party.who, other.task.id))).toEqual([403, 'own-matter'])
  })
})

describe('while somebody is away', () => {
  test('the substitute sees and decides their tasks, though of another inbox, and new ones go to the substitute', async () => {
    const { head, outsider } = office()
    const away = await member(db, 'registry')
    const [one, two, later] = [await applied(db, away.who), await applied(db, away.who), await applied(db, away.who)]
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

test('a task that becomes late is told to its supervisor once, by mail, and stands in their late view', async () => {
  const { eva } = office()
  const email = freshAddress()
  const boss = await member(db, 'registry', { roles: [], supervises: ['registry'], email })
  const it = await applied(db, eva.who)
  await skipTime(it.id)
  await seen(it.who, it.id, view => view.open[0]?.late === true)
  expect(await tasksOf(boss.who, { view: 'late', q: it.number })).toEqual([it.task.id])
  const [mail] = await mailsCome(email)
  expect(mail?.subject).toContain(it.number)
  expect(mail?.text).toContain(`/cs/office/tasks/${encodeURIComponent(it.task.id)}`)
  expect(mail?.text).not.toContain(it.reader.name)
  const { moves, deadline } = await viewOf(boss.who, it.task.id)
  expect(moves).toContainEqual(
    expect.objectContaining({ what: 'escalated', by: null, to: { cs: boss.name, en: boss.name } }),
  )
  expect(deadline?.cs).toContain('Lhůta uplynula')
  await verdict(boss.who, it, grant)
  await ended(it.who, it.id)
  expect(await mailsTo(email)).toHaveLength(1)
})

test('an open inbox hears of what changes in it, and nobody hears of another inbox', async () => {
  const { eva, outsider } = office()
  const [mine, theirs] = [await hear(eva.who), await hear(outsider.who)]
  const it = await applied(db, eva.who)
  await claim(eva.who, it.task.id)
  await eva.who.post(taskPath(it.task.id, 'release'), { reason: 'Zkouška.' })
  await eva.who.post(taskPath(it.task.id, 'hand-over'), { id: randomUUID(), role: 'building', reason: 'Zkouška.' })
  await verdict(outsider.who, it, grant)
  const whats = (told: typeof mine.told) => told.filter(one => one.task === it.task.id).map(({ what }) => what)
  await until(
    async () => whats(theirs.told),
    told => told.at(-1) === 'closed',
    5,
  )
  expect(whats(mine.told)).toEqual(['opened', 'claimed', 'released', 'claimed', 'handed-over'])
  expect(whats(theirs.told)).toEqual(['handed-over', 'claimed', 'closed'])
  expect(mine.told.find(one => one.task === it.task.id)).toEqual({
    task: it.task.id,
    case: it.id,
    role: 'registry',
    what: 'opened',
  })
  for (const { stop } of [mine, theirs]) stop()
})

describe('deciding', () => {
  test('a preview is what the citizen then gets, and by looking nothing happens', async () => {
    const { eva } = office()
    const it = await applied(db, eva.who)
    const look = (data: unknown) => eva.who.post<Preview & ProblemDetails>(taskPath(it.task.id, 'preview'), { data })
    await quiet(db)
    const before = await fingerprints(db, [eva.id])
    const ask = { verdict: 'ask', reasons: 'Doplňte prosím adresu.' }
    const { body: asking } = await look(ask)
    expect(asking).toMatchObject({
      outcome: null,
      documents: [],
      assumes: [],
      next: [{ cs: expect.stringContaining('Doplnění') }],
    })
    const { body: granting } = await look(grant)
    expect(granting).toMatchObject({ outcome: { cs: 'průkaz vydán' }, next: [] })
    const bad = await look({ verdict: 'refuse' })
    expect([code(bad), bad.body.problems?.map(({ path }) => path)]).toEqual([[422, 'invalid'], ['/reasons']])
    expect(await fingerprints(db, [eva.id])).toEqual(before)

    await verdict(eva.who, it, ask)
    const view = await seen(it.who, it.id, ({ open }) => open[0]?.step === 'supplement')
    const last = view.timeline.findLast(({ what }) => what === 'notified')
    expect(asking.messages).toEqual([{ to: it.reader.name, subject: last?.title, body: last?.body }])
    // the second round is previewed with all that went before
    await answer(it.who, it.id, stepOf(view), { note: 'Severní 1' })
    const { task } = { task: (await inboxOf(eva.who, { q: it.number })).tasks[0] }
    const refusal = { verdict: 'refuse', reasons: 'Nebydlíte tu.' }
    const { body: refusing } = await eva.who.post<Preview>(taskPath(task?.id ?? '', 'preview'), { data: refusal })
    await decide(eva.who, it.id, refusal)
    const { timeline } = await ended(it.who, it.id)
    const told = timeline.findLast(({ what }) => what === 'notified')
    expect(refusing.messages).toEqual([{ to: it.reader.name, subject: told?.title, body: told?.body }])
  })

  test('leads to the next task of the view, in its order, past what is barred or somebody else’s, and from the end to the top', async () => {
    const { petr } = office()
    const fast = await member(db, 'registry')
    const tasks = []
    for (let n = 0; n < 4; n++) tasks.push(await applied(db, fast.who))
    const [first, second, third, fourth] = tasks
    if (!first || !second || !third || !fourth) throw new Error('There are too few tasks.')
    for (const it of tasks) await claim(fast.who, it.task.id)
    await db
      .updateTable('task')
      .set({ not: [fast.id] })
      .where('id', '=', third.task.id)
      .execute()
    const next = async (it: Applied, asked: Record<string, string>) => {
      const message = answerTo(it.task.stepKey, grant)
      const path = `/api/cases/${it.id}/messages?${new URLSearchParams(asked)}`
      return (await fast.who.post<Answered>(path, message)).body.next
    }
    expect(await next(second, { view: 'mine', sort: 'oldest' })).toEqual({ task: fourth.task.id, left: 2 })
    expect(await next(fourth, { view: 'mine', sort: 'oldest' })).toEqual({ task: first.task.id, left: 1 })
    expect(await next(first, { view: 'mine' })).toEqual({ task: null, left: 0 })
    // without a view nobody asks for more
    const plain = await applied(db, petr.who)
    expect((await verdict(petr.who, plain, grant)).body).not.toHaveProperty('next')
  })
})

test('a mark that was tampered with begins at the top', async () => {
  const { eva } = office()
  const top = await tasksOf(eva.who, { sort: 'due' })
  for (const after of ['x', '2026-02-31|a', '2026-01-01 25:00:00+00|a', '|'])
    expect(await tasksOf(eva.who, { after, sort: 'due' }), after).toEqual(top)
})
