import type { Logger } from 'pino'
import type { Context, Middleware } from 'koa'
import type { SignedIn } from './auth/session.ts'
import type { Language } from './contract.ts'
import type { Route } from './route.ts'

/** What the middleware learns of a request on its way in, in this order. */
export interface State {
  requestId: string
  language: Language
  log: Logger
  /** The route of the table, once matched. */
  route?: Route
  rawBody?: Buffer
  /** null without a living session. */
  signedIn?: SignedIn | null
}

export type Step = Middleware<State>
export type Request = Context & { state: State }
