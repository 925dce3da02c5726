import type { CaseView, PaymentView } from '../../../api/contract.ts'
import type { Tone } from '../../kit/Alert.tsx'
import type { Milestone } from '../../kit/Timeline.tsx'
import type { paymentWords } from '../../words/payment.ts'

type Key = keyof typeof paymentWords
type Status = PaymentView['state'] | 'waiting' | 'withdrawn' | 'refused'

/** How each state of a payment is told. Only `expired` and `withdrawn` say that nothing was paid: there the gateway has confirmed it. */
export const told = {
  connecting: { tone: 'primary', title: 'connectingTitle', text: 'connectingText' },
  waiting: { tone: 'warning', title: 'gatewayTitle', text: 'gatewayText' },
  open: { tone: 'primary', title: 'openTitle', text: 'openText' },
  refused: { tone: 'warning', title: 'refusedTitle', text: 'refusedText' },
  asking: { tone: 'primary', title: 'askingTitle', text: 'askingText' },
  paid: { tone: 'success', title: 'paidTitle', text: 'paidText' },
  posted: { tone: 'success', title: 'postedTitle', text: 'postedText' },
  review: { tone: 'warning', title: 'reviewTitle', text: 'reviewText' },
  held: { tone: 'warning', title: 'heldTitle', text: 'heldText' },
  returned: { tone: 'neutral', title: 'returnedTitle', text: 'returnedText' },
  expired: { tone: 'neutral', title: 'expiredTitle', text: 'expiredText' },
  withdrawn: { tone: 'neutral', title: 'withdrawnTitle', text: 'withdrawnText' },
} as const satisfies Record<Status, { tone: Tone; title: Key; text: Key }>

/** How the payment of a case stands, a refused card, a withdrawal and a gateway that does not answer told apart. */
export const statusOf = (view: CaseView, payment: PaymentView): Status => {
  if (payment.state === 'expired' && view.outcome === 'withdrawn') return 'withdrawn'
  if (payment.state === 'open' && payment.failure) return 'refused'
  if (payment.state === 'connecting' && payment.since) return 'waiting'
  return payment.state
}

/** A payment as it may be told. Of one that is `unsure`, the card page was left as if paid, and no answer of the gateway is known yet. */
export const asFarAsKnown = <P extends { state: string; url: string | null }>(payment: P, unsure: boolean): P =>
  unsure && payment.state === 'open' ? { ...payment, state: 'asking', url: null } : payment

type Step = { key: Key; state: Milestone['state'] }
const steps = (...states: [Milestone['state'], Milestone['state'], Milestone['state'], Milestone['state']]): Step[] => [
  { key: 'stepOrder', state: states[0] },
  { key: 'stepPay', state: states[1] },
  { key: 'stepCredit', state: states[2] },
  { key: 'stepReceipt', state: states[3] },
]

/** The four stops of a payment and how far it has come. */
export const path: Record<Status, Step[]> = {
  connecting: steps('now', 'ahead', 'ahead', 'ahead'),
  waiting: steps('done', 'now', 'ahead', 'ahead'),
  open: steps('done', 'now', 'ahead', 'ahead'),
  refused: steps('done', 'now', 'ahead', 'ahead'),
  asking: steps('done', 'now', 'ahead', 'ahead'),
  paid: steps('done', 'done', 'now', 'ahead'),
  posted: steps('done', 'done', 'done', 'done'),
  review: steps('done', 'done', 'now', 'ahead'),
  held: steps('done', 'done', 'trouble', 'ahead'),
  returned: steps('done', 'done', 'trouble', 'ahead'),
  expired: steps('done', 'trouble', 'ahead', 'ahead'),
  withdrawn: steps('done', 'trouble', 'ahead', 'ahead'),
}
