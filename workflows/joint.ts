import { form } from '../forms/form.ts'
import { oneOf } from '../forms/fields.ts'
import type { Words } from './agenda.ts'

/** A filing that several must sign together (společné jednání): how many of them, and those who may sign beside the filer. */
export interface Joint {
  signatures: number
  others: JointSigner[]
}
export interface JointSigner {
  givenName: string
  familyName: string
  /** A day. */
  birthDate: string
  /** Their account, when the city knows that they act for the same principal; otherwise they come by an invitation. */
  person: string | null
}

/** The step at which each of them signs; no agenda has one of this name. */
export const signatureStep = 'house-signature'
const signerRole = /^house-signer-\d+$/
export const roleOf = (n: number): string => `house-signer-${n + 1}`
export const isSignerRole = (role: string): boolean => signerRole.test(role)

/** Forms and words of steps that the house itself puts into a case, beside those of its agenda. */
export const houseForms = {
  [signatureStep]: form({
    sign: oneOf(
      {
        cs: 'Podepisujete podání společně s tím, kdo ho podal?',
        en: 'Do you sign the case together with the one who filed it?',
      },
      { yes: { cs: 'Podepisuji', en: 'I sign' }, no: { cs: 'Nepodepisuji', en: 'I do not sign' } },
    ),
  }),
}
export const houseSteps: Record<string, Words> = {
  [signatureStep]: { cs: 'Podpis dalšího jednajícího', en: 'Signature of another representative' },
}
export const signerTitle: Words = { cs: 'Další jednající', en: 'Another representative' }
