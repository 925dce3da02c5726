import { beforeAll } from 'vitest'
import type { ProblemDetails, TaskSummary, TaskView } from '../../../api/contract.ts'
import { databaseForTests } from '../../database.ts'
import { answer } from '../../deciding.ts'
import { member, taskPath, type Applied, type Member } from '../../office.ts'
import type { Visitor } from '../../visitor.ts'

/** The officials for the tests of a file: a clerk, another, their supervisor, and one of another department. */
export function anOffice() {
  const db = databaseForTests()
  let made: { eva: Member; petr: Member; head: Member; outsider: Member }
  beforeAll(async () => {
    const [eva, petr] = [await member(db(), 'registry'), await member(db(), 'registry')]
    const head = await member(db(), 'registry', { supervises: ['registry'] })
    made = { eva, petr, head, outsider: await member(db(), 'building') }
  })
  return { db, office: () => made }
}

export const claim = (who: Visitor, task: string) =>
  who.post<TaskSummary & ProblemDetails>(taskPath(task, 'claim'), undefined)
export const verdict = (who: Visitor, { id, task }: Applied, data: unknown) => answer(who, id, task.stepKey, data)
export const grant = { verdict: 'grant' }
export const viewOf = async (who: Visitor, id: string) => (await who.get<TaskView>(taskPath(id))).body
export const code = ({ status, body }: { status: number; body: unknown }) => [status, (body as ProblemDetails).code]
