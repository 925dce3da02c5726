import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { CaseView } from '../../api/contract.ts'
import type { Db } from '../../db/database.ts'
import { answer, decide, officer } from '../deciding.ts'
import { png, uploaded } from '../files.ts'
import { caseOf, holding, until } from '../portal.ts'
import { clerk, residents, type Clerk } from '../residents.ts'
import { axe } from './page.ts'
import type { Visitor } from '../visitor.ts'

/** Requests of as many people of one family, each waiting for the civil registry (matrika); cases and the sessions of who filed them. */
export async function requests(db: Db, family: string, count: number): Promise<{ cases: string[]; cookies: string[] }> {
  const people = await residents(db, count)
  const ids = people.map(one => one.id)
  await db.updateTable('person').set({ familyName: family }).where('id', 'in', ids).execute()
  const file = async (cookie: string): Promise<string> => {
    const filing = { id: crypto.randomUUID(), agenda: '_example', data: { reader: family, age: 'adult' } }
    const { status, body } = await holding(cookie).post<CaseView>('/api/cases', filing)
    if (status >= 300) throw new Error(`The request was not taken: ${status} ${JSON.stringify(body)}`)
    return body.id
  }
  const cases = await Promise.all(people.map(one => file(one.cookie)))
  const open = () =>
    db.selectFrom('task').select('id').where('caseId', 'in', cases).where('state', '=', 'open').execute()
  await until(open, tasks => tasks.length === count)
  return { cases, cookies: people.map(one => one.cookie) }
}

/** The open task of a case. */
export async function taskIn(db: Db, caseId: string): Promise<string> {
  const rows = () =>
    db.selectFrom('task').select('id').where('caseId', '=', caseId).where('state', '=', 'open').execute()
  const [task] = await until(rows, found => found.length > 0)
  return task?.id ?? ''
}

/** A clerk whose inbox is the department's, and who supervises it. */
export async function supervisor(db: Db, department: string): Promise<Clerk> {
  const made = await clerk(db, department)
  await db
    .updateTable('official')
    .set({ supervises: [department] })
    .where('id', '=', made.id)
    .execute()
  return made
}

/** The state as it stands has no fault that axe finds. */
export const expectAccessible = async (page: Page): Promise<void> => expect(await axe(page)).toEqual([])

/** People and tasks of the civil registry, one in each state that its pages show. */
export interface Registry {
  /** Sessions: of its supervisor, of a second one, of a clerk with no task. */
  cookie: string
  deputy: string
  clerk: string
  /** The family name of all who filed. */
  family: string
  /** The supervisor has it, and its supplement has come twice, with a picture. */
  open: string
  /** A clerk has it. */
  held: string
  settled: string
}

export async function registry(db: Db): Promise<Registry> {
  const family = `Knihomolová ${crypto.randomUUID().slice(0, 6)}`
  const { cases, cookies } = await requests(db, family, 4)
  const [changed = '', held = '', settled = '', waiting = ''] = cases
  const chief = await supervisor(db, 'registry')
  const [boss, colleague] = [holding(chief.cookie), await officer(db, 'registry')]
  const citizen = holding(cookies[0] ?? '')
  const claim = async (who: Visitor, caseId: string) => {
    const task = await taskIn(db, caseId)
    const { status } = await who.post(`/api/tasks/${encodeURIComponent(task)}/claim`, undefined)
    if (status !== 200) throw new Error(`The task could not be claimed: ${status}`)
    return task
  }

  const ask = { verdict: 'ask', reasons: 'Chybí adresa, kam průkaz poslat.' }
  for (const note of ['Severní 1, Kladno', 'Severní 12, Kladno']) {
    await decide(colleague, changed, ask)
    const { open } = await until(
      () => caseOf(citizen, changed),
      view => view.open.some(step => step.mine),
    )
    const attachments = [await uploaded(citizen, 'průkaz.png', png)]
    await answer(citizen, changed, open[0]?.key ?? '', { note, attachments })
  }
  await decide(boss, settled, { verdict: 'grant' })
  await decide(colleague, waiting, ask)
  const done = await db.selectFrom('task').select('id').where('caseId', '=', settled).executeTakeFirst()
  return {
    cookie: chief.cookie,
    deputy: (await supervisor(db, 'registry')).cookie,
    clerk: (await clerk(db, 'registry')).cookie,
    family,
    open: await claim(boss, changed),
    held: await claim(colleague, held),
    settled: done?.id ?? '',
  }
}
