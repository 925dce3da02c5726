import type { MandateNews } from '../../activities/mandates/ending.ts'
import type { CaseMessage } from '../protocol.ts'
import type { Desk } from './desk.ts'
import type { Journal } from './journal.ts'
import type { PayStep } from './pay.ts'

interface Parts {
  desk: Desk
  journal: Journal
  payments: ReadonlySet<PayStep>
  /** The id of the next thing that the case makes. */
  next(): string
  /** Ends the case, as the outcome given. */
  end(outcome: string): void
}

/**
 * A mandate has ended. The case that keeps it ends with it. Any other, led under it, waits for the principal or another agent: an
 * unpaid checkout is closed at the gateway, what waits for the citizen freezes, and the principal is told.
 */
export async function mandateEnded(m: CaseMessage, { desk, journal, payments, next, end }: Parts): Promise<void> {
  const news = newsOf(m.data)
  if (!news) return
  const tell = (text: string, accounts: readonly string[]) => {
    const { agent, principal, reason } = news
    for (const to of new Set(accounts))
      journal.notify({ id: next(), text, values: { agent, principal, reason }, documents: [], to })
  }
  const paying = news.own ? [] : [...payments]
  for (const payment of paying) await payment.mandateEnded()
  const froze = !news.own && desk.freeze(news.mandate)
  journal.log({ what: 'mandate-ended', actor: m.actor, messageId: m.id, values: { how: news.how, agent: news.agent } })
  if (news.own) {
    tell(`house/mandate-${news.how}`, [...news.tell, ...news.agents])
    return end(news.how === 'expired' ? 'expired' : 'revoked')
  }
  if (froze) {
    journal.addressee(news.tell[0] ?? null)
    tell('house/case-frozen', news.tell)
  } else if (paying.some(payment => payment.stopped)) tell('house/payment-stopped', news.tell)
}

/** The message was written by the house's own hands; an older release may have written it otherwise. */
function newsOf(data: unknown): MandateNews | undefined {
  const written = typeof data === 'object' && data !== null && 'mandate' in data && 'tell' in data && 'agents' in data
  return written ? (data as MandateNews) : undefined
}
