import type { MandateNews } from '../../activities/mandates/news.ts'
import type { CaseMessage } from '../protocol.ts'
import type { Desk, Frozen } from './desk.ts'
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

/** A mandate has ended, is suspended, or goes on: what that means for a case that hears of it. */
export async function mandateTurned(m: CaseMessage, parts: Parts): Promise<void> {
  const news = newsOf(m.data)
  if (!news) return
  if (news.how === 'resumed') return goesOn(m, news, parts)
  return stops(m, news, parts)
}

/**
 * The case that keeps the mandate ends with it, and lives on while it is suspended. Any other, led under it, waits for the principal
 * or another agent: an unpaid checkout is closed at the gateway, what waits for the citizen freezes, and the principal is told.
 */
async function stops(m: CaseMessage, news: MandateNews, { desk, journal, payments, next, end }: Parts): Promise<void> {
  const tell = (text: string, accounts: readonly string[]) => write(journal, next, news, text, accounts)
  const paying = news.own ? [] : [...payments]
  for (const payment of paying) await payment.mandateEnded()
  const why = frozenBy(news.how)
  const froze = !news.own && desk.freeze(news.mandate, why)
  const what = why === 'suspended' ? 'mandate-suspended' : 'mandate-ended'
  journal.log({ what, actor: m.actor, messageId: m.id, values: { how: news.how, agent: news.agent } })
  if (news.own) {
    tell(`house/mandate-${news.how}`, [...news.tell, ...news.agents])
    return why === 'suspended' ? undefined : end(outcomes[news.how] ?? 'revoked')
  }
  if (froze) {
    journal.addressee(news.tell[0] ?? null)
    tell(why === 'suspended' ? 'house/case-paused' : 'house/case-frozen', news.tell)
  } else if (paying.some(payment => payment.stopped)) tell('house/payment-stopped', news.tell)
}

/** The mandate is valid again: a case that nobody has taken over meanwhile is the agent's to lead, as before. */
function goesOn(m: CaseMessage, news: MandateNews, { desk, journal, next }: Parts): void {
  const thawed = !news.own && desk.thaw(news.mandate)
  if (!news.own && !thawed) return
  journal.log({ what: 'mandate-resumed', actor: m.actor, messageId: m.id, values: { agent: news.agent } })
  if (thawed) journal.addressee(news.agents[0] ?? null)
  const text = news.own ? 'house/mandate-resumed' : 'house/case-goes-on'
  write(journal, next, news, text, [...news.tell, ...news.agents])
}

/** How the case that kept a mandate ends with it, unless somebody has revoked it. */
const outcomes: Partial<Record<MandateNews['how'], string>> = {
  expired: 'expired',
  'principal-died': 'ended',
  'agent-died': 'ended',
  'company-dissolved': 'ended',
}

function frozenBy(how: MandateNews['how']): Frozen {
  if (how === 'suspended' || how === 'doubtful') return 'suspended'
  return how === 'principal-died' || how === 'company-dissolved' ? 'principal-gone' : 'ended'
}

function write(journal: Journal, next: () => string, news: MandateNews, text: string, accounts: readonly string[]) {
  const { agent, principal, reason } = news
  for (const to of new Set(accounts))
    journal.notify({ id: next(), text, values: { agent, principal, reason }, documents: [], to })
}

/** The message was written by the house's own hands; an older release may have written it otherwise. */
function newsOf(data: unknown): MandateNews | undefined {
  const written = typeof data === 'object' && data !== null && 'mandate' in data && 'tell' in data && 'agents' in data
  return written ? (data as MandateNews) : undefined
}
