import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseView } from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { payAtDesk } from '../debts.ts'
import { keepHistory } from '../histories.ts'
import { mandate } from '../mandating.ts'
import { ended, lastWords, plain } from '../paying.ts'
import { textOf } from '../pdf.ts'
import { holding, until } from '../portal.ts'
import { dueOn } from '../reminding.ts'
import { resident } from '../residents.ts'
import { stack } from '../stack.ts'
import type { Visitor } from '../visitor.ts'

let database: Database
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 2)
})
afterAll(() => database.close())

async function asks(who: Visitor, document: 'statement' | 'no-debts', principal?: string): Promise<CaseView> {
  const filing = { id: crypto.randomUUID(), agenda: 'debt-statement', data: { document } }
  const { status, body } = await who.post<CaseView>('/api/cases', { ...filing, ...(principal && { for: principal }) })
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return ended(who, body.id)
}

/** The text of the one document that a case has issued. */
async function issued(who: Visitor, view: CaseView): Promise<string> {
  const [document] = view.documents
  const ready = () => fetch(new URL(`/api/documents/${document?.id}`, stack.urls.portal), { headers: cookieOf(who) })
  const response = await until(ready, ({ status }) => status === 200)
  return plain(textOf(Buffer.from(await response.arrayBuffer())))
}
const cookieOf = (who: Visitor) => ({ cookie: [...who.cookies].map(pair => pair.join('=')).join('; ') })

test('what is overdue is not confirmed but listed; once it is paid, the confirmation comes, and stays as it was', async () => {
  const { db } = database
  const debtor = await resident(db, { owes: [78_000, 120_050] })
  const [late = '', later = ''] = debtor.owes
  await dueOn(db, '2020-04-15', late)
  const who = holding(debtor.cookie)
  const refused = await asks(who, 'no-debts')
  expect([refused.outcome, refused.documents.map(({ kind }) => kind)]).toEqual(['owing', ['debt-statement']])
  expect(lastWords(refused)).toMatch(/po splatnosti 780 Kč, počet závazků: 1/)
  const list = await issued(who, refused)
  for (const said of [debtor.name, '780 Kč', '1 200,50 Kč', '1 980,50 Kč', '§ 151']) expect(list).toContain(said)
  await keepHistory(refused.id, 'owing')

  await payAtDesk(db, late, 78_000)
  const confirmed = await asks(who, 'no-debts')
  expect([confirmed.outcome, confirmed.documents.map(({ kind }) => kind)]).toEqual(['issued', ['no-debts']])
  await dueOn(db, '2020-04-15', later)
  const paper = await issued(who, confirmed)
  expect(paper).toContain(confirmed.documents[0]?.number)
  expect(paper).toContain('ještě nejsou splatné')
  await keepHistory(confirmed.id, 'confirmed')
  await expect(db.deleteFrom('debt_statement').where('caseId', '=', confirmed.id).execute()).rejects.toThrow(/append/)
})

test('a debt that is enforced is late whatever its day; a heller is enough, a cancelled debt is none', async () => {
  const { db } = database
  const debtor = await resident(db, { owes: [1, 50_000] })
  const [heller = '', cancelled = ''] = debtor.owes
  await dueOn(db, '2020-04-15', cancelled)
  await db.updateTable('liability').set({ state: 'cancelled' }).where('id', '=', cancelled).execute()
  const who = holding(debtor.cookie)
  expect((await asks(who, 'no-debts')).outcome).toBe('issued')
  await db.updateTable('liability').set({ state: 'enforcement' }).where('id', '=', heller).execute()
  expect((await asks(who, 'no-debts')).outcome).toBe('owing')
})

test('for those one acts for; an account without records gets nothing', async () => {
  const { db } = database
  const [principal, agent] = [await resident(db, { owes: [78_000] }), await resident(db, { paired: false })]
  await mandate(db, principal.subject, agent, [{ agenda: 'debt-statement', actions: ['file', 'receive'] }])
  const who = holding(agent.cookie)
  const view = await asks(who, 'statement', principal.subject)
  expect(view.outcome).toBe('issued')
  expect(await issued(who, view)).toContain(principal.name)
  expect((await asks(who, 'no-debts')).outcome).toBe('unknown')
})
