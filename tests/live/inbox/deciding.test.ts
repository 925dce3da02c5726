import { describe, expect, test } from 'vitest'
import type { Answered, Preview, ProblemDetails } from '../../../api/contract.ts'
import { answer, answerTo, decide, stepOf } from '../../deciding.ts'
import { applied, inboxOf, member, taskPath, type Applied } from '../../office.ts'
import { ended, seen } from '../../paying.ts'
import { fingerprints, quiet } from '../../rows.ts'
import { anOffice, claim, code, grant, verdict } from './room.ts'

const { db, office } = anOffice()

describe('deciding', () => {
  test('a preview is what the citizen then gets, and by looking nothing happens', async () => {
    const { eva } = office()
    const it = await applied(db(), eva.who)
    const look = (data: unknown) => eva.who.post<Preview & ProblemDetails>(taskPath(it.task.id, 'preview'), { data })
    await quiet(db())
    const before = await fingerprints(db(), [eva.id])
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
    expect(await fingerprints(db(), [eva.id])).toEqual(before)

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
    const fast = await member(db(), 'registry')
    const tasks = []
    for (let n = 0; n < 4; n++) tasks.push(await applied(db(), fast.who))
    const [first, second, third, fourth] = tasks
    if (!first || !second || !third || !fourth) throw new Error('There are too few tasks.')
    for (const it of tasks) await claim(fast.who, it.task.id)
    await db()
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
    const plain = await applied(db(), petr.who)
    expect((await verdict(petr.who, plain, grant)).body).not.toHaveProperty('next')
  })
})
