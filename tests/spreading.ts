import type { CaseView } from '../api/contract.ts'
import type { Db } from '../db/database.ts'
import { decide, officer } from './deciding.ts'
import { seen } from './paying.ts'
import { holding } from './portal.ts'
import { resident } from './residents.ts'
import type { Visitor } from './visitor.ts'

/** Number of a debt in the city's accounting. */
export const numberOf = async (db: Db, debt: string): Promise<string> =>
  (await db.selectFrom('liability').select('number').where('id', '=', debt).executeTakeFirstOrThrow()).number

/** Asks for a debt to be paid in so many instalments from a day on. */
export const asksToSpread = (who: Visitor, debt: string, count: number, first: string) =>
  who.post<CaseView>('/api/cases', {
    id: crypto.randomUUID(),
    agenda: 'instalments',
    data: { debt, count, first, reasons: 'Přišla jsem o práci, můžu platit tisíc měsíčně.' },
  })

/** Somebody who was granted three instalments of a debt. */
export async function paysInInstalments(db: Db, owes = 90_050, first = '2099-02-02') {
  const debtor = await resident(db, { owes: [owes] })
  const who = holding(debtor.cookie)
  const [debt = ''] = debtor.owes
  const { status, body } = await asksToSpread(who, await numberOf(db, debt), 3, first)
  if (status >= 300) throw new Error(`The request was not taken: ${status} ${JSON.stringify(body)}`)
  await decide(await officer(db, 'finance'), body.id, { verdict: 'grant' })
  const view = await seen(who, body.id, ({ documents }) => documents.some(({ ready }) => ready))
  return { debtor, who, debt, view }
}
