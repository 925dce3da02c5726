import Type from 'typebox'
import { audit } from '../audit.ts'
import { requireAssurance, requireFresh } from '../auth/assurance.ts'
import { attemptCookie, cookieLine, cookieOf, sessionCookie } from '../auth/cookie.ts'
import { storedLevel } from '../auth/level.ts'
import {
  beginPasskey,
  beginSigningIn,
  checkMade,
  checkProof,
  keepPasskey,
  markOf,
  takeChallenge,
} from '../auth/passkeys.ts'
import { closeSession, openSession } from '../auth/session.ts'
import { attemptLife } from '../auth/sign-in.ts'
import type { Assurance } from '../contract.ts'
import { NewPasskey, PasskeyCreation, PasskeyName, PasskeyProof, PasskeyRequest, Passkeys } from '../contract.ts'
import type { Db } from '../../db/database.ts'
import type { Deps } from '../deps.ts'
import { deskRule } from '../desk/examining.ts'
import { useUp } from '../desk/weighing.ts'
import { Refusal } from '../errors.ts'
import { route } from '../route.ts'
import type { Asked } from '../route.ts'

const passkeyId = { id: Type.String({ pattern: '^[\\w-]{1,1400}$' }) }

export const passkeys = [
  route({
    method: 'post',
    path: '/api/auth/passkey/options',
    summary: 'What the browser needs to sign in by a passkey; the same for everybody.',
    who: 'anyone',
    limit: 'sign-in',
    answers: { 200: PasskeyRequest },
    async handle({ headers }, deps) {
      const { mark, cookie } = browserOf(headers, deps)
      return { status: 200, headers: cookie, body: { options: await beginSigningIn(deps, mark) } }
    },
  }),
  route({
    method: 'post',
    path: '/api/auth/passkey',
    summary: 'Signs in by what a passkey has signed.',
    who: 'anyone',
    limit: 'sign-in',
    body: PasskeyProof,
    answers: { 204: null },
    refuses: ['passkey-expired', 'passkey-unknown', 'passkey-refused'],
    async handle(ctx, deps) {
      const { challenge } = await takeChallenge(deps, attemptOf(ctx, deps), 'sign-in')
      const { personId, assurance } = await checkProof(deps, challenge, ctx.body, ctx.requestId)
      const line = await deps.db.transaction().execute(tx => signIn(deps, tx, ctx, personId, assurance))
      return { status: 204, headers: { 'Set-Cookie': line } }
    },
  }),
  route({
    method: 'post',
    path: '/api/auth/passkey/register',
    summary: 'Keeps the passkey made with a code of the desk, uses the code up, and signs in.',
    who: 'anyone',
    limit: 'desk-code',
    body: NewPasskey,
    answers: { 204: null },
    refuses: ['passkey-expired', 'passkey-refused', 'desk-code-used'],
    async handle(ctx, deps) {
      const { challenge, personId, codeId } = await takeChallenge(deps, attemptOf(ctx, deps), 'register')
      if (personId === null || codeId === null) throw new Refusal('passkey-expired')
      const made = await checkMade(deps, challenge, ctx.body)
      const level = deskRule(deps).assurance
      const line = await deps.db.transaction().execute(async tx => {
        await useUp(tx, codeId, 'passkey', deps.now())
        await keepPasskey(tx, personId, level, made, deps.now())
        const acting = { who: ownerOf(personId), assurance: level, requestId: ctx.requestId }
        await audit(tx, acting, { what: 'made passkey by desk code', details: { code: codeId } })
        return signIn(deps, tx, ctx, personId, level)
      })
      return { status: 204, headers: { 'Set-Cookie': line } }
    },
  }),
  route({
    method: 'get',
    path: '/api/passkeys',
    summary: 'My passkeys, the newest first.',
    who: 'citizen',
    answers: { 200: Passkeys },
    handle: async ({ who }, { db }) => ({ status: 200, body: await passkeysOf(db, who.person.id) }),
  }),
  route({
    method: 'post',
    path: '/api/passkeys/options',
    summary: 'What the browser needs to make another passkey of mine.',
    who: 'citizen',
    answers: { 200: PasskeyCreation },
    refuses: ['level-too-low', 'sign-in-not-fresh', 'forbidden'],
    async handle(ctx, deps) {
      requireAssurance(ctx, 'substantial')
      requireFresh(ctx, deps.now())
      const { id, givenName, familyName } = ctx.who.person
      if (!(await wasAtDesk(deps.db, id))) throw new Refusal('forbidden')
      const { mark, cookie } = browserOf(ctx.headers, deps)
      const options = await beginPasskey(deps, { id, name: `${givenName} ${familyName}` }, mark)
      return { status: 200, headers: cookie, body: { options } }
    },
  }),
  route({
    method: 'post',
    path: '/api/passkeys',
    summary: 'Keeps another passkey of mine.',
    who: 'citizen',
    body: NewPasskey,
    answers: { 201: Passkeys },
    refuses: ['level-too-low', 'passkey-expired', 'passkey-refused'],
    async handle(ctx, deps) {
      requireAssurance(ctx, 'substantial')
      const { id } = ctx.who.person
      const { challenge, personId } = await takeChallenge(deps, attemptOf(ctx, deps), 'register')
      // begun by somebody else who was signed in here
      if (personId !== id) throw new Refusal('passkey-expired')
      const made = await checkMade(deps, challenge, ctx.body)
      await deps.db.transaction().execute(async tx => {
        await keepPasskey(tx, id, deskRule(deps).assurance, made, deps.now())
        await audit(tx, ctx, { what: 'made passkey' })
      })
      return { status: 201, body: await passkeysOf(deps.db, id) }
    },
  }),
  route({
    method: 'patch',
    path: '/api/passkeys/:id',
    summary: 'Gives a passkey of mine another name.',
    who: 'citizen',
    params: passkeyId,
    body: PasskeyName,
    answers: { 200: Passkeys },
    refuses: ['not-yours'],
    async handle({ who, params, body }, { db }) {
      const { numUpdatedRows } = await db
        .updateTable('passkey')
        .set({ label: body.label.trim() || 'Passkey' })
        .where('id', '=', params.id)
        .where('personId', '=', who.person.id)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) throw new Refusal('not-yours')
      return { status: 200, body: await passkeysOf(db, who.person.id) }
    },
  }),
  route({
    method: 'delete',
    path: '/api/passkeys/:id',
    summary: 'Removes a passkey of mine; whoever signed in by a passkey elsewhere is signed out.',
    who: 'citizen',
    params: passkeyId,
    answers: { 200: Passkeys },
    refuses: ['not-yours', 'last-passkey'],
    async handle(ctx, { db }) {
      const { id } = ctx.who.person
      await db.transaction().execute(async tx => {
        // of two removals at once the second one sees the first
        await tx.selectFrom('person').select('id').where('id', '=', id).forUpdate().execute()
        const { passkeys: mine } = await passkeysOf(tx, id)
        if (!mine.some(one => one.id === ctx.params.id)) throw new Refusal('not-yours')
        if (mine.length === 1 && !(await hasIdentity(tx, id))) throw new Refusal('last-passkey')
        await tx.deleteFrom('passkey').where('id', '=', ctx.params.id).execute()
        await tx
          .deleteFrom('session')
          .where('personId', '=', id)
          .where('means', '=', 'passkey')
          .where('id', '<>', ctx.session?.id ?? '')
          .execute()
        await audit(tx, ctx, { what: 'removed passkey' })
      })
      return { status: 200, body: await passkeysOf(db, id) }
    },
  }),
]

