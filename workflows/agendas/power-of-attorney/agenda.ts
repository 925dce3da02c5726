import { agenda, Lapsed, type Case, type Flaw } from '../../agenda.ts'
import { acceptance, coSignature, grant, revocation, supplement, verification, type Grant } from './forms.ts'
import { terms } from './terms.ts'
import { outcomes, parties, steps, texts, title } from './texts.ts'

const forms = { grant, coSignature, acceptance, verification, supplement, revocation }
type Power = Case<typeof forms, keyof typeof texts & string>

/** A power of attorney (plná moc): granted, accepted, verified; then the case lives as long as it does. */
export default agenda({
  id: 'power-of-attorney',
  title,
  starts: 'citizen',
  first: 'grant',
  assurance: 'substantial',
  department: 'finance',
  withdrawable: false,
  forOthers: 'sub-delegate',
  steps,
  parties,
  texts,
  outcomes,
  forms,

  async run(c) {
    const form = await c.form('grant')
    const registered = await c.do.registerMandate(terms(form))
    // whom the form names may fit several people: then the clerk says which
    if ('flaw' in registered && !(form.filer === 'agent' && registered.flaw === 'principal-unknown'))
      return refuse(c, registered.flaw)
    const known = 'mandate' in registered ? registered.mandate : undefined
    try {
      const declined = known === undefined ? undefined : await signed(c, form, known)
      const valid = declined ?? (await verified(c, form, known))
      if (typeof valid === 'string') {
        if (known !== undefined) await c.do.endMandate({ mandate: known, how: 'rejected' })
        return valid
      }
      await lives(c, form, valid)
      await c.do.endMandate({ mandate: valid.mandate, how: 'expired' })
      await tellBoth(c, form, 'expired')
      return 'expired'
    } catch (error) {
      if (error instanceof Lapsed && known !== undefined) await c.do.endMandate({ mandate: known, how: 'rejected' })
      throw error
    }
  },
})

/** The co-signer signs, and the agent takes it on; or one of them does not. */
async function signed(c: Power, form: Grant, mandate: string): Promise<'declined' | 'refused' | undefined> {
  const principal = c.principal?.name ?? c.citizen.name
  const words = { granter: c.citizen.name, principal }
  if (form.coSigner) {
    await c.invite('co-signer', form.coSigner, 'coSignerInvited', words)
    const { sign } = await c.form('coSignature', { by: 'co-signer', within: '30 days' })
    if (sign === 'no') {
      await c.notify('coSignerDeclined')
      return 'declined'
    }
  }
  if (!form.agent) return undefined
  await c.invite('agent', form.agent, 'agentInvited', words)
  const { accept } = await c.form('acceptance', { by: 'agent', within: '30 days' })
  if (accept === 'no') {
    await c.notify('declined')
    return 'declined'
  }
  const flaw = await c.do.acceptMandate(mandate)
  return flaw ? refuse(c, flaw) : undefined
}

/** A clerk verifies it, asking for completion as often as needed. */
async function verified(c: Power, form: Grant, known: string | undefined) {
  let scans = form.scans?.length ?? 0
  for (;;) {
    const found = await c.clerk('verification', { role: 'finance', due: '5 working days' })
    const { verdict, reasons = '', readable = false, signature = false, subject } = found
    if (verdict === 'refuse') {
      await c.notify('refused', { reasons })
      return 'refused'
    }
    if (verdict === 'ask') {
      await c.notify('missing', { reasons })
      scans += (await c.form('supplement', { within: '30 days' })).scans?.length ?? 0
      continue
    }
    const registered = known === undefined ? await c.do.registerMandate(terms(form, subject)) : { mandate: known }
    if ('flaw' in registered) {
      if (registered.flaw === 'principal-unknown') continue
      return refuse(c, registered.flaw)
    }
    const { mandate } = registered
    const check = { mandate, proof: form.proof, scans, readable, signatureVerified: signature }
    const active = await c.do.activateMandate(check)
    if ('flaw' in active) {
      if (known === undefined) await c.do.endMandate({ mandate, how: 'rejected' })
      return refuse(c, active.flaw)
    }
    await c.notify('active')
    if (form.agent)
      await c.notify('activeForAgent', { principal: c.principal?.name ?? c.citizen.name }, [], { to: 'agent' })
    return { mandate, notice: active.notice }
  }
}

/** It may be revoked at any time; thirty days before its last one both are told. */
async function lives(c: Power, form: Grant, { notice }: { notice: string | null }): Promise<void> {
  const { validTo } = form
  const open = c.form('revocation', { anytime: true, ...(validTo && { until: validTo }) })
  const told = async () => {
    if (notice === null || !validTo) return
    await c.wait(notice)
    await tellBoth(c, form, 'endsSoon', { until: validTo })
  }
  await Promise.all([open, told()]).catch((error: unknown) => {
    if (!(error instanceof Lapsed)) throw error
  })
}

async function tellBoth(c: Power, { agent }: Grant, text: 'endsSoon' | 'expired', values: Record<string, string> = {}) {
  await c.notify(text, values)
  if (agent) await c.notify(text, values, [], { to: 'agent' })
}

async function refuse(c: Power, flaw: Flaw): Promise<'refused'> {
  await c.notify(flaw)
  return 'refused'
}
