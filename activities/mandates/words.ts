import type { Finding } from './asking.ts'
import type { Action, Basis, Denial, MandateState } from './rules.ts'

interface Words {
  cs: string
  en: string
}

/** Why an act is not allowed now, for the one who wanted to do it. */
export const denialWords: Readonly<Record<Denial, Words>> = {
  'not-yours': { cs: 'Za tuto osobu nejednáte.', en: 'You do not act for this person.' },
  'not-accepted': { cs: 'Zmocnění jste zatím nepřijali.', en: 'You have not taken the mandate on yet.' },
  'not-verified': { cs: 'Zmocnění ještě ověřujeme.', en: 'The mandate is still being verified.' },
  ended: { cs: 'Zmocnění skončilo.', en: 'The mandate has ended.' },
  suspended: { cs: 'Zmocnění je pozastavené.', en: 'The mandate is suspended.' },
  'not-yet': { cs: 'Zmocnění ještě nezačalo platit.', en: 'The mandate is not valid yet.' },
  'out-of-scope': { cs: 'Vaše zmocnění tento krok nedovoluje.', en: 'Your mandate does not allow this step.' },
  'joint-signature': {
    cs: 'Tady musí jednat více osob společně.',
    en: 'Here several people must act together.',
  },
  'over-limit': {
    cs: 'Částka je vyšší, než vaše zmocnění dovoluje.',
    en: 'The amount is above what your mandate allows.',
  },
}

/** A debt of a principal that the mandate only lets one see. */
export const onlySeen: Words = {
  cs: 'Zmocnění vám dovoluje tento závazek jen vidět, ne ho platit.',
  en: 'Your mandate lets you see this debt, not pay it.',
}

export const stateWords: Readonly<Record<MandateState, Words>> = {
  submitted: { cs: 'podáno', en: 'submitted' },
  verifying: { cs: 'ověřujeme', en: 'being verified' },
  active: { cs: 'platí', en: 'valid' },
  suspended: { cs: 'pozastaveno', en: 'suspended' },
  revoked: { cs: 'odvoláno', en: 'revoked' },
  expired: { cs: 'platnost skončila', en: 'expired' },
  rejected: { cs: 'nezaevidováno', en: 'not registered' },
}

/** Why a mandate that follows from law cannot be ended in the portal. */
export const byLaw: Readonly<Partial<Record<Basis, Words>>> = {
  parent: {
    cs: 'Rodič zastupuje dítě ze zákona do jeho 18 let. Změnit to může jen soud.',
    en: 'A parent represents the child by law until 18. Only a court can change that.',
  },
  guardian: {
    cs: 'Opatrovníka jmenoval soud a jen soud ho může odvolat.',
    en: 'The guardian was appointed by a court, and only a court can remove them.',
  },
  statutory: {
    cs: 'Kdo jedná za firmu, určuje rejstřík. Změna v rejstříku se tu projeví.',
    en: 'The register says who acts for a company. A change there shows here.',
  },
}
export const byRegister: Words = {
  cs: 'Zmocnění je zapsané v registru zastupování a odvolává se tam (Portál občana státu, CzechPOINT).',
  en: 'The mandate is kept in the register of representation and is revoked there (the state’s portal, CzechPOINT).',
}

/** What the registers said, for principal, agent and clerk. */
export const findingWords: Readonly<Record<Finding, Words>> = {
  'principal-died': {
    cs: 'Zmocnitel podle registru obyvatel zemřel a zmocnění tím zaniklo (§ 448 občanského zákoníku).',
    en: 'According to the register the principal has died, and the mandate has ended by that (§ 448 of the Civil Code).',
  },
  'agent-died': {
    cs: 'Zmocněnec podle registru obyvatel zemřel a zmocnění tím zaniklo (§ 448 občanského zákoníku).',
    en: 'According to the register the agent has died, and the mandate has ended by that (§ 448 of the Civil Code).',
  },
  'company-dissolved': {
    cs: 'Firma podle rejstříku zanikla a zmocnění tím zaniklo také (§ 448 občanského zákoníku).',
    en: 'According to the register the company has been dissolved, and the mandate has ended by that (§ 448 of the Civil Code).',
  },
  'principal-incapable': {
    cs: 'Podle registru soud omezil svéprávnost zmocnitele. O zmocnění teď rozhodne úřad.',
    en: 'According to the register a court has limited the principal’s legal capacity. The office will now decide about the mandate.',
  },
  'agent-incapable': {
    cs: 'Podle registru soud omezil svéprávnost zmocněnce. O zmocnění teď rozhodne úřad.',
    en: 'According to the register a court has limited the agent’s legal capacity. The office will now decide about the mandate.',
  },
}

export const actionWords: Readonly<Record<Action, Words>> = {
  view: { cs: 'vidět', en: 'see' },
  pay: { cs: 'platit', en: 'pay' },
  file: { cs: 'podávat', en: 'file' },
  receive: { cs: 'přebírat písemnosti', en: 'receive documents' },
  revoke: { cs: 'odvolávat zmocnění', en: 'revoke mandates' },
  'sub-delegate': { cs: 'zmocnit dalšího', en: 'authorise others' },
}
