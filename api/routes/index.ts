import type { Route } from '../route.ts'
import { cases } from './cases.ts'
import { inbox } from './inbox.ts'
import { liabilities } from './liabilities.ts'
import { session } from './session.ts'
import { webhooks } from './webhooks.ts'

/** Every route of the API: one line a module. Router, description and the wrong-person test read this list. */
export const routes: readonly Route[] = [...session, ...cases, ...webhooks, ...liabilities, ...inbox]
