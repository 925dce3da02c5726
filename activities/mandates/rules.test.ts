import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acts, isAllowed, mandates, world } from '../../tests/mandates-model.ts'
import {
  flawsByRegisters,
  flawsOfGrant,
  flawsOfPaper,
  isMinor,
  lastDayOfMinority,
  rivals,
  type Grant,
} from './granting.ts'
import { denial, permitted, type Act, type MandateFacts } from './rules.ts'

const day = '2026-06-15'
const mandate: MandateFacts = {
  id: 'm',
  basis: 'poa',
  principal: 'mother',
  state: 'active',
  verified: true,
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  limit: 100_000,
  signatures: 1,
  scope: [
    { agenda: 'fee-payment', actions: ['view', 'pay'] },
    { agenda: 'dog-fee', actions: ['file'] },
  ],
  agents: [{ person: 'son', accepted: true }],
}
const act: Act = { person: 'son', principal: 'mother', agenda: 'fee-payment', action: 'pay', amount: 100_000, day }

describe('what a mandate allows', () => {
  test.each<[string, Partial<MandateFacts>, Partial<Act>, ReturnType<typeof denial>]>([
    ['all is right', {}, {}, null],
    ['seeing what one may file in', {}, { agenda: 'dog-fee', action: 'view' }, null],
    ['its first day', {}, { day: '2026-01-01' }, null],
    ['its last day', {}, { day: '2026-12-31' }, null],
    ['without an end', { validTo: null }, { day: '2099-01-01' }, null],
    ['all matters by law', { scope: [{ agenda: '*', actions: ['pay'] }] }, {}, null],
    ['somebody else', {}, { person: 'neighbour' }, 'not-yours'],
    ['another principal', {}, { principal: 'father' }, 'not-yours'],
    ['not accepted', { agents: [{ person: 'son', accepted: false }] }, {}, 'not-accepted'],
    ['not verified', { verified: false }, {}, 'not-verified'],
    ['being verified', { state: 'verifying' }, {}, 'not-verified'],
    ['only submitted', { state: 'submitted' }, {}, 'not-verified'],
    ['revoked', { state: 'revoked' }, {}, 'ended'],
    ['rejected', { state: 'rejected' }, {}, 'ended'],
    ['the day after the last one, though nobody wrote it down', {}, { day: '2027-01-01' }, 'ended'],
    ['suspended', { state: 'suspended' }, {}, 'suspended'],
    ['the day before the first one', {}, { day: '2025-12-31' }, 'not-yet'],
    ['another action', {}, { action: 'file' }, 'out-of-scope'],
    ['another matter', {}, { agenda: 'grant' }, 'out-of-scope'],
    ['a heller above the limit', {}, { amount: 100_001 }, 'over-limit'],
    ['filing alone for two', { signatures: 2 }, { agenda: 'dog-fee', action: 'file' }, 'joint-signature'],
    ['filing together', { signatures: 2 }, { agenda: 'dog-fee', action: 'file', signing: 2 }, null],
    ['paying alone for two', { signatures: 2 }, {}, null],
    ['seeing alone for two', { signatures: 2 }, { action: 'view' }, null],
  ])('%s', (_, changed, asked, expected) => {
    expect(denial({ ...mandate, ...changed }, { ...act, ...asked })).toBe(expected)
  })

  test('of several mandates one is enough; otherwise the nearest reason is told', () => {
    const revoked = { ...mandate, id: 'old', state: 'revoked' as const }
    expect(permitted([revoked, mandate], act)).toEqual({ mandate })
    expect(permitted([revoked, mandate], { ...act, amount: 200_000 })).toEqual({ denied: 'over-limit' })
    expect(permitted([], act)).toEqual({ denied: 'not-yours' })
  })

  test('nobody does anything that no valid mandate allows, and everybody what one does', () => {
    fc.assert(
      fc.property(
        world.chain(it => fc.tuple(mandates(it), acts(it))),
        ([given, asked]) => {
          for (const one of asked)
            expect('mandate' in permitted(given, one), JSON.stringify(one)).toBe(given.some(m => isAllowed(m, one)))
        },
      ),
      { numRuns: 500 },
    )
  })

  test('ending a mandate, or letting its last day pass, never opens anything', () => {
    fc.assert(
      fc.property(
        world.chain(it => fc.tuple(mandates(it), acts(it))),
        ([given, asked]) => {
          const ended = given.map((m, n) => (n === 0 ? { ...m, state: 'revoked' as const } : m))
          for (const one of asked)
            if ('mandate' in permitted(ended, one)) expect('mandate' in permitted(given, one)).toBe(true)
        },
      ),
    )
  })
})

