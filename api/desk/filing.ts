import { isDuplicate } from '../../db/duplicate.ts'
import type { Definition } from '../../forms/definition.ts'
import type { Agenda } from '../../workflows/agenda.ts'
import { agendas } from '../../workflows/agendas/index.ts'
import { refuseMinor } from '../acting.ts'
import { audit, type Acting } from '../audit.ts'
import { reaches } from '../auth/level.ts'
import type { CitizenCaller, OfficialCaller } from '../auth/session.ts'
import type { DeskFiling, Language } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { filesIn } from '../files/brought.ts'
import { fileCase } from '../filing.ts'
import { judge } from '../judging.ts'
import { startable } from '../startable.ts'
import { actorOf, firstToAnswer } from '../stepping.ts'
import { deskRule } from './examining.ts'

/** What the desk does otherwise: a payment by the details it prints, the link to the ledger by the official themselves. */
const otherwise = ['fee-payment', 'account-pairing']

/** The agendas that may be filed at the desk: those a citizen may start and the desk's level is enough for. */
export const filedAtDesk = (deps: Pick<Deps, 'settings' | 'city' | 'now'>): Agenda[] =>
  [...agendas.values()].filter(
    agenda =>
      agenda.starts === 'citizen' &&
      !agenda.id.startsWith('_') &&
      !otherwise.includes(agenda.id) &&
      reaches(deskRule(deps).assurance, agenda.assurance),
  )

function atDesk(deps: Deps, id: string): { agenda: Agenda; form: Definition } {
  const found = startable(id, deps)
  if (otherwise.includes(id)) throw new Refusal('unknown-agenda')
  if (!reaches(deskRule(deps).assurance, found.agenda.assurance)) throw new Refusal('level-too-low')
  return found
}

/**
 * Files a case for the person at the desk (asistovaná služba): theirs in every respect, with the official who helped on record.
 * Gives the case's id; the same message again files nothing twice.
 * @throws {Refusal} of the agenda, the level or the form
 */
export async function fileFor(
  deps: Deps,
  acting: Acting & { who: OfficialCaller; language: Language },
  citizen: CitizenCaller,
  filing: DeskFiling,
): Promise<{ caseId: string; first: boolean }> {
  const { agenda, form } = atDesk(deps, filing.agenda)
  const known = await firstToAnswer(deps.db, filing.id)
  if (known !== undefined) return { caseId: known, first: false }
  refuseMinor(deps, citizen, agenda)
  const { id, name } = acting.who.official
  const data = await judge(deps, citizen, form, filing.data, acting.language, undefined, id)
  return deps.db
    .transaction()
    .execute(async tx => {
      const { caseId } = await fileCase(tx, {
        messageId: filing.id,
        agenda: agenda.id,
        personId: citizen.person.id,
        actor: {
          ...actorOf({ who: citizen, assurance: deskRule(deps).assurance }),
          assistedBy: { id, name },
        },
        assistedBy: id,
        data,
        files: filesIn(form.schema, data, acting.language),
      })
      await audit(tx, acting, { what: `filed ${agenda.id} at the desk`, caseId, forPerson: citizen.person.id })
      return { caseId, first: true }
    })
    .catch(async (error: unknown) => {
      // the same message came twice at once: the first one filed the case
      const first = isDuplicate(error) ? await firstToAnswer(deps.db, filing.id) : undefined
      if (first === undefined) throw error
      return { caseId: first, first: false }
    })
}
