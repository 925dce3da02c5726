import type { Flaw, Words } from '../../agenda.ts'
import { flawWords } from './flaws.ts'

/** Words of the agenda `power-of-attorney`. */
export const title = { cs: 'Plná moc pro Portál občana', en: 'Power of attorney for the Citizen Portal' }

export const steps = {
  grant: { cs: 'Zmocnění', en: 'Mandate' },
  coSignature: { cs: 'Podpis druhého jednajícího', en: 'Signature of the other representative' },
  acceptance: { cs: 'Přijetí zmocnění', en: 'Acceptance of the mandate' },
  verification: { cs: 'Ověření zmocnění', en: 'Verification of the mandate' },
  supplement: { cs: 'Doplnění', en: 'Completion' },
  revocation: { cs: 'Odvolání zmocnění', en: 'Revocation of the mandate' },
}

export const parties = {
  agent: { cs: 'Zmocněnec', en: 'Agent' },
  'co-signer': { cs: 'Druhý jednající', en: 'Co-signer' },
}

const general = {
  coSignerInvited: {
    subject: { cs: 'Plná moc čeká na váš podpis', en: 'A power of attorney waits for your signature' },
    body: {
      cs: '{granter} uděluje za {principal} plnou moc, kterou máte podepsat společně. Otevřete odkaz níže a přihlaste se vlastní elektronickou identitou.',
      en: '{granter} is granting a power of attorney for {principal} which you are to sign together. Open the link below and sign in by your own electronic identity.',
    },
  },
  agentInvited: {
    subject: { cs: 'Máte zastupovat: {principal}', en: 'You are to represent {principal}' },
    body: {
      cs: '{granter} vás zmocňuje, abyste v Portálu občana jednal(a) za: {principal}. Otevřete odkaz níže, přihlaste se vlastní elektronickou identitou a zmocnění přijměte, nebo odmítněte.',
      en: '{granter} authorises you to act in the Citizen Portal for {principal}. Open the link below, sign in by your own electronic identity, and take the mandate on or decline it.',
    },
  },
  coSignerDeclined: {
    subject: { cs: 'Druhý jednající plnou moc nepodepsal', en: 'The co-signer has not signed' },
    body: { cs: 'Zmocnění jsme nezaevidovali.', en: 'We have not registered the mandate.' },
  },
  declined: {
    subject: { cs: 'Zmocněnec zmocnění nepřijal', en: 'The agent has declined' },
    body: {
      cs: 'Zmocnění jsme nezaevidovali. Můžete zmocnit někoho jiného.',
      en: 'We have not registered the mandate. You can authorise somebody else.',
    },
  },
  missing: {
    subject: { cs: 'Doplňte prosím plnou moc', en: 'Please complete the power of attorney' },
    body: { cs: '{reasons}', en: '{reasons}' },
  },
  refused: {
    subject: { cs: 'Zmocnění jsme nezaevidovali', en: 'We have not registered the mandate' },
    body: { cs: '{reasons}', en: '{reasons}' },
  },
  active: {
    subject: { cs: 'Zmocnění platí', en: 'The mandate is valid' },
    body: {
      cs: 'Ověřili jsme ho a zaevidovali. V portálu uvidíte, co podle něj kdo udělal. Odvolat ho můžete kdykoli, ihned.',
      en: 'We have verified and registered it. The portal shows what has been done under it. You can revoke it at any time, at once.',
    },
  },
  activeForAgent: {
    subject: { cs: 'Můžete zastupovat: {principal}', en: 'You may represent {principal}' },
    body: {
      cs: 'Zmocnění jsme ověřili a zaevidovali. V portálu si zvolte, za koho právě jednáte. Každý úkon zapisujeme s vaším jménem.',
      en: 'We have verified and registered the mandate. Choose in the portal for whom you are acting. Every act is recorded with your name.',
    },
  },
  endsSoon: {
    subject: { cs: 'Zmocnění brzy skončí', en: 'The mandate ends soon' },
    body: {
      cs: 'Platí naposledy {until:day}. Má-li platit dál, udělte včas nové.',
      en: 'It is valid until {until:day}, that day included. If it is to go on, grant a new one in time.',
    },
  },
  expired: {
    subject: { cs: 'Platnost zmocnění skončila', en: 'The mandate has ended' },
    body: {
      cs: 'Jeho poslední den uplynul. Co bylo do té doby uděláno, platí.',
      en: 'Its last day has passed. What was done until then stands.',
    },
  },
}

const flawed = (body: Words) => ({ subject: general.refused.subject, body })
const flaws = Object.fromEntries(Object.entries(flawWords).map(([flaw, words]) => [flaw, flawed(words)])) as Record<
  Flaw,
  { subject: Words; body: Words }
>

export const texts = { ...general, ...flaws }

export const outcomes = {
  revoked: { cs: 'odvoláno', en: 'revoked' },
  expired: { cs: 'platnost skončila', en: 'expired' },
  refused: { cs: 'nezaevidováno', en: 'not registered' },
  declined: { cs: 'nepřijato', en: 'declined' },
}