describe('what cannot be granted', () => {
  const mother = { givenName: 'Věra', familyName: 'Krejčí', birthDate: '1955-11-02' }
  const son = { givenName: 'Karel', familyName: 'Krejčí', birthDate: '1980-05-05' }
  const grant: Grant = {
    basis: 'poa',
    principal: { kind: 'person', person: mother },
    agent: son,
    filer: mother,
    scope: mandate.scope,
    limit: null,
    validFrom: day,
    validTo: null,
    proof: 'online',
  }
  const at = { day, signatures: 1, onlineEnough: true }
  const child = { givenName: 'Eliška', familyName: 'Horáková', birthDate: '2010-09-30' }

  test('nothing is wrong with a right one', () => expect(flawsOfGrant(grant, at)).toEqual([]))
  test.each<[string, Partial<Grant>, Partial<typeof at>, string]>([
    ['agent and principal are one', { agent: { ...mother, givenName: 'VĚRA' } }, {}, 'agent-is-principal'],
    ['it has ended', { validFrom: '2026-01-01', validTo: '2026-06-14' }, {}, 'ended-already'],
    ['it ends before it begins', { validFrom: '2026-08-01', validTo: '2026-07-01' }, {}, 'ended-already'],
    ['everything', { scope: [{ agenda: '*', actions: ['file'] }] }, {}, 'no-subject-matter'],
    ['nothing', { scope: [] }, {}, 'no-subject-matter'],
    ['by a minor', { principal: { kind: 'person', person: child } }, {}, 'principal-is-minor'],
    ['to a minor', { agent: child }, {}, 'agent-is-minor'],
    ['one signature where two are needed', {}, { signatures: 2 }, 'joint-signature'],
    ['the same signature twice', { coSigner: mother }, { signatures: 2 }, 'co-signer-is-not-another'],
    ['online, where the city wants paper', {}, { onlineEnough: false }, 'online-not-enough'],
  ])('%s', (_, changed, asked, flaw) => {
    expect(flawsOfGrant({ ...grant, ...changed }, { ...at, ...asked })).toEqual([flaw])
  })

  test('a paper is judged by what the clerk sees', () => {
    const seen = { scans: 1, readable: true, signatureVerified: true }
    expect(flawsOfPaper('legalisation', seen)).toEqual([])
    expect(flawsOfPaper('legalisation', { ...seen, signatureVerified: false })).toEqual(['signature-not-verified'])
    expect(flawsOfPaper('conversion', { ...seen, readable: false })).toEqual(['unreadable-scan'])
    expect(flawsOfPaper('conversion', { ...seen, scans: 0 })).toEqual(['no-scan'])
    expect(flawsOfPaper('original', { ...seen, scans: 0 })).toEqual([])
    expect(flawsOfPaper('online', { scans: 0, readable: false, signatureVerified: false })).toEqual([])
  })

  test('the registers have the last word on the principal', () => {
    const person = (found: object) =>
      flawsByRegisters(
        { kind: 'person', found: { died: null, limitedCapacity: false, birthDate: mother.birthDate, ...found } },
        [],
        day,
      )
    expect(person({})).toEqual([])
    expect(person({ died: '2026-06-01' })).toEqual(['principal-dead'])
    expect(person({ limitedCapacity: true })).toEqual(['principal-incapable'])
    expect(person({ birthDate: child.birthDate })).toEqual(['principal-is-minor'])
    expect(flawsByRegisters({ kind: 'company', found: null }, [], day)).toEqual(['principal-unknown'])
    const company = (found: object, ...signers: (typeof son)[]) =>
      flawsByRegisters(
        { kind: 'company', found: { dissolved: null, body: { signatures: 2, members: [mother, son] }, ...found } },
        signers,
        day,
      )
    expect(company({}, mother, son)).toEqual([])
    expect(company({}, mother)).toEqual(['joint-signature'])
    expect(company({}, mother, child)).toEqual(['co-signer-not-of-body'])
    expect(company({ dissolved: day }, mother, son)).toEqual(['company-dissolved'])
    expect(company({ dissolved: '2026-06-16' }, mother, son)).toEqual([])
  })

  test('a principal has one agent at a time in a matter, for filing', () => {
    const file = [{ agenda: 'dog-fee', actions: ['file' as const] }]
    const next = { id: 'new', principal: 'mother', scope: file, validFrom: '2026-06-01', validTo: null }
    expect(rivals(next, [mandate], day)).toEqual(['dog-fee'])
    expect(rivals({ ...next, id: 'm' }, [mandate], day)).toEqual([])
    expect(rivals({ ...next, validFrom: '2027-01-01' }, [mandate], day)).toEqual([])
    expect(rivals({ ...next, principal: 'father' }, [mandate], day)).toEqual([])
    expect(rivals({ ...next, scope: [{ agenda: 'dog-fee', actions: ['view'] }] }, [mandate], day)).toEqual([])
    expect(rivals(next, [{ ...mandate, state: 'revoked' }], day)).toEqual([])
    expect(rivals(next, [{ ...mandate, basis: 'parent' }], day)).toEqual([])
  })

  test('a child comes of age at the start of the eighteenth birthday', () => {
    expect(lastDayOfMinority('2010-09-30')).toBe('2028-09-29')
    expect([isMinor('2010-09-30', '2028-09-29'), isMinor('2010-09-30', '2028-09-30')]).toEqual([true, false])
    expect([isMinor('2008-02-29', '2026-02-27'), isMinor('2008-02-29', '2026-02-28')]).toEqual([true, false])
    expect(lastDayOfMinority('2008-02-29')).toBe('2026-02-27')
  })
})
