import { createHash, randomBytes } from 'node:crypto'
import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { Db } from '../../db/database.ts'
import { audit } from '../audit.ts'
import type { Assurance } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { accountOf } from './account.ts'
import { verified } from './claims.ts'
import type { VerifiedOfficial } from './claims.ts'
import { reaches, storedLevel } from './level.ts'
import { ProviderDown } from './provider.ts'
import type { Claims, Secrets } from './provider.ts'
import { languageOf } from './return-path.ts'
import { closeSession, openSession } from './session.ts'
import type { Owner } from './session.ts'

/** Why a sign-in failed; the page /signing-in has words for each. */
export type SignInProblem =
  | 'cancelled'
  | 'consent-refused'
  | 'level-too-low'
  | 'provider-down'
  | 'replayed'
  | 'wrong-nonce'
  | 'expired'
  | 'not-an-official'
  | 'unknown'

/** A sign-in that failed, with the page it was to lead to. */
export class SignInFailed extends Error {
  override name = 'SignInFailed'
  readonly problem: SignInProblem
  readonly returnTo: string | undefined

  constructor(problem: SignInProblem, returnTo?: string, cause?: unknown) {
    super(problem, { cause })
    this.problem = problem
    this.returnTo = returnTo
  }
}

/** Seconds from the start of an attempt to its callback. */
export const attemptLife = 900

const hash = (text: string) => createHash('sha256').update(text).digest('base64url')

/**
 * Begins a sign-in: keeps the attempt, bound to this browser by its cookie, and says where to send the browser.
 * `browser` is the cookie's present value; two tabs share one. `fresh`: who is signed in there proves anew who they are. Throws SignInFailed `provider-down`.
 */
export async function beginSignIn(
  { db, identityProvider, now }: Deps,
  browser: string | undefined,
  returnTo: string,
  { required, fresh }: { required: Assurance; fresh: boolean },
): Promise<{ url: URL; browser: string }> {
  const mark = browser !== undefined && /^[\w-]{43}$/.test(browser) ? browser : randomBytes(32).toString('base64url')
  const secrets: Secrets = {
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
  }
  const url = await identityProvider
    .signInUrl(secrets, { required, fresh }, languageOf(returnTo))
    .catch((error: unknown) => {
      throw error instanceof ProviderDown ? new SignInFailed('provider-down', returnTo, error) : error
    })
  await db
    .insertInto('login_attempt')
    .values({ ...secrets, browser: hash(mark), returnTo, assurance: required, createdAt: now() })
    .execute()
  return { url, browser: mark }
}

/**
 * Ends a sign-in: takes the attempt away, so that a code works once, redeems the code, finds the account and opens a session in
 * place of the one the browser had. Throws SignInFailed.
 */
export async function endSignIn(
  deps: Deps,
  callback: URL,
  browser: { mark: string | undefined; session: string | undefined },
  requestId: string,
): Promise<{ cookie: string; returnTo: string }> {
  const { db, identityProvider, settings, now } = deps
  const attempt = await takeAttempt(db, callback.searchParams.get('state') ?? '', browser.mark)
  const { returnTo } = attempt
  const failed = (problem: SignInProblem, cause?: unknown) => new SignInFailed(problem, returnTo, cause)
  if (now().getTime() - attempt.createdAt.getTime() > attemptLife * 1000) throw failed('expired')

  const { claims, idToken } = await identityProvider.redeem(callback, attempt).catch((error: unknown) => {
    throw failed(problemOf(error), error)
  })
  const who = verified(claims)
  if (!who) throw failed('consent-refused')
  const required = storedLevel(attempt.assurance)
  if (!reaches(who.assurance, who.kind === 'official' && required === 'low' ? 'substantial' : required))
    throw failed('level-too-low')

  const trip = { issuer: identityProvider.issuer, language: languageOf(returnTo), requestId }
  const owner: Owner =
    who.kind === 'official'
      ? { kind: 'official', official: { id: await activeOfficial(db, who, returnTo) } }
      : { kind: 'citizen', person: { id: await accountOf(db, who, trip) } }
  const { means, assurance } = who
  const authenticatedAt = provedAt(claims, now())
  const cookie = await db.transaction().execute(async tx => {
    const opened = await openSession(
      tx,
      owner,
      { means, assurance, idToken, authenticatedAt },
      settings.sessionIdleMinutes,
      now(),
    )
    if (browser.session !== undefined) await closeSession(tx, browser.session)
    await audit(tx, { who: owner, assurance, requestId }, { what: 'signed in', details: { means } })
    return opened.cookie
  })
  return { cookie, returnTo }
}

/** When the person proved who they are (`auth_time`, OpenID Connect Core § 2); null when the provider does not say. */
function provedAt(claims: Claims, now: Date): Date | null {
  const seconds = claims['auth_time']
  return typeof seconds === 'number' ? new Date(Math.min(seconds * 1000, now.getTime())) : null
}

/** Whoever asks second finds nothing; whoever asks from another browser leaves the attempt to its owner. */
async function takeAttempt(db: Db, state: string, mark: string | undefined) {
  const attempt = await db
    .deleteFrom('login_attempt')
    .where('state', '=', state)
    .where('browser', '=', hash(mark ?? ''))
    .returning(['state', 'nonce', 'verifier', 'returnTo', 'assurance', 'createdAt'])
    .executeTakeFirst()
  if (attempt) return attempt
  const other = await db.selectFrom('login_attempt').select('returnTo').where('state', '=', state).executeTakeFirst()
  throw other ? new SignInFailed('unknown', other.returnTo) : new SignInFailed('replayed')
}

async function activeOfficial(db: Db, { officialId }: VerifiedOfficial, returnTo: string): Promise<string> {
  const official = await db
    .selectFrom('official')
    .select('id')
    .where('id', '=', officialId)
    .where('active', '=', true)
    .executeTakeFirst()
  if (!official) throw new SignInFailed('not-an-official', returnTo)
  return official.id
}

/** What the provider's refusal means to a person (RFC 6749 § 4.1.2.1 and § 5.2, OpenID Connect Core § 3.1.2.6). */
function problemOf(error: unknown): SignInProblem {
  if (error instanceof ProviderDown) return 'provider-down'
  if (error instanceof AuthorizationResponseError) return refusalOf(error.error, error.error_description ?? '')
  if (error instanceof ResponseBodyError) return error.error === 'invalid_grant' ? 'expired' : 'unknown'
  if (
    error instanceof ClientError &&
    error.code === 'OAUTH_JWT_CLAIM_COMPARISON_FAILED' &&
    comparedClaim(error) === 'nonce'
  )
    return 'wrong-nonce'
  if (error instanceof ClientError && error.code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return 'expired'
  return 'unknown'
}

function refusalOf(code: string, description: string): SignInProblem {
  switch (code) {
    case 'access_denied':
      // one code for two things people do; providers tell them apart in words
      return /refuse|consent/i.test(description) ? 'consent-refused' : 'cancelled'
    case 'consent_required':
      return 'consent-refused'
    case 'unmet_authentication_requirements':
      return 'level-too-low'
    case 'server_error':
    case 'temporarily_unavailable':
      return 'provider-down'
    default:
      return 'unknown'
  }
}

/** Which claim of the ID token was not as expected; openid-client keeps it in the cause of the cause. */
function comparedClaim(error: ClientError): unknown {
  const facts = error.cause instanceof Error ? error.cause.cause : undefined
  return typeof facts === 'object' && facts !== null && 'claim' in facts ? facts.claim : undefined
}
