import type { Route } from '../route.ts'
import { session } from './session.ts'

/** Every route of the API: one line a module. Router, description and the wrong-person test read this list. */
export const routes: readonly Route[] = [...session]
