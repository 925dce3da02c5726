import { audit, type Acting } from '../audit.ts'
import { requireAssurance } from '../auth/assurance.ts'
import { attemptCookie, cookieLine, cookieOf } from '../auth/cookie.ts'
import { beginPasskey, markOf } from '../auth/passkeys.ts'
import { citizenCaller, type CitizenCaller } from '../auth/session.ts'
import { attemptLife } from '../auth/sign-in.ts'
import { DeskCodeBinding, DeskCodeEntry, PasskeyCreation, Profile } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { joinAccounts } from '../desk/joining.ts'
import { countWrong, nameOf, useUp, weigh } from '../desk/weighing.ts'
import { Refusal, type Code } from '../errors.ts'
import { route } from '../route.ts'
import { profileOf } from './profile.ts'

const codeRefusals: Code[] = [
  'desk-code-wrong',
  'desk-code-used',
  'desk-code-expired',
  'desk-code-replaced',
  'desk-code-locked',
  'desk-code-too-many',
]

export const deskCodes = [
  route({
    method: 'post',
    path: '/api/profile/desk-code',
    summary:
      'Binds the electronic identity I signed in with to the person whom the desk has checked, by its one-time code.',
    who: 'citizen',
    body: DeskCodeBinding,
    limit: 'desk-code',
    answers: { 200: Profile },
    refuses: [...codeRefusals, 'desk-code-other-person', 'two-accounts', 'level-too-low'],
    async handle(ctx, deps) {
      requireAssurance(ctx, 'substantial')
      const { person } = ctx.who
      const typed = { code: ctx.body.code, birthDate: person.birthDate ?? '', ip: ctx.ip, person }
      const code = await weigh(deps, ctx, typed)
      if (!(await sameName(deps, ctx.who, code.personId))) {
        await countWrong(deps, ctx, typed)
        throw new Refusal('desk-code-other-person')
      }
      await deps.db.transaction().execute(async tx => {
        await useUp(tx, code.id, 'identity', deps.now())
        await joinAccounts(tx, person.id, code.personId)
        await audit(tx, ctx, {
          what: 'bound identity by desk code',
          forPerson: code.personId,
          details: { code: code.id, means: ctx.session?.means, from: person.id },
        })
      })
      return { status: 200, body: await profileOf(deps.db, code.personId) }
    },
  }),
  route({
    method: 'post',
    path: '/api/auth/desk-code',
    summary: 'Takes the one-time code of the desk and the birth date; gives what the browser needs to make a passkey.',
    who: 'anyone',
    body: DeskCodeEntry,
    limit: 'desk-code',
    answers: { 200: PasskeyCreation },
    refuses: codeRefusals,
    async handle(ctx, deps) {
      const acting: Acting = { who: null, assurance: null, requestId: ctx.requestId }
      const code = await weigh(deps, acting, { ...ctx.body, ip: ctx.ip })
      const owner = await citizenCaller(deps.db, code.personId)
      if (!owner) throw new Refusal('desk-code-wrong')
      const cookie = attemptCookie(deps.settings)
      const mark = markOf(cookieOf(ctx.headers.cookie, cookie))
      const { givenName, familyName } = owner.person
      const whose = { id: code.personId, name: `${givenName} ${familyName}`, code: code.id }
      return {
        status: 200,
        headers: { 'Set-Cookie': cookieLine(deps.settings, cookie, mark, attemptLife) },
        body: { options: await beginPasskey(deps, whose, mark) },
      }
    },
  }),
]

/** The identity’s verified name against the document’s. */
async function sameName({ db }: Deps, { person }: CitizenCaller, other: string): Promise<boolean> {
  const checked = await citizenCaller(db, other)
  return checked !== null && nameOf(checked.person) === nameOf(person)
}
