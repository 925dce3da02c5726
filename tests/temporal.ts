import { Client, Connection } from '@temporalio/client'
import proto from '@temporalio/proto'
import { encryption } from '../activities/encryption.ts'
import { stack } from './stack.ts'

const namespace = 'default'

/** The engine itself, past the portal, with the key of the cases. Connects at the first call. */
export const engine = new Client({
  connection: Connection.lazy({ address: stack.temporalAddress }),
  namespace,
  dataConverter: { payloadCodecs: [encryption(caseKey())] },
})

export function caseKey(): Buffer {
  return Buffer.from(stack.env['CASE_KEY'] ?? '', 'base64')
}

/**
 * Lets the clock of one case run ahead to its next timer whenever nothing is under way, until it ends. A case that waits without
 * a time limit stays where it is.
 */
export async function skipTime(caseId: string): Promise<void> {
  await engine.workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution: { workflowId: caseId },
    workflowExecutionOptions: { timeSkippingConfig: { enabled: true } },
    updateMask: { paths: ['time_skipping_config'] },
  })
}

/** What the engine keeps of a case, as stored: encrypted. */
export const historyOf = (caseId: string) => engine.workflow.getHandle(caseId).fetchHistory()

/** The kinds of events in it, in order, such as `WORKFLOW_TASK_COMPLETED`. */
export async function eventsOf(caseId: string): Promise<string[]> {
  const names = proto.temporal.api.enums.v1.EventType
  const { events } = await historyOf(caseId)
  return (events ?? []).map(({ eventType }) => names[eventType ?? 0]?.replace('EVENT_TYPE_', '') ?? '')
}
