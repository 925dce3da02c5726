import { account } from './account.ts'
import { cases } from './cases.ts'
import { inbox } from './inbox.ts'
import { money } from './money.ts'
import { office } from './office.ts'
import { open } from './open.ts'
import { signingIn } from './signing-in.ts'
import type { Tries } from '../tries.ts'

const parts = [signingIn, open, account, cases, money, inbox, office]

/** Who may what, route by route. */
export const table: Tries = it => {
  const lines = parts.flatMap(part => Object.entries(part(it)))
  const routes = Object.fromEntries(lines)
  if (Object.keys(routes).length < lines.length) throw new Error('A route stands twice in the table.')
  return routes
}
