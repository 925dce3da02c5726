import { flawsOfGrant, isWithin, rivals, type Flaw } from '../../activities/mandates/granting.ts'
import { givenBy, mandateById } from '../../activities/mandates/rows.ts'
import { policyOn } from '../../city/rates.ts'
import { flawWords } from '../../workflows/agendas/power-of-attorney/flaws.ts'
import type { Grant } from '../../workflows/agendas/power-of-attorney/forms.ts'
import { terms } from '../../workflows/agendas/power-of-attorney/terms.ts'
import { todayOf } from '../acting.ts'
import type { DataCheck } from '../judging.ts'

/** The field at which a flaw is told. */
const places: Partial<Record<Flaw, string>> = {
  'agent-is-principal': '/agent',
  'agent-is-minor': '/agent/birthDate',
  'principal-is-minor': '/principal/birthDate',
  'ended-already': '/validTo',
  'no-subject-matter': '/agendas',
  'joint-signature': '/together',
  'co-signer-is-not-another': '/coSigner',
  'online-not-enough': '/proof',
  'another-agent': '/agendas',
  'beyond-own-mandate': '/may',
}

/**
 * May this power of attorney be granted? What the form and the city's own records can tell before it is filed; the registers are
 * asked afterwards, and everything once more when it becomes valid.
 */
export const mandateGrant: DataCheck = async (deps, who, value, language, acting) => {
  if (who.kind !== 'citizen') return []
  const { person } = who
  // the form has judged the shape: this check is named by that form alone
  const form = value as Grant
  const grant = terms(form)
  const day = todayOf(deps)
  const me = { givenName: person.givenName, familyName: person.familyName, birthDate: person.birthDate ?? '' }
  const byAgent = form.filer === 'agent'
  const principal = byAgent ? grant.principal : acting ? undefined : { kind: 'person' as const, ...me }
  const own = acting?.mandate ? await mandateById(deps.db, acting.mandate) : undefined
  const found = flawsOfGrant(
    {
      basis: 'poa',
      principal: {
        kind: principal?.kind ?? 'company',
        ...(principal?.kind === 'person' && { person: principal }),
      },
      agent: grant.agent ?? me,
      filer: me,
      ...(grant.coSigner && { coSigner: grant.coSigner }),
      scope: grant.scope,
      limit: grant.limit,
      validFrom: grant.validFrom,
      validTo: grant.validTo,
      proof: grant.proof,
    },
    {
      day,
      signatures: own?.signatures ?? 1,
      onlineEnough: policyOn(deps.city.rates, 'online-mandate', day).allowed,
    },
  )
  if (own && !isWithin(grant.scope, own.scope)) found.push('beyond-own-mandate')
  const subject = byAgent ? undefined : (acting?.subject ?? person.subjectId)
  if (subject && rivals({ ...grant, id: '', principal: subject }, await givenBy(deps.db, subject), day).length > 0)
    found.push('another-agent')
  return found.map(flaw => ({ path: placeOf(flaw, byAgent), rule: flaw, message: flawWords[flaw][language] }))
}

const placeOf = (flaw: Flaw, byAgent: boolean): string =>
  byAgent && flaw === 'agent-is-principal' ? '/principal' : (places[flaw] ?? '')
