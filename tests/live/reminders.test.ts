import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Profile, ReminderLink, Reminders } from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { payAtDesk } from '../debts.ts'
import { freshAddress, mailsCome, mailsTo } from '../mail.ts'
import { mandate, paying } from '../mandating.ts'
import { holding, until, stranger } from '../portal.ts'
import { dueOn, remindedOf, remindedResident, remindOn, wants } from '../reminding.ts'
import { resident } from '../residents.ts'
import { stack } from '../stack.ts'
import type { Visitor } from '../visitor.ts'

// Each test has years of its own, far from what anybody else owes: nobody waits for a day to come.

let database: Database
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 6)
})
afterAll(() => database.close())

test('one letter of all that is due soon and late, each once before and once after, whoever looks how often', async () => {
  const { db } = database
  const email = freshAddress()
  const debtor = await resident(db, { owes: [78_000, 80_000, 50_000, 9_900] })
  const [soon = '', late = '', paid = '', far = ''] = debtor.owes
  await wants(db, debtor, { email: true, portal: true }, email)
  await dueOn(db, '2051-04-17', soon, paid)
  await dueOn(db, '2051-04-05', late)
  await dueOn(db, '2051-06-01', far)
  await payAtDesk(db, paid, 50_000)

  // Saturday, then Monday by three workers at once, then once more
  expect(await remindOn(db, '2051-04-15')).toBe(0)
  await Promise.all([1, 2, 3].map(() => remindOn(db, '2051-04-17')))
  await remindOn(db, '2051-04-18')
  const [first, ...others] = await remindedOf(db, debtor)
  expect([first?.debts, others]).toEqual([{ [soon]: 'before', [late]: 'after' }, []])

  const [letter] = await mailsCome(email)
  const text = letter?.text.replaceAll('\u00a0', ' ') ?? ''
  expect(letter?.subject).toContain('po splatnosti')
  for (const said of ['800 Kč', '780 Kč', `/cs/reminder/${first?.ticket}`, `/cs/reminder/${first?.ticket}/stop`])
    expect(text).toContain(said)
  expect(text).not.toContain('500 Kč')

  const who = holding(debtor.cookie)
  const { reminders } = (await who.get<Reminders>('/api/reminders')).body
  expect(reminders.map(({ debts }) => debts.map(({ liability, kind }) => [liability, kind]))).toEqual([
    [
      [late, 'after'],
      [soon, 'before'],
    ],
  ])
  expect((await who.send('DELETE', `/api/reminders/${reminders[0]?.id}`)).status).toBe(204)
  expect((await who.get<Reminders>('/api/reminders')).body.reminders).toEqual([])

  // what was due soon is late now: the second and last time
  await remindOn(db, '2051-04-24')
  expect((await remindedOf(db, debtor)).map(({ debts }) => debts)).toEqual([
    { [soon]: 'before', [late]: 'after' },
    { [soon]: 'after' },
  ])
  expect(await mailsCome(email, 2)).toHaveLength(2)
})

test('what was paid before the letter went out is not in it; without an address, or a wish, there is no letter', async () => {
  const { db } = database
  const [nowhere, quiet] = await Promise.all([resident(db, { owes: [40_000] }), resident(db, { owes: [40_000] })])
  await dueOn(db, '2052-04-17', ...nowhere.owes, ...quiet.owes)
  const email = freshAddress()
  const { debtor: payer } = await remindedResident(db, email)
  await wants(db, nowhere, { email: true, portal: false })
  await wants(db, quiet, { email: false, portal: false }, freshAddress())
  // all is paid before the outbox comes to the letter
  await db
    .updateTable('liability')
    .set({ state: 'settled', paid: sql<number>`principal` })
    .where('id', 'in', payer.owes)
    .execute()
  await db.updateTable('reminder_letter').set({ state: 'pending' }).where('personId', '=', payer.id).execute()
  await remindOn(db, '2052-04-16')
  await until(
    () => remindedOf(db, payer),
    ([letter]) => letter?.state === 'needless',
  )
  await until(
    () => remindedOf(db, nowhere),
    ([letter]) => letter?.state === 'no-address',
  )
  expect(await remindedOf(db, quiet)).toEqual([])
  expect(await mailsTo(email)).toEqual([])
})

test('children and the dead are never reminded; a parent is of what they may pay, an agent who only looks is not', async () => {
  const { db } = database
  const [child, parent, onlooker, dead] = await Promise.all([
    resident(db, { owes: [78_000] }),
    resident(db),
    resident(db),
    resident(db, { owes: [78_000] }),
  ])
  await dueOn(db, '2053-04-16', ...child.owes, ...dead.owes)
  await db.updateTable('person').set({ birthDate: '2040-01-01' }).where('id', '=', child.id).execute()
  await db.updateTable('subject').set({ note: 'deceased' }).where('id', '=', dead.subject).execute()
  await mandate(db, child.subject, parent, paying, { basis: 'parent' })
  await mandate(db, dead.subject, parent, paying)
  await mandate(db, child.subject, onlooker, [{ agenda: 'fee-payment', actions: ['view'] }])
  await remindOn(db, '2053-04-15')
  const seen = await Promise.all([child, dead, onlooker, parent].map(one => remindedOf(db, one)))
  expect(seen.map(letters => letters.flatMap(({ debts }) => Object.keys(debts)))).toEqual([[], [], [], child.owes])
  const { body } = await holding(parent.cookie).get<Reminders>('/api/reminders')
  expect(body.reminders[0]?.debts[0]?.for).toBe(child.name)
})

test('the link leads the addressee to their basket and anybody else to the slip; it turns e-mails off without signing in', async () => {
  const { db } = database
  const debtor = await resident(db, { owes: [78_000] })
  await dueOn(db, '2054-04-16', ...debtor.owes)
  await wants(db, debtor, { email: true, portal: true })
  await remindOn(db, '2054-04-15')
  const ticket = (await remindedOf(db, debtor))[0]?.ticket ?? ''
  const [nobody, there] = [stranger(), holding(debtor.cookie)]
  const link = async (who: Visitor) => (await who.get<ReminderLink>(`/api/reminder-links/${ticket}`)).body
  expect(await link(there)).toMatchObject({ mine: true, mail: true, debts: [{ liability: debtor.owes[0] }] })
  const seen = await link(nobody)
  expect(seen).toMatchObject({ mine: false, debts: [{ liability: null, amount: 78_000, due: '2054-04-16' }] })
  for (const secret of [debtor.name, debtor.id, debtor.subject, 'odpad'])
    expect(JSON.stringify(seen)).not.toContain(secret)

  for (const again of [1, 2])
    expect((await nobody.post(`/api/reminder-links/${ticket}/stop`, undefined)).status, `${again}`).toBe(204)
  const { body } = await there.get<Profile>('/api/profile')
  expect(body.reminders).toEqual({ email: false, portal: true })
  expect((await nobody.get(`/api/reminder-links/${'A'.repeat(43)}`)).status).toBe(404)
})

test('the choice is one’s own, and is kept', async () => {
  const who = holding((await resident(database.db)).cookie)
  expect((await who.get<Profile>('/api/profile')).body.reminders).toEqual({ email: false, portal: true })
  const { body } = await who.send<Profile>('PATCH', '/api/profile', { reminders: { email: true, portal: false } })
  expect(body.reminders).toEqual({ email: true, portal: false })
  expect((await who.send('PATCH', '/api/profile', { reminders: { email: true, sms: true } })).status).toBe(422)
})
