import type { CaseView, TaskSummary, Inbox } from '../api/contract.ts'
import type { Db } from '../db/database.ts'
import { holding, until } from './portal.ts'
import { clerk } from './residents.ts'
import type { Answer, Visitor } from './visitor.ts'

/** An official of a department (`finance`, `registry`) who is signed in. */
export const officer = async (db: Db, role: string): Promise<Visitor> => holding((await clerk(db, role)).cookie)

/** The task of a case in the officer's inbox, once it is there. */
export async function taskOf(who: Visitor, caseId: string): Promise<TaskSummary & { stepKey: string }> {
  const look = async () => (await who.get<Inbox>('/api/inbox')).body.tasks.find(task => task.case === caseId)
  const task = await until(look, found => found !== undefined)
  if (!task) throw new Error(`No task of case ${caseId} came.`)
  return { ...task, stepKey: task.id.slice(caseId.length + 1) }
}

/** The key of the step that is open first. */
export const stepOf = ({ open }: Pick<CaseView, 'open'>): string => open[0]?.key ?? ''

/** The message that answers a step. */
export const answerTo = (stepKey: string, data: unknown, id: string = crypto.randomUUID()) => ({
  id,
  kind: 'answer' as const,
  stepKey,
  data,
})

/** Answers an open step, as citizen or official. */
export const answer = <T = CaseView>(
  who: Visitor,
  caseId: string,
  stepKey: string,
  data: unknown,
  id?: string,
): Promise<Answer<T>> => who.post<T>(`/api/cases/${caseId}/messages`, answerTo(stepKey, data, id))

/** The officer takes the one task of a case and decides it; throws unless the decision counted. */
export async function decide(who: Visitor, caseId: string, data: unknown): Promise<CaseView> {
  const { status, body } = await answer(who, caseId, (await taskOf(who, caseId)).stepKey, data)
  if (status !== 200) throw new Error(`The decision did not count: ${status} ${JSON.stringify(body).slice(0, 300)}`)
  return body
}
