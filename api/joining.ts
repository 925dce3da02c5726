import { sql } from 'kysely'
import { isInvitationCode } from '../activities/invitations.ts'
import { fullName } from '../activities/mandates/names.ts'
import type { Db } from '../db/database.ts'
import { audit, type Acting } from './audit.ts'
import type { CitizenCaller } from './auth/session.ts'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'

const mostWrong = 5
const plain = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('cs')

/**
 * Lets somebody invited take their place in a case: the code must be right, and their verified name and birth date those of the
 * invitation. Who is not meant learns nothing (`invitation-wrong`); five wrong codes of the one who is lock it (`invitation-locked`).
 * Coming again is fine. Throws Refusal.
 */
export async function join(
  { db, settings, log }: Deps,
  ctx: Acting & { who: CitizenCaller },
  caseId: string,
  code: string,
): Promise<void> {
  const refused = await db.transaction().execute(async tx => {
    const parties = await invitationsFor(tx, caseId, ctx.who)
    const joined = parties.some(({ personId }) => personId === ctx.who.person.id)
    const open = parties.filter(({ personId }) => personId === null)
    if (open.length === 0) return joined ? null : 'invitation-wrong'
    if (open.every(({ wrongCodes }) => wrongCodes >= mostWrong)) return 'invitation-locked'
    const right = open.find(
      ({ role, wrongCodes }) => wrongCodes < mostWrong && isInvitationCode(settings.caseKey, caseId, role, code),
    )
    if (right) {
      await tx
        .updateTable('case_party')
        .set({ personId: ctx.who.person.id, joinedAt: sql<Date>`now()` })
        .where('caseId', '=', caseId)
        .where('role', '=', right.role)
        .execute()
      await audit(tx, ctx, { what: `joined as ${right.role}`, caseId })
      return null
    }
    // the code of another role of theirs, used before
    if (joined && parties.some(({ role }) => isInvitationCode(settings.caseKey, caseId, role, code))) return null
    await tx
      .updateTable('case_party')
      .set(eb => ({ wrongCodes: sql<number>`least(${eb.ref('wrongCodes')} + 1, ${mostWrong})` }))
      .where('caseId', '=', caseId)
      .where(
        'role',
        'in',
        open.map(({ role }) => role),
      )
      .execute()
    await audit(tx, ctx, { what: 'wrong invitation code', caseId })
    return open.some(({ wrongCodes }) => wrongCodes + 1 < mostWrong) ? 'invitation-wrong' : 'invitation-locked'
  })
  if (refused === null) return
  log.info({ caseId, refused }, 'invitation refused')
  throw new Refusal(refused)
}

/** Invitations of an open case for somebody of the caller's verified name and birth date, locked. */
async function invitationsFor(tx: Db, caseId: string, { person }: CitizenCaller) {
  const rows = await tx
    .selectFrom('case_party as a')
    .innerJoin('case as c', 'c.id', 'a.caseId')
    .select(['a.role', 'a.name', 'a.birthDate', 'a.personId', 'a.wrongCodes'])
    .where('a.caseId', '=', caseId)
    .where('c.state', '<>', 'closed')
    .forUpdate('a')
    .execute()
  return rows.filter(({ name, birthDate }) => birthDate === person.birthDate && plain(name) === plain(fullName(person)))
}
