import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import type { Logger } from 'pino'
import type { Static, TSchema } from 'typebox'
import type { Assurance, Language } from './contract.ts'
import type { Deps } from './deps.ts'
import type { Code } from './errors.ts'
import type { CitizenCaller, OfficialCaller, SessionFacts } from './auth/session.ts'
import { judgedBody, judgedParams, judgedQuery } from './judge.ts'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** Who may ask; `role` is a town-hall role (an inbox). Whose things they are is for the handler to check. */
export type Audience = 'anyone' | 'signed-in' | 'citizen' | 'official' | { role: string }

export type Caller = CitizenCaller | OfficialCaller

/** The caller as the audience guarantees it. */
type CallerOf<W extends Audience> = W extends 'citizen'
  ? CitizenCaller
  : W extends 'official' | { role: string }
    ? OfficialCaller
    : W extends 'signed-in'
      ? Caller
      : Caller | null

/** What an answer carries: JSON of a schema, another kind of content, or nothing. A `file` says its type in the headers. */
export type Content = TSchema | 'pdf' | 'svg' | 'html' | 'css' | 'file' | 'events' | null
export type Answers = Record<number, Content>

// A schema is asked for last: to the compiler every value but null is one.
type Carried<C extends Content> = C extends 'pdf' | 'svg' | 'html' | 'css' | 'file'
  ? { body: Buffer | string; stream?: undefined }
  : C extends 'events'
    ? { body?: undefined; stream: Readable }
    : C extends null
      ? { body?: undefined; stream?: undefined }
      : C extends TSchema
        ? { body: Static<C>; stream?: undefined }
        : never

/** One of the declared answers: the body has the type of the schema under its status. */
export type Reply<A extends Answers> = {
  [S in keyof A & number]: { status: S; headers?: Record<string, string | string[]> } & Carried<A[S]>
}[keyof A & number]

type Names<P extends string> = P extends `${infer Head}/${infer Rest}`
  ? Names<Head> | Names<Rest>
  : P extends `:${infer Name}`
    ? Name
    : never

type Judged<S extends TSchema | undefined> = S extends TSchema ? Static<S> : undefined

/** What is known of a request before it is judged. */
export interface Asked {
  params: Record<string, string>
  query: Record<string, unknown>
  headers: IncomingHttpHeaders
  /** The bytes of the body as they came, for signatures. */
  rawBody: Buffer
  session: SessionFacts | null
  who: Caller | null
  /** How surely the caller is known; null when not signed in. */
  assurance: Assurance | null
  requestId: string
  /** Address of the caller, as the trusted proxies say. */
  ip: string
  log: Logger
  language: Language
}

export interface RouteContext<
  W extends Audience,
  P extends string,
  B extends TSchema | undefined,
  Q extends TSchema | undefined,
> extends Omit<Asked, 'params' | 'query' | 'who'> {
  params: Record<Names<P>, string>
  query: Judged<Q>
  body: Judged<B>
  who: CallerOf<W>
}

/** What every route says of itself, for the router, the description and the tests alike. */
export interface Described {
  method: Method
  /** With named parameters: `/api/cases/:id`. */
  path: string
  /** One English sentence for the description. */
  summary: string
  who: Audience
  body?: TSchema | undefined
  /** Takes the bytes of one file instead of JSON: which kinds, and how many bytes at most. */
  takes?: { types: readonly string[]; bytes: number } | undefined
  query?: TSchema | undefined
  /** Schemas of parameters; a parameter that does not fit is answered 404. Without one it is a text of 1 to 200 characters. */
  params?: Record<string, TSchema> | undefined
  answers: Answers
  /** Refusals of its own, beside those that follow from audience and schemas. */
  refuses?: readonly Code[] | undefined
  /** Called by another machine that proves itself by a signature: no session, no same-origin check, the body is not parsed. */
  webhook?: boolean | undefined
  /** Asked by the page itself, not by a move of the person: the session is not prolonged. */
  quiet?: boolean | undefined
  /** Which rate limit counts it; by default reads and writes by the method. */
  limit?: 'sign-in' | 'look-up' | 'desk-code' | 'slip' | 'none' | undefined
}

/** A route as the router runs it. */
export interface Route extends Described {
  run(asked: Asked, deps: Deps): Promise<Reply<Answers>>
}

/**
 * One entry of the API: router, OpenAPI description and the wrong-person test all read it. Parameters, query and body are judged
 * before `handle` runs, and `handle` may only answer what `answers` declares.
 */
export function route<
  const W extends Audience,
  const P extends string,
  const A extends Answers,
  B extends TSchema | undefined = undefined,
  Q extends TSchema | undefined = undefined,
>(
  it: Omit<Described, 'params'> & {
    who: W
    path: P
    answers: A
    body?: B
    query?: Q
    params?: Partial<Record<Names<P>, TSchema>>
    handle(ctx: RouteContext<W, P, B, Q>, deps: Deps): Promise<Reply<NoInfer<A>>>
  },
): Route {
  const { handle, ...described } = it
  return {
    ...described,
    params: it.params as Record<string, TSchema> | undefined,
    async run(asked, deps) {
      judgedParams(it.params ?? {}, asked.params)
      const judged = {
        query: it.query && judgedQuery(it.query, asked.query, asked.language),
        body: it.body && judgedBody(it.body, asked, asked.language),
      }
      // The router has seen to the audience and the judge to the schemas: this is the one place where both become types.
      return handle({ ...asked, ...judged } as RouteContext<W, P, B, Q>, deps) as Promise<Reply<Answers>>
    },
  }
}