const ownerOf = (id: string) => ({ kind: 'citizen', person: { id } }) as const

const attemptOf = ({ headers }: Pick<Asked, 'headers'>, { settings }: Deps) =>
  cookieOf(headers.cookie, attemptCookie(settings))

function browserOf(headers: Asked['headers'], deps: Deps) {
  const mark = markOf(attemptOf({ headers }, deps))
  return { mark, cookie: { 'Set-Cookie': cookieLine(deps.settings, attemptCookie(deps.settings), mark, attemptLife) } }
}

/** Opens a session by passkey in place of the one the browser had; gives its cookie line. */
async function signIn(
  { settings, now }: Deps,
  tx: Db,
  { session, requestId }: Pick<Asked, 'session' | 'requestId'>,
  personId: string,
  assurance: Assurance,
): Promise<string> {
  const means = { means: 'passkey', assurance, idToken: null, authenticatedAt: now() }
  const { cookie } = await openSession(tx, ownerOf(personId), means, settings.sessionIdleMinutes, now())
  if (session) await closeSession(tx, session.id)
  const acting = { who: ownerOf(personId), assurance, requestId }
  await audit(tx, acting, { what: 'signed in', details: { means: 'passkey' } })
  return cookieLine(settings, sessionCookie(settings), cookie)
}

async function passkeysOf(db: Db, person: string): Promise<Passkeys> {
  const [rows, mayAdd] = await Promise.all([
    db
      .selectFrom('passkey')
      .select(['id', 'label', 'assurance', 'createdAt', 'lastAt'])
      .where('personId', '=', person)
      .orderBy('createdAt', 'desc')
      .execute(),
    wasAtDesk(db, person),
  ])
  return {
    mayAdd,
    passkeys: rows.map(({ assurance, createdAt, lastAt, ...rest }) => ({
      ...rest,
      assurance: storedLevel(assurance),
      createdAt: createdAt.toISOString(),
      lastAt: lastAt?.toISOString() ?? null,
    })),
  }
}

/** The desk vouches for passkeys of those alone whose document it has seen. */
const wasAtDesk = async (db: Db, person: string): Promise<boolean> =>
  (await db.selectFrom('identity_check').select('id').where('personId', '=', person).limit(1).executeTakeFirst()) !==
  undefined

const hasIdentity = async (db: Db, person: string): Promise<boolean> =>
  (await db.selectFrom('identity').select('sub').where('personId', '=', person).limit(1).executeTakeFirst()) !==
  undefined
