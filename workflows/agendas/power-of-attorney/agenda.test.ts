import { expect, test, vi } from 'vitest'
import type { Lookups } from '../../agenda.ts'
import { agendas } from '../index.ts'
import { play, type Move } from '../../play.ts'
import powerOfAttorney from './agenda.ts'
import { flawWords } from './flaws.ts'
import { matters } from './forms.ts'

const karel = { givenName: 'Karel', familyName: 'Novák', birthDate: '1980-05-05', email: 'karel@example.cz' }
const online = {
  filer: 'principal',
  agent: karel,
  agendas: ['fee-payment', 'dog-fee'],
  may: ['view', 'pay'],
  limit: 500_000,
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  proof: 'online',
  consent: true,
}
const paper = {
  ...online,
  filer: 'agent',
  agent: undefined,
  principal: { kind: 'person', givenName: 'Věra', familyName: 'Krejčí', birthDate: '1955-11-02' },
  proof: 'legalisation',
  clause: { number: 'CzP 12/2026', day: '2026-01-02', office: 'Česká pošta' },
  scans: [{ id: '33333333-3333-4333-8333-333333333333', name: 'plna-moc.pdf', size: 1000, type: 'application/pdf' }],
}
const grant = (data: object): Move => ({ answer: 'grant', data })
const accept: Move = { answer: 'acceptance', data: { accept: 'yes' } }
const approve: Move = { answer: 'verification', data: { verdict: 'approve', readable: true, signature: true } }

const hands = () => ({
  registerMandate: vi.fn<Lookups['registerMandate']>(async () => ({ mandate: 'm1' })),
  acceptMandate: vi.fn<Lookups['acceptMandate']>(async () => null),
  activateMandate: vi.fn<Lookups['activateMandate']>(async () => ({ notice: '2026-12-01' })),
  endMandate: vi.fn<Lookups['endMandate']>(async () => {}),
})

test('granted by sign-in, accepted, verified; told of its end a month before, and over on its last day', async () => {
  const city = hands()
  const { outcome, log } = await play(
    powerOfAttorney,
    [grant(online), accept, approve, { day: '2026-12-01' }, { lapse: 'revocation' }],
    { do: city },
  )
  expect(outcome).toBe('expired')
  expect(log).toEqual([
    'form grant',
    'invite agent',
    'form acceptance (agent)',
    'clerk verification (finance)',
    'notify active',
    'notify activeForAgent (agent)',
    'form revocation',
    'notify endsSoon',
    'notify endsSoon (agent)',
    'notify expired',
    'notify expired (agent)',
  ])
  // money is paid in one matter alone
  expect(city.registerMandate.mock.calls[0]?.[0].scope).toEqual([
    { agenda: 'fee-payment', actions: ['view', 'pay'] },
    { agenda: 'dog-fee', actions: ['view'] },
  ])
  expect(city.endMandate).toHaveBeenCalledExactlyOnceWith({ mandate: 'm1', how: 'expired' })
})

test('for a company that acts by two together, the other one signs first', async () => {
  const together = { ...online, together: true, coSigner: { ...karel, givenName: 'Jana', familyName: 'Druhá' } }
  const principal = { subject: 's1', name: 'Sklady s.r.o.' }
  const { log } = await play(
    powerOfAttorney,
    [grant(together), { answer: 'coSignature', data: { sign: 'yes' } }, accept, approve, { lapse: 'revocation' }],
    { do: { ...hands(), activateMandate: async () => ({ notice: null }) }, principal },
  )
  expect(log.slice(0, 5)).toEqual([
    'form grant',
    'invite co-signer',
    'form coSignature (co-signer)',
    'invite agent',
    'form acceptance (agent)',
  ])
  const city = hands()
  const refused = await play(powerOfAttorney, [grant(together), { answer: 'coSignature', data: { sign: 'no' } }], {
    do: city,
    principal,
  })
  expect([refused.outcome, refused.log.at(-1)]).toEqual(['declined', 'notify coSignerDeclined'])
  expect(city.endMandate).toHaveBeenCalledWith({ mandate: 'm1', how: 'rejected' })
})

