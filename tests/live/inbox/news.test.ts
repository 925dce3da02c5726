import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { freshAddress, mailsCome, mailsTo } from '../../mail.ts'
import { applied, hear, member, taskPath, tasksOf } from '../../office.ts'
import { ended, seen } from '../../paying.ts'
import { until } from '../../portal.ts'
import { skipTime } from '../../temporal.ts'
import { anOffice, claim, grant, verdict, viewOf } from './room.ts'

const { db, office } = anOffice()

test('a task that becomes late is told to its supervisor once, by mail, and stands in their late view', async () => {
  const { eva } = office()
  const email = freshAddress()
  const boss = await member(db(), 'registry', { roles: [], supervises: ['registry'], email })
  const it = await applied(db(), eva.who)
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
  const it = await applied(db(), eva.who)
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
