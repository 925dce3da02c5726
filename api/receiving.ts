import type { IncomingHttpHeaders } from 'node:http'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'

/** So long the answer waits for the case's next view; then it says 202 and the page follows live. */
const WAIT_MS = 2000
/** And so long while the engine is known to be away: it may just have come back. */
const WAIT_AWAY_MS = 250

/**
 * After a message is stored: tells the engine and waits for the record that covers it, unless the sender would rather not
 * (`Prefer: respond-async`, RFC 7240). Gives whether the case has answered. Throws the Refusal of a case that refused it after all.
 */
export async function receive(
  deps: Deps,
  { headers }: { headers: IncomingHttpHeaders },
  caseId: string,
  messageId: string,
): Promise<boolean> {
  deps.teller.tell(messageId)
  if (/\brespond-async\b/.test(String(headers['prefer'] ?? ''))) return false
  let reason: string | null = null
  const done = await deps.live.until(
    caseId,
    async () => {
      const message = await deps.db
        .selectFrom('message')
        .select(['state', 'reason'])
        .where('id', '=', messageId)
        .executeTakeFirst()
      reason = message?.state === 'refused' ? message.reason : null
      return message?.state === 'done' || message?.state === 'refused'
    },
    deps.teller.away() ? WAIT_AWAY_MS : WAIT_MS,
  )
  const code = reason === null ? undefined : codes[reason]
  if (code) throw new Refusal(code)
  return done
}

/** Refusals of a case that its sender hears as an error; the others (paid meanwhile) the next view tells. */
const codes: Readonly<Record<string, 'step-closed' | 'case-closed' | 'four-eyes' | 'not-yours'>> = {
  'step-closed': 'step-closed',
  'case-closed': 'case-closed',
  'four-eyes': 'four-eyes',
  'not-for-you': 'not-yours',
}
