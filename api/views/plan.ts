import { nextOf, type Plan } from '../../activities/instalments/plans.ts'
import type { InstalmentPlan } from '../contract.ts'

/** Instalments of a debt as its debtor sees them, and the one to be paid next. */
export function planView({ id, lines }: Plan): InstalmentPlan {
  const next = nextOf({ lines })
  return { case: id, lines, next: next ? { n: next.n, due: next.due, amount: next.left } : null }
}

/** Whether an instalment should have been paid before that day. */
export const isBehind = ({ lines }: Plan, today: string): boolean =>
  lines.some(({ due, left }) => left > 0 && due < today)
