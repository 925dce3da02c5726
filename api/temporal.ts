import { Client, Connection, WorkflowExecutionAlreadyStartedError } from '@temporalio/client'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import { encryption } from '../activities/encryption.ts'
import type { Db } from '../db/database.ts'
import { message as messageSignal, messageKinds, type CaseMessage, type CaseStart } from '../workflows/protocol.ts'
import { caseIsClosed } from './closed.ts'
import type { Teller } from './deps.ts'

export interface TellerSettings {
  temporalAddress: string
  temporalNamespace: string
  caseKey: Buffer
}

/** So many are told at once: more would only queue in the engine. */
const AT_ONCE = 24
const RELAY_EVERY = 1000

/**
 * The only part of the API that knows Temporal's client. Signal-with-start: the first message starts the case, each later one reaches it. A message is told at once and, while the case has
 * not answered it, again by the relay; the case drops what it has seen. Several processes may relay beside each other.
 */
export function temporalTeller(settings: TellerSettings, db: Db, log: Logger): Teller {
  const connection = Connection.lazy({ address: settings.temporalAddress })
  const client = new Client({
    connection,
    namespace: settings.temporalNamespace,
    dataConverter: { payloadCodecs: [encryption(settings.caseKey)] },
  })
  const waiting = new Set<string>()
  let running = 0
  const told = new Set<string>()
  let ended = false
  let away = false

  const pump = () => {
    for (const id of waiting) {
      if (running >= AT_ONCE || ended) return
      waiting.delete(id)
      running++
      void tellOne(db, client, id)
        .then(heard => {
          away = false
          if (heard) told.add(id)
        })
        .catch((error: unknown) => {
          away = true
          log.warn({ err: error, message: id }, 'the engine is away; the message is stored and will be told')
        })
        .finally(() => {
          running--
          pump()
        })
    }
  }
  const tell = (id: string) => {
    waiting.add(id)
    pump()
  }
  const relay = setInterval(() => {
    if (waiting.size > 200) return
    const since = [...told]
    told.clear()
    void noteTold(db, since)
      .then(() => claimDue(db))
      .then(
        ids => ids.forEach(tell),
        (error: unknown) => log.error({ err: error }, 'the relay cannot read messages'),
      )
  }, RELAY_EVERY)
  return {
    tell,
    away: () => away,
    reachable: () =>
      connection
        .withDeadline(Date.now() + 1000, () => connection.workflowService.getSystemInfo({}))
        .then(
          () => true,
          () => false,
        ),
    async close() {
      ended = true
      clearInterval(relay)
      await connection.close()
    },
  }
}

/** Messages the case has not answered, oldest first; each is left alone by other processes until its next turn. */
async function claimDue(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update message set attempts = attempts + 1, next_at = now() + make_interval(secs => least(60, 2 ^ least(attempts + 1, 6)))
    where id in (select id from message where state in ('stored', 'told') and next_at <= now() order by next_at limit 200 for update skip locked)
    returning id`.execute(db)
  return rows.map(row => row.id)
}

/**
 * Keeps that messages have been told, together and a moment later: most cases have answered by then, and a message that is not
 * noted is only told once more.
 */
async function noteTold(db: Db, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('message')
    .set({ state: 'told', nextAt: sql<Date>`now() + interval '30 seconds'` })
    .where('id', 'in', ids)
    .where('state', '=', 'stored')
    .execute()
}

/** Tells a message; false when there was nothing to tell any more. */
async function tellOne(db: Db, client: Client, id: string): Promise<boolean> {
  const stored = await db
    .selectFrom('message as m')
    .innerJoin('case as c', 'c.id', 'm.caseId')
    .innerJoin('person as p', 'p.id', 'c.personId')
    .leftJoin('subject as s', 's.id', 'c.subjectId')
    .select([
      'm.kind',
      'm.stepKey',
      'm.actor',
      'm.data',
      'm.at',
      'm.state',
      'c.id as caseId',
      'c.number',
      'c.agenda',
      'c.state as caseState',
    ])
    .select([
      'c.subjectId',
      'c.mandateId',
      'c.joint',
      's.name as principal',
      'p.id as personId',
      'p.givenName',
      'p.familyName',
      'p.language',
    ])
    .where('m.id', '=', id)
    .executeTakeFirst()
  if (!stored || (stored.state !== 'stored' && stored.state !== 'told')) return false
  if (stored.caseState === 'closed') return caseIsClosed(db, id).then(() => false)

  const start: CaseStart = {
    number: stored.number,
    citizen: {
      id: stored.personId,
      name: `${stored.givenName} ${stored.familyName}`,
      language: stored.language === 'en' ? 'en' : 'cs',
    },
    ...(stored.subjectId !== null && {
      principal: { subject: stored.subjectId, name: stored.principal ?? '', mandate: stored.mandateId },
    }),
    ...(stored.joint !== null && { joint: stored.joint }),
  }
  const message: CaseMessage = {
    id,
    kind: kindOf(stored.kind),
    ...(stored.stepKey !== null && { stepKey: stored.stepKey }),
    actor: stored.actor,
    ...(stored.data !== null && { data: stored.data }),
    at: stored.at.toISOString(),
  }
  try {
    await client.connection.withDeadline(Date.now() + 5000, () =>
      client.workflow.signalWithStart(stored.agenda, {
        workflowId: stored.caseId,
        taskQueue: 'cases',
        args: [start],
        signal: messageSignal,
        signalArgs: [message],
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
      }),
    )
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return caseIsClosed(db, id).then(() => false)
    throw error
  }
  return true
}

/** Postgres lets no other kinds in. */
const kindOf = (stored: string) => messageKinds.find(kind => kind === stored) ?? 'answer'
