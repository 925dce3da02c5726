import type { MandateGrant } from '../../agenda.ts'
import type { Grant } from './forms.ts'

/** What the form says in the terms of the rules: the chosen matters, each with the chosen actions. */
export function terms(form: Grant, subject?: string): MandateGrant {
  const { filer, principal, agent, coSigner, agendas, may, limit, validFrom, validTo, proof } = form
  return {
    filer,
    ...(principal && { principal: named(principal) }),
    ...(agent && { agent: personOf(agent) }),
    ...(coSigner && { coSigner: personOf(coSigner) }),
    // money is paid in one matter alone
    scope: agendas
      .map(agenda => ({
        agenda,
        actions: agenda === 'fee-payment' ? [...may] : may.filter(action => action !== 'pay'),
      }))
      .filter(({ actions }) => actions.length > 0),
    limit: limit ?? null,
    validFrom,
    validTo: validTo ?? null,
    proof,
    ...(subject !== undefined && { subject }),
  }
}

const named = ({
  kind,
  companyId = '',
  ...who
}: NonNullable<Grant['principal']>): NonNullable<MandateGrant['principal']> =>
  kind === 'company' ? { kind, companyId } : { kind, ...personOf(who) }

const personOf = ({
  givenName = '',
  familyName = '',
  birthDate = '',
}: {
  givenName?: string
  familyName?: string
  birthDate?: string
}) => ({
  givenName,
  familyName,
  birthDate,
})
