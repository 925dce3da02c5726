import { randomUUID } from 'node:crypto'
import { nextNumber } from '../activities/cases.ts'
import type { Db } from '../db/database.ts'
import { houseAccount, houseActor } from '../db/house.ts'
import { json } from '../db/json.ts'
import type { Actor, JointFiling } from '../db/tables/cases.ts'
import { agendas } from '../workflows/agendas/index.ts'
import type { MessageKind } from '../workflows/protocol.ts'
import { definitionHash } from './definitions.ts'
import { attachFiles, type Brought } from './files/rows.ts'

export interface Filing {
  messageId: string
  agenda: string
  personId: string
  actor: Actor
  /** The official who files it at the desk for the person present. */
  assistedBy?: string
  data: unknown
  /** Attachments that the data name. */
  files?: readonly Brought[]
  /** In whose name, and by which mandate, when not in the citizen's own. */
  acting?: { subject: string; mandate: string | null }
  /** Several must sign it together. */
  joint?: JointFiling
}

/**
 * Files a case (podání): its row, its number and its first message in the caller's transaction. The commit is the legal moment of filing.
 * The number is a file mark of the yearly series. Throws when the message id is known already (unique).
 */
export async function fileCase(
  tx: Db,
  { messageId, agenda: id, personId, actor, assistedBy, data, files, acting, joint }: Filing,
): Promise<{ caseId: string; number: string }> {
  const agenda = agendas.get(id)
  if (!agenda) throw new TypeError(`There is no agenda ${id}.`)
  const caseId = randomUUID()
  // the counter's row is locked until the commit, so it is taken as late as possible and held for two short statements
  const { value, year } = await nextNumber(tx, 'case')
  const number = `PO-${value}/${year}`
  await tx
    .insertInto('case')
    .values({
      id: caseId,
      number,
      agenda: id,
      definition: definitionHash(agenda),
      personId,
      subjectId: acting?.subject ?? null,
      mandateId: acting?.mandate ?? null,
      joint: joint ? json(joint) : null,
      assistedBy: assistedBy ?? null,
      state: 'filed',
    })
    .execute()
  await fileMessage(tx, {
    id: messageId,
    caseId,
    kind: 'answer',
    stepKey: `${agenda.first}/1`,
    actor,
    data,
    ...(files && { files }),
  })
  return { caseId, number }
}

/**
 * Files many cases that the house itself starts, in few statements: `data` are what the first form of each holds. Gives the cases and
 * their first messages in the same order. Their numbers are taken at once, so the series is held only until the commit.
 */
export async function fileHouseCases(
  tx: Db,
  id: string,
  data: readonly unknown[],
): Promise<{ caseId: string; messageId: string }[]> {
  const agenda = agendas.get(id)
  if (!agenda) throw new TypeError(`There is no agenda ${id}.`)
  if (data.length === 0) return []
  const filed = data.map(one => ({ caseId: randomUUID(), messageId: randomUUID(), data: one }))
  const { value, year } = await nextNumber(tx, 'case', filed.length)
  for (let from = 0; from < filed.length; from += 1000) {
    const some = filed.slice(from, from + 1000)
    const numberOf = (at: number) => `PO-${value - filed.length + from + at + 1}/${year}`
    await tx
      .insertInto('case')
      .values(
        some.map(({ caseId }, at) => ({
          ...{ id: caseId, number: numberOf(at), agenda: id, definition: definitionHash(agenda) },
          ...{ personId: houseAccount, subjectId: null, mandateId: null, assistedBy: null, state: 'filed' },
        })),
      )
      .execute()
    await tx
      .insertInto('message')
      .values(
        some.map(one => ({
          ...{ id: one.messageId, caseId: one.caseId, kind: 'answer', stepKey: `${agenda.first}/1` },
          ...{ actor: json(houseActor), data: json(one.data), nextAt: new Date() },
        })),
      )
      .execute()
  }
  return filed
}

export interface StoredMessage {
  id: string
  caseId: string
  kind: MessageKind
  stepKey?: string
  actor: Actor
  data?: unknown
  files?: readonly Brought[]
}

/**
 * Stores a message with its attachments; the teller has three seconds before the relay takes it too. Throws Refusal `invalid` when
 * a file cannot be had any more.
 */
export async function fileMessage(tx: Db, message: StoredMessage): Promise<void> {
  await tx
    .insertInto('message')
    .values({
      id: message.id,
      caseId: message.caseId,
      kind: message.kind,
      stepKey: message.stepKey ?? null,
      actor: json(message.actor),
      data: message.data === undefined ? null : json(message.data),
      nextAt: new Date(Date.now() + 3000),
    })
    .execute()
  await attachFiles(tx, message.caseId, message.actor, message.files ?? [])
}