test('an agent who declines, or keeps silent, leaves nothing behind', async () => {
  const city = hands()
  const no = await play(powerOfAttorney, [grant(online), { answer: 'acceptance', data: { accept: 'no' } }], {
    do: city,
  })
  expect([no.outcome, no.log.at(-1)]).toEqual(['declined', 'notify declined'])
  const silent = await play(powerOfAttorney, [grant(online), { lapse: 'acceptance' }], { do: city })
  expect(silent.outcome).toBe('lapsed')
  expect(city.endMandate.mock.calls).toEqual([
    [{ mandate: 'm1', how: 'rejected' }],
    [{ mandate: 'm1', how: 'rejected' }],
  ])
})

test('a paper: the clerk asks for a readable scan, finds the principal in the records, and registers it', async () => {
  const city = hands()
  const subject = '44444444-4444-4444-8444-444444444444'
  city.registerMandate.mockImplementation(async ({ subject: chosen }) =>
    chosen === undefined ? { flaw: 'principal-unknown' } : { mandate: 'm2' },
  )
  const { outcome, log } = await play(
    powerOfAttorney,
    [
      grant(paper),
      { answer: 'verification', data: { verdict: 'ask', reasons: 'Sken nejde přečíst.' } },
      { answer: 'supplement', data: { note: 'Posílám nový.', scans: paper.scans } },
      { answer: 'verification', data: { verdict: 'approve', readable: true, signature: true, subject } },
      { lapse: 'revocation' },
    ],
    { do: city },
  )
  expect(outcome).toBe('expired')
  expect(log).toEqual([
    'form grant',
    'clerk verification (finance)',
    'notify missing',
    'form supplement',
    'clerk verification (finance)',
    'notify active',
    'form revocation',
    'notify expired',
  ])
  expect(city.activateMandate).toHaveBeenCalledWith({
    mandate: 'm2',
    proof: 'legalisation',
    scans: 2,
    readable: true,
    signatureVerified: true,
  })
})

test.each(Object.keys(flawWords) as (keyof typeof flawWords)[])('refused with its reason: %s', async flaw => {
  const city = { ...hands(), activateMandate: async () => ({ flaw }) }
  const late = await play(powerOfAttorney, [grant(online), accept, approve], { do: city })
  expect([late.outcome, late.log.at(-1)]).toEqual(['refused', `notify ${flaw}`])
  expect(city.endMandate).toHaveBeenCalledWith({ mandate: 'm1', how: 'rejected' })
  const early = await play(powerOfAttorney, [grant(online)], { do: { registerMandate: async () => ({ flaw }) } })
  expect([early.outcome, early.log.at(-1)]).toEqual(['refused', `notify ${flaw}`])
})

test.each([
  [
    'an agent cannot grant to themselves by signing in',
    { ...paper, proof: 'online', clause: undefined, scans: undefined },
    '/proof',
  ],
  ['a paper needs its scan', { ...paper, scans: undefined }, '/scans'],
  ['and its clause', { ...paper, clause: undefined }, '/clause'],
  ['everything at once is no matter', { ...online, agendas: ['*'] }, '/agendas'],
  ['no matter at all', { ...online, agendas: [] }, '/agendas'],
  ['paying needs something to pay', { ...online, agendas: ['dog-fee'] }, '/agendas'],
  ['an end before the beginning', { ...online, validTo: '2025-12-31' }, '/validTo'],
  ['the declaration is not ticked', { ...online, consent: undefined }, '/consent'],
])('%s', async (_, data, path) => {
  await expect(play(powerOfAttorney, [grant(data)])).rejects.toThrow(`"path":"${path}`)
})

test.each([
  ['an unreadable paper', { readable: false, signature: true }, '/readable'],
  ['a signature that nobody verified', { readable: true, signature: false }, '/signature'],
])('a clerk cannot register %s', async (_, seen, path) => {
  const moves = [grant(online), accept, { answer: 'verification', data: { verdict: 'approve', ...seen } }]
  await expect(play(powerOfAttorney, moves, { do: hands() })).rejects.toThrow(path)
})

test('the matters are life situations of the portal', () => {
  expect(agendas.has('fee-payment')).toBe(true)
  expect(Object.keys(matters)).not.toContain('*')
})
